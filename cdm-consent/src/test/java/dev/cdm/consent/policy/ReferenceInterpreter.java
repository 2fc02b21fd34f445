package dev.cdm.consent.policy;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Rule;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The semantics of a decision once more, written from the tables and from nothing else: yes or no, by plain loops over
 * all events, without an index, a sort or a class of the engine. Where it and the engine differ, one is wrong.
 */
final class ReferenceInterpreter {

    private static final Set<Method> ACTS = Set.of(Method.AFFIRMATIVE, Method.EXPLICIT, Method.WRITTEN);
    private static final Set<String> UNION =
            Set.of("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));
    private static final Set<Actor> ANYBODY = Set.of(Actor.SELF, Actor.GUARDIAN, Actor.AGENT);
    private static final PurposeId EVERY = ConsentEvent.EVERY_PURPOSE;

    private final Purposes purposes;
    private final List<Pack> packs;
    private final List<ConsentEvent> events;
    private final ConsentQuery query;
    private final Purpose purpose;
    private final Instant at;
    private Set<String> regimes = Set.of();
    private @Nullable Pack pack;

    private ReferenceInterpreter(Purposes purposes, List<Pack> packs, ConsentQuery query, List<ConsentEvent> events) {
        this.purposes = purposes;
        this.packs = packs;
        this.events = events;
        this.query = query;
        this.purpose = purposes.find(query.purpose()).orElseThrow();
        this.at = query.effectiveAt();
    }

    static boolean permits(Purposes purposes, List<Pack> packs, ConsentQuery query, List<ConsentEvent> events) {
        return new ReferenceInterpreter(purposes, packs, query, events).permits();
    }

    /* Region unknown, or known to no pack: all packs, and in the second case a recorded ground besides. */
    private boolean permits() {
        boolean opinion = false;
        boolean known = packs.stream().anyMatch(one -> covers(one, query.region()));
        boolean all = query.region().isEmpty() || !known;
        for (Pack one : packs) {
            if (all || covers(one, query.region()) || covers(one, query.establishment())) {
                opinion = true;
                if (!says(one)) {
                    return false;
                }
            }
        }
        regimes = Set.of();
        pack = null;
        boolean needsGround = !opinion || (!query.region().isEmpty() && !known);
        return (!needsGround || anyGround(purpose.bases())) && !query.facts().capReached();
    }

    private static boolean covers(Pack pack, String region) {
        return !region.isEmpty() && pack.regions().stream().anyMatch(own -> partOf(own, region) || partOf(region, own));
    }

    private static boolean partOf(String region, String whole) {
        return region.equals(whole)
                || region.startsWith(whole + "-")
                || (whole.equals("EU") && UNION.contains(region.replaceAll("-.*", "")));
    }

    private boolean says(Pack one) {
        pack = one;
        regimes = one.regimes();
        boolean permitted = false;
        for (Rule rule : one.rules()) {
            if (rule.lifts().isEmpty() && inForce(rule) && holds(rule.when()) != Answer.NO) {
                if (!satisfied(rule) && one.rules().stream().noneMatch(other -> standsIn(other, rule))) {
                    return false;
                }
                permitted |= rule.permits();
            }
        }
        return permitted
                || (one.otherwise() == Pack.Otherwise.NEEDS_GROUND ? anyGround(purpose.bases()) : notOptedOut());
    }

    private boolean standsIn(Rule exception, Rule rule) {
        return exception.lifts().contains(rule.id())
                && inForce(exception)
                && holds(exception.when()) == Answer.YES
                && satisfied(exception);
    }

    private boolean satisfied(Rule rule) {
        return holds(rule.needs()) == Answer.YES
                && rule.obligations().stream().noneMatch(query.facts().unmet()::contains);
    }

    private boolean inForce(Rule rule) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return (rule.from() == null || !day.isBefore(rule.from())) && (rule.to() == null || day.isBefore(rule.to()));
    }

    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private static Answer answer(boolean yes) {
        return yes ? Answer.YES : Answer.NO;
    }

    private static Answer answer(@Nullable Object given, boolean yes) {
        return given == null ? Answer.UNKNOWN : answer(yes);
    }

    private Answer holds(Condition condition) {
        if (condition instanceof Condition.All all) {
            List<Answer> parts = all.parts().stream().map(this::holds).toList();
            return parts.contains(Answer.NO) ? Answer.NO : parts.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.YES;
        }
        if (condition instanceof Condition.Any any) {
            List<Answer> parts = any.parts().stream().map(this::holds).toList();
            return parts.contains(Answer.YES)
                    ? Answer.YES
                    : parts.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NO;
        }
        if (condition instanceof Condition.Consent consent) {
            return answer(consent(consent.methods(), consent.actors(), consent.validity(), consent.twoSteps()));
        }
        if (condition instanceof Condition.Recorded recorded) {
            return answer(anyGround(recorded.bases()));
        }
        if (condition instanceof Condition.NotOptedOut) {
            return answer(notOptedOut());
        }
        if (condition instanceof Condition.NeverOptedOut) {
            return answer(events.stream().noneMatch(this::isOptOut));
        }
        if (condition instanceof Condition.NoSignal) {
            return answer(!query.optOutSignal());
        }
        return situation(condition);
    }

    private Answer situation(Condition condition) {
        if (condition instanceof Condition.PurposeIs is) {
            return answer(purpose.classes().stream().anyMatch(is.classes()::contains));
        }
        if (condition instanceof Condition.RestsOnlyOn only) {
            return answer(only.bases().containsAll(purpose.bases()));
        }
        if (condition instanceof Condition.DataIs is) {
            return answer(data().stream().anyMatch(is.classes()::contains));
        }
        if (condition instanceof Condition.OnlyData only) {
            return answer(only.classes().containsAll(data()));
        }
        if (condition instanceof Condition.ChannelIs is) {
            Channel own = query.channel().orElse(null);
            return answer(own, own != null && is.channels().contains(own));
        }
        if (condition instanceof Condition.RegionIs is) {
            String own = query.region();
            boolean inside = is.regions().stream().anyMatch(code -> partOf(own, code));
            boolean around = is.regions().stream().anyMatch(code -> partOf(code, own));
            return inside ? Answer.YES : own.isEmpty() || around ? Answer.UNKNOWN : Answer.NO;
        }
        if (condition instanceof Condition.AgeIs is) {
            return answer(is.from() <= age() && age() < is.below());
        }
        if (condition instanceof Condition.BelowConsentAge) {
            return answer(age() < Objects.requireNonNull(pack).ageOfConsent(query.region(), today()));
        }
        if (condition instanceof Condition.FactIs is) {
            Boolean given = query.facts().flags().get(is.fact());
            return answer(given, given != null && given == is.stated());
        }
        return fact(condition);
    }

    private Answer fact(Condition condition) {
        if (condition instanceof Condition.RelationIs is) {
            boolean related = query.facts().relations().entrySet().stream()
                    .anyMatch(entry -> is.relations().contains(entry.getKey())
                            && !entry.getValue().isAfter(today())
                            && (is.since() == null || !entry.getValue().isBefore(is.since()))
                            && (is.within() == null
                                    || today().isBefore(entry.getValue().plus(is.within()))));
            return query.facts().relations().isEmpty() ? Answer.UNKNOWN : answer(related);
        }
        if (condition instanceof Condition.LineIs is) {
            return query.facts()
                    .line()
                    .map(own -> answer(is.lines().contains(own)))
                    .orElse(Answer.UNKNOWN);
        }
        if (condition instanceof Condition.RegisterClear clear) {
            LocalDate asked = query.facts().registerAsked().orElse(null);
            Boolean listed = query.facts().flags().get(Fact.ON_REGISTER);
            return asked == null
                    ? Answer.UNKNOWN
                    : answer(!asked.isAfter(today())
                            && !asked.plusDays(clear.days()).isBefore(today())
                            && Boolean.FALSE.equals(listed));
        }
        if (condition instanceof Condition.LocalTimeIs is) {
            return query.facts()
                    .localTime()
                    .map(own -> answer(!own.isBefore(is.from()) && own.isBefore(is.to())))
                    .orElse(Answer.UNKNOWN);
        }
        return Answer.NO;
    }

    private LocalDate today() {
        return at.atZone(query.zone()).toLocalDate();
    }

    private int age() {
        LocalDate born = query.birthDate().orElse(null);
        if (born != null) {
            return Math.max(0, Period.between(born, today()).getYears());
        }
        return Boolean.TRUE.equals(query.facts().flags().get(Fact.CHILD_DIRECTED)) ? 0 : 18;
    }

    private Set<DataClass> data() {
        Set<DataClass> classes = new HashSet<>();
        for (String name : query.categories().isEmpty() ? purpose.categories() : query.categories()) {
            purposes.categories().classOf(name).ifPresent(classes::add);
        }
        return classes.isEmpty() ? Set.of(DataClass.ORDINARY) : classes;
    }

    /* ---- grounds ---- */

    private boolean anyGround(Set<LegalBasis> bases) {
        for (LegalBasis basis : bases) {
            boolean open = purpose.bases().contains(basis) || !basis.forUse();
            if (open && (basis == LegalBasis.CONSENT ? consent(ACTS, ANYBODY, null, false) : ground(basis))) {
                return true;
            }
        }
        return false;
    }

    private boolean consent(Set<Method> methods, Set<Actor> actors, @Nullable Period validity, boolean twoSteps) {
        Set<ConsentEvent> good = new HashSet<>();
        for (ConsentEvent event : events) {
            if (event.kind().grants() && live(event, methods, actors, validity, twoSteps) && liftsAll(event)) {
                good.add(event);
            }
        }
        return covered(query.purpose(), good);
    }

    private boolean live(
            ConsentEvent event, Set<Method> methods, Set<Actor> actors, @Nullable Period validity, boolean twoSteps) {
        String regime = event.scope().regime().toLowerCase(Locale.ROOT);
        boolean confirmed = event.kind() == EventKind.CONFIRMED || event.kind() == EventKind.RENEWED;
        return reaches(event)
                && (regime.isEmpty() || regimes.isEmpty() || regimes.contains(regime))
                && methods.contains(event.evidence().method())
                && actors.contains(event.evidence().actor())
                && (confirmed || !(purpose.doubleOptIn() || twoSteps))
                && !starts(event).isAfter(at)
                && (event.expires().isEmpty() || at.isBefore(event.expires().get()))
                && before(purpose.validity().orElse(null), event)
                && before(validity, event);
    }

    private boolean before(@Nullable Period period, ConsentEvent event) {
        return period == null
                || at.isBefore(starts(event).atZone(query.zone()).plus(period).toInstant());
    }

    private boolean covered(PurposeId id, Set<ConsentEvent> grants) {
        return grants.stream().anyMatch(grant -> grant.scope().purpose().equals(id)) || coveredAbove(id, id, grants);
    }

    private boolean coveredAbove(PurposeId node, PurposeId target, Set<ConsentEvent> grants) {
        Set<PurposeId> parents = purposes.parents(node);
        return !parents.isEmpty()
                && parents.stream()
                        .allMatch(parent -> grants.stream()
                                        .anyMatch(grant -> grant.scope()
                                                        .purpose()
                                                        .equals(parent)
                                                && grant.scope().covers().contains(target))
                                || coveredAbove(parent, target, grants));
    }

    private boolean reaches(ConsentEvent event) {
        Set<String> named = event.scope().categories();
        Set<String> asked = new HashSet<>(query.categories());
        if (asked.isEmpty()) {
            purpose.categories().stream().filter(this::special).forEach(asked::add);
        }
        boolean data = named.isEmpty()
                ? asked.stream().noneMatch(this::special)
                : !asked.isEmpty() && named.containsAll(asked);
        Channel channel = event.scope().channel();
        return data
                && (channel == null || query.channel().filter(channel::equals).isPresent())
                && (event.scope().contactPoint().isEmpty()
                        || event.scope().contactPoint().equals(query.contactPoint()));
    }

    private boolean special(String category) {
        DataClass kind = purposes.categories().classOf(category).orElse(DataClass.SPECIAL);
        return kind == DataClass.SPECIAL || kind == DataClass.CRIMINAL;
    }

    /* ---- denials ---- */

    private boolean liftsAll(ConsentEvent grant) {
        return events.stream().noneMatch(denial -> standing(denial) && !lifts(grant, denial));
    }

    private boolean standing(ConsentEvent denial) {
        if (!denial.kind().denies() || !touches(denial) || begins(denial).isAfter(at)) {
            return false;
        }
        if (denial.kind() != EventKind.RESTRICTED) {
            return true;
        }
        boolean lifted = events.stream()
                .anyMatch(lift -> lift.kind() == EventKind.RESTRICTION_LIFTED
                        && above(lift.scope().purpose(), query.purpose())
                        && above(lift.scope().purpose(), denial.scope().purpose())
                        && !starts(lift).isAfter(at)
                        && later(lift, denial));
        return !lifted && !purpose.classes().contains(PurposeClass.STORAGE);
    }

    private boolean touches(ConsentEvent denial) {
        Channel channel = denial.scope().channel();
        String address = denial.scope().contactPoint();
        boolean reached = address.isEmpty()
                || address.equals(query.contactPoint())
                || (query.contactPoint().isEmpty() && query.channel().isPresent());
        boolean data = denial.scope().categories().isEmpty()
                || query.categories().isEmpty()
                || query.categories().stream()
                        .flatMap(category -> purposes.categories().upward(category).stream())
                        .anyMatch(denial.scope().categories()::contains);
        return above(denial.scope().purpose(), query.purpose())
                && (channel == null
                        || query.channel().isEmpty()
                        || query.channel().get() == channel)
                && reached
                && data;
    }

    /** The same, above, or everything. */
    private boolean above(PurposeId upper, PurposeId lower) {
        return upper.equals(EVERY)
                || upper.equals(lower)
                || purposes.parents(lower).stream().anyMatch(parent -> above(upper, parent));
    }

    private boolean lifts(ConsentEvent grant, ConsentEvent denial) {
        if (grant.assurance().compareTo(denial.assurance()) < 0) {
            return false;
        }
        boolean named = grant.supersedes().contains(denial.id());
        boolean upper = !denial.scope().purpose().equals(grant.scope().purpose())
                && above(denial.scope().purpose(), grant.scope().purpose());
        return upper ? named && certainlyLater(grant, denial) : named || certainlyLater(grant, denial);
    }

    private boolean isOptOut(ConsentEvent event) {
        return standing(event) && event.kind() != EventKind.EXPIRED && event.kind() != EventKind.INVALIDATED;
    }

    private boolean notOptedOut() {
        Set<String> kept = regimes;
        regimes = Set.of();
        boolean result = events.stream().noneMatch(this::isOptOut) || consent(ACTS, ANYBODY, null, false);
        regimes = kept;
        return result;
    }

    private boolean lifted(ConsentEvent denial) {
        Set<String> kept = regimes;
        regimes = Set.of();
        boolean result = events.stream()
                .anyMatch(grant -> grant.kind().grants()
                        && grant.scope().purpose().equals(query.purpose())
                        && live(grant, ACTS, ANYBODY, null, false)
                        && lifts(grant, denial));
        regimes = kept;
        return result;
    }

    /* ---- recorded grounds ---- */

    private boolean ground(LegalBasis basis) {
        return events.stream().anyMatch(start -> starts(start, basis));
    }

    private boolean starts(ConsentEvent start, LegalBasis basis) {
        return start.kind() == EventKind.LEGAL_GROUND_STARTED
                && start.basis().filter(basis::equals).isPresent()
                && above(start.scope().purpose(), query.purpose())
                && reaches(start)
                && covered(query.purpose(), Set.of(start))
                && !starts(start).isAfter(at)
                && (start.expires().isEmpty() || at.isBefore(start.expires().get()))
                && (basis != LegalBasis.LEGITIMATE_INTEREST
                        || !(start.evidence().hash().isEmpty()
                                || start.evidence().notice().isEmpty()))
                && events.stream().noneMatch(end -> ends(end, start, basis))
                && events.stream().noneMatch(denial -> standing(denial) && binds(denial, start, basis));
    }

    private boolean ends(ConsentEvent end, ConsentEvent start, LegalBasis basis) {
        return end.kind() == EventKind.LEGAL_GROUND_ENDED
                && end.basis().filter(basis::equals).isPresent()
                && touches(end)
                && !begins(end).isAfter(at)
                && !later(start, end);
    }

    private boolean binds(ConsentEvent denial, ConsentEvent start, LegalBasis basis) {
        if (lifted(denial)) {
            return false;
        }
        boolean interest = basis == LegalBasis.LEGITIMATE_INTEREST || basis == LegalBasis.RECOGNISED_INTEREST;
        boolean own =
                start.subject().equals(denial.subject()) || start.supersedes().contains(denial.id());
        boolean restarted =
                own && later(start, denial) && !start.evidence().notice().isEmpty();
        return switch (denial.kind()) {
            case RESTRICTED ->
                basis != LegalBasis.LEGAL_CLAIMS
                        && basis != LegalBasis.VITAL_INTEREST
                        && basis != LegalBasis.SUBSTANTIAL_PUBLIC_INTEREST;
            case OBJECTED -> (interest || basis == LegalBasis.PUBLIC_TASK) && !overridden(denial, basis);
            case OPT_OUT -> interest;
            default -> interest && !restarted;
        };
    }

    private boolean overridden(ConsentEvent objection, LegalBasis basis) {
        boolean marketing = purpose.classes().stream().anyMatch(PurposeClass::marketing);
        return !marketing
                && events.stream()
                        .anyMatch(event -> event.kind() == EventKind.OVERRIDE_RECORDED
                                && above(event.scope().purpose(), query.purpose())
                                && !starts(event).isAfter(at)
                                && later(event, objection)
                                && (event.basis().isEmpty() || event.basis().get() == basis));
    }

    /* ---- clocks: s asserted, r received, t tolerance ---- */

    private static boolean later(ConsentEvent first, ConsentEvent second) {
        return certainlyLater(first, second) || first.supersedes().contains(second.id());
    }

    private static boolean certainlyLater(ConsentEvent first, ConsentEvent second) {
        Instant earliest = begins(first).minus(first.time().tolerance());
        Instant latest = second.time().received();
        Instant claimed = second.time().asserted().plus(second.time().tolerance());
        if (second.time().trustworthy() && claimed.isBefore(latest)) {
            latest = claimed;
        }
        boolean oneSource = !first.time().source().isEmpty()
                && first.time().source().equals(second.time().source());
        boolean sequence = oneSource
                && first.time().seq() >= 0
                && second.time().seq() >= 0
                && first.time().seq() > second.time().seq();
        return earliest.isAfter(latest) || sequence;
    }

    /** A denial acts from min(s, r) on. */
    private static Instant begins(ConsentEvent event) {
        Instant s = event.time().asserted();
        Instant r = event.time().received();
        return s.isBefore(r) ? s : r;
    }

    /** A grant acts from max(s, r - t) on. */
    private static Instant starts(ConsentEvent event) {
        Duration t = event.time().tolerance();
        Instant s = event.time().asserted();
        Instant r = event.time().received().minus(t);
        return s.isAfter(r) ? s : r;
    }
}
