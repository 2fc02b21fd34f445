package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Scope;
import dev.cdm.consent.purpose.Categories;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event speaks of what is asked. What permits must reach as far as the question; what forbids only needs to
 * touch it, and flows down to every purpose and category below.
 */
final class Scopes {

    private final ConsentQuery query;
    private final Purposes purposes;
    private final Set<String> asked;
    private final @Nullable Channel channel;
    private final Set<PurposeId> above;
    private final Controllers controllers;

    Scopes(ConsentQuery query, String host, Purposes purposes, List<ConsentEvent> events) {
        this.query = query;
        this.purposes = purposes;
        this.asked = asked(query, purposes);
        this.channel = query.channel().orElse(null);
        this.above = purposes.upward(query.purpose());
        this.controllers = new Controllers(
                query.controller(),
                host,
                events.stream()
                        .filter(event -> aboveOrSame(event.scope().purpose()))
                        .toList());
    }

    /** The categories asked about: those named, or those of the purpose that a grant must name. */
    static Set<String> asked(ConsentQuery query, Purposes purposes) {
        if (!query.categories().isEmpty()) {
            return query.categories();
        }
        Categories categories = purposes.categories();
        return purposes.find(query.purpose()).map(Purpose::categories).orElse(ImmutableSet.of()).stream()
                .filter(name ->
                        categories.classOf(name).map(DataClass::mustBeNamed).orElse(false))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Whether a denial touches the question. */
    boolean touches(Scope denial) {
        return aboveOrSame(denial.purpose())
                && controllers.bound(denial)
                && (denial.channel() == null || channel == null || denial.channel() == channel)
                && touchesContact(denial)
                && touchesCategories(denial.categories());
    }

    /** Whether a purpose is the one asked about, one above it, or every purpose. */
    boolean aboveOrSame(PurposeId purpose) {
        return purpose.equals(ConsentEvent.EVERY_PURPOSE) || above.contains(purpose);
    }

    /** Whether the first purpose lies above the second, or is every purpose. */
    boolean strictlyAbove(PurposeId first, PurposeId second) {
        return !first.equals(second)
                && (first.equals(ConsentEvent.EVERY_PURPOSE)
                        || purposes.upward(second).contains(first));
    }

    /** Whether what permits was given to the controller asked about. */
    boolean served(ConsentEvent permission) {
        return controllers.served(permission.scope());
    }

    /** Whether what permits was given to the controller that a denial binds. */
    boolean sameController(ConsentEvent permission, ConsentEvent denial) {
        return controllers.same(permission.scope(), denial.scope());
    }

    /**
     * Whether a grant lifts a denial: it follows, and its identity assurance is not lower. Against a denial of a purpose
     * above its own it must both be later and name it.
     */
    boolean lifts(ConsentEvent grant, ConsentEvent denial) {
        if (grant.assurance().compareTo(denial.assurance()) < 0 || !sameController(grant, denial)) {
            return false;
        }
        return strictlyAbove(denial.scope().purpose(), grant.scope().purpose())
                ? grant.time().certainlyAfter(denial.time())
                        && grant.supersedes().contains(denial.id())
                : grant.follows(denial);
    }

    /** Whether a grant reaches as far as the question in everything but the purpose. */
    boolean reaches(Scope grant) {
        return controllers.served(grant)
                && (grant.channel() == null || grant.channel() == channel)
                && (grant.contactPoint().isEmpty() || grant.contactPoint().equals(query.contactPoint()))
                && coversCategories(grant.categories());
    }

    /* What is said of one address stays there, unless the question would reach any address of the person. */
    private boolean touchesContact(Scope denial) {
        return denial.contactPoint().isEmpty()
                || denial.contactPoint().equals(query.contactPoint())
                || (query.contactPoint().isEmpty() && channel != null);
    }

    private boolean touchesCategories(Set<String> denied) {
        Categories categories = purposes.categories();
        return denied.isEmpty()
                || query.categories().isEmpty()
                || asked.stream()
                        .anyMatch(
                                category -> categories.upward(category).stream().anyMatch(denied::contains));
    }

    private boolean coversCategories(Set<String> granted) {
        if (granted.isEmpty()) {
            return asked.stream().noneMatch(this::mustBeNamed);
        }
        return !asked.isEmpty() && granted.containsAll(asked);
    }

    private boolean mustBeNamed(String category) {
        return purposes.categories()
                .classOf(category)
                .map(DataClass::mustBeNamed)
                .orElse(true);
    }
}
