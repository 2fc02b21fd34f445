package dev.cdm.consent.view;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.purpose.Categories;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.AssertionKind;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.profile.Lineage;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.profile.RankedValue;
import dev.cdm.core.schema.AttributeDefinition;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.schema.Sensitivity;
import dev.cdm.core.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes views of profiles. Immutable, thread-safe as far as the decisions handed in are.
 *
 * <p>Beyond the purpose's own decision it asks for each attribute of a category that must be named, and for each address
 * or number. Values that a model guessed need a purpose that may see guesses; what is kept under a cipher is never shown.
 */
public final class ViewMaker {

    private final Purposes purposes;
    private final ProfileSchema schema;
    private final Function<ConsentQuery, Decision> decisions;

    /**
     * Creates a maker of views.
     *
     * @param purposes the registered purposes
     * @param schema the attributes
     * @param decisions answers a question about the person whose profile is viewed
     */
    public ViewMaker(Purposes purposes, ProfileSchema schema, Function<ConsentQuery, Decision> decisions) {
        this.purposes = purposes;
        this.schema = schema;
        this.decisions = decisions;
    }

    /**
     * {@return the view of a profile for the purpose of a question}
     *
     * @param profile the profile
     * @param query the question
     */
    public ProfileView view(Profile profile, ConsentQuery query) {
        Decision decision = decisions.apply(query);
        Map<AttributeKey<?>, ImmutableList<AttributeValue>> shown = new LinkedHashMap<>();
        List<Withheld> withheld = new ArrayList<>();
        for (Lineage<?> lineage : profile.lineages()) {
            Sorting sorting = new Sorting(lineage.key().name());
            Optional<Reason> objection = objection(lineage.key().name(), query, decision);
            for (RankedValue<?> ranked : lineage.ranked()) {
                if (ranked.survives()) {
                    sorting.add(ranked.value(), objection.or(() -> objection(ranked, query)));
                }
            }
            sorting.into(lineage.key(), shown, withheld);
        }
        return new ProfileView(profile.id(), decision, shown, withheld);
    }

    /**
     * {@return the view that shows nothing}
     *
     * @param profile whose view
     * @param decision the decision it rests on
     */
    public ProfileView nothing(ProfileId profile, Decision decision) {
        return new ProfileView(profile, decision, Map.of(), List.of());
    }

    /**
     * {@return why an attribute may not be used by the answer to a question; empty if it may}
     *
     * @param attribute the name of the attribute
     * @param query the question
     */
    public Optional<Reason> objection(String attribute, ConsentQuery query) {
        return objection(attribute, query, decisions.apply(query));
    }

    private Optional<Reason> objection(String attribute, ConsentQuery query, Decision decision) {
        if (!decision.permitted()) {
            return Optional.of(decision.reason());
        }
        Purpose purpose = purposes.find(query.purpose()).orElseThrow();
        if (!purpose.attributes().contains(attribute)) {
            return Optional.of(Reason.OUTSIDE_PURPOSE);
        }
        Sensitivity sensitivity = schema.definition(attribute)
                .map(AttributeDefinition::sensitivity)
                .orElse(Sensitivity.PERSONAL);
        if (sensitivity == Sensitivity.RESTRICTED) {
            return Optional.of(Reason.NEVER_SHOWN);
        }
        return named(attribute, sensitivity)
                .map(category -> decisions.apply(
                        query.toBuilder().categories(ImmutableSet.of(category)).build()))
                .filter(answer -> !answer.permitted())
                .map(answer -> answer.reason() == Reason.NOT_COVERED || answer.reason() == Reason.NO_LEGAL_GROUND
                        ? Reason.EXPLICIT_CONSENT_REQUIRED
                        : answer.reason());
    }

    /* The category that a grant must name for this attribute, if it is one of those. */
    private Optional<String> named(String attribute, Sensitivity sensitivity) {
        Categories categories = purposes.categories();
        Optional<String> category = categories
                .ofAttribute(attribute)
                .filter(name ->
                        categories.classOf(name).map(DataClass::mustBeNamed).orElse(false));
        return category.isPresent() || sensitivity != Sensitivity.SENSITIVE ? category : Optional.of("sensitive");
    }

    private Optional<Reason> objection(RankedValue<?> ranked, ConsentQuery query) {
        boolean guessed = ranked.supporters().stream()
                .allMatch(supporter -> supporter.provenance().assertion() == AssertionKind.INFERRED);
        if (guessed && !purposes.find(query.purpose()).orElseThrow().inferred()) {
            return Optional.of(Reason.INFERRED);
        }
        return ContactPoints.channels(ranked.value()).flatMap(channels -> {
            if (query.channel().isPresent()
                    && !channels.contains(query.channel().get())) {
                return Optional.of(Reason.OTHER_CHANNEL);
            }
            Decision answer = decisions.apply(query.toBuilder()
                    .contactPoint(ranked.value().canonicalText())
                    .build());
            return answer.permitted() ? Optional.empty() : Optional.of(answer.reason());
        });
    }

    /** The values of one attribute, sorted into shown and withheld. */
    private static final class Sorting {

        private final String attribute;
        private final ImmutableList.Builder<AttributeValue> shown = ImmutableList.builder();
        private final Map<Reason, Integer> withheld = new LinkedHashMap<>();

        Sorting(String attribute) {
            this.attribute = attribute;
        }

        void add(AttributeValue value, Optional<Reason> objection) {
            objection.ifPresentOrElse(reason -> withheld.merge(reason, 1, Integer::sum), () -> shown.add(value));
        }

        void into(
                AttributeKey<?> key,
                Map<AttributeKey<?>, ImmutableList<AttributeValue>> allShown,
                List<Withheld> allWithheld) {
            ImmutableList<AttributeValue> values = shown.build();
            if (!values.isEmpty()) {
                allShown.put(key, values);
            }
            withheld.forEach((reason, count) -> allWithheld.add(new Withheld(attribute, count, reason)));
        }
    }
}
