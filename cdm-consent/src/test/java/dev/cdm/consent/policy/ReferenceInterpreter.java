package dev.cdm.consent.policy;

import static dev.cdm.consent.policy.ReferenceAnswer.HOLDS;
import static dev.cdm.consent.policy.ReferenceAnswer.met;
import static dev.cdm.consent.policy.ReferenceAnswer.no;
import static dev.cdm.consent.policy.ReferenceAnswer.yes;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.pack.Rule;
import dev.cdm.consent.policy.ReferenceEvents.Wanted;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The semantics of a decision once more, written from the tables and from nothing else: a code and an end, by plain loops
 * over all events and rules, without an index, a sort or a class of the engine. Where it and the engine differ, one is
 * wrong.
 */
final class ReferenceInterpreter {

    private static final Set<String> UNION =
            Set.of("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));

    private final Purposes purposes;
    private final List<Pack> packs;
    private final ReferenceEvents events;
    private final ConsentQuery query;
    private final Purpose purpose;
    private final Instant at;
    private @Nullable Pack pack;

    private ReferenceInterpreter(
            Purposes purposes, List<Pack> packs, String host, ConsentQuery query, List<ConsentEvent> events) {
        this.purposes = purposes;
        this.packs = packs;
        this.events = new ReferenceEvents(purposes, host, query, events);
        this.query = query;
        this.purpose = purposes.find(query.purpose()).orElseThrow();
        this.at = query.effectiveAt();
    }

    static ReferenceAnswer answer(
            Purposes purposes, List<Pack> packs, String host, ConsentQuery query, List<ConsentEvent> events) {
        return new ReferenceInterpreter(purposes, packs, host, query, events).answer();
    }

    /* Region unknown, or known to no pack of law: all packs, and in the second case a recorded ground besides. */
    private ReferenceAnswer answer() {
        boolean known = packs.stream().anyMatch(one -> isLaw(one) && covers(one, query.region()));
        boolean all = query.region().isEmpty() || !known;
        boolean law = false;
        ReferenceAnswer answer = null;
        for (Pack one : packs) {
            if (all || covers(one, query.region()) || covers(one, query.establishment())) {
                law |= isLaw(one);
                answer = both(answer, says(one));
            }
        }
        pack = null;
        if (!law || (!query.region().isEmpty() && !known)) {
            answer = both(answer, anyGround(purpose.bases(), Set.of()));
        }
        answer = answer == null ? no(Reason.NO_LEGAL_GROUND) : packs.isEmpty() ? answer : answer.atMost(birthday());
        return answer.isYes() && query.facts().capReached() ? no(Reason.FREQUENCY_CAP) : answer;
    }

    private static @Nullable ReferenceAnswer both(@Nullable ReferenceAnswer one, @Nullable ReferenceAnswer other) {
        return one == null ? other : other == null ? one : one.both(other);
    }

    private static boolean isLaw(Pack pack) {
        return pack.otherwise() != Pack.Otherwise.ABSTAINS;
    }

    /* The first day of a new year of age: 1 March in a common year for whoever was born on 29 February. */
    private Instant birthday() {
        LocalDate born = query.birthDate().orElse(null);
        if (born == null) {
            return Instant.MAX;
        }
        LocalDate day = today().plusDays(1);
        while (Period.between(born, day).getYears()
                == Period.between(born, today()).getYears()) {
            day = day.plusDays(1);
        }
        return start(day);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(query.zone()).toInstant();
    }

    private static boolean covers(Pack pack, String region) {
        return !region.isEmpty() && pack.regions().stream().anyMatch(own -> partOf(own, region) || partOf(region, own));
    }

    private static boolean partOf(String region, String whole) {
        return region.equals(whole)
                || region.startsWith(whole + "-")
                || (whole.equals("EU") && UNION.contains(region.replaceAll("-.*", "")));
    }

    /* Every rule that applies must hold; where none of them permits, the pack says what counts else. */
    private @Nullable ReferenceAnswer says(Pack one) {
        pack = one;
        ReferenceAnswer answer = null;
        boolean permitted = false;
        for (Rule rule : one.rules()) {
            if (rule.lifts().isEmpty() && inForce(rule) && !excluded(rule.when())) {
                answer = both(answer, says(one, rule));
                permitted |= rule.permits();
            }
        }
        if (!permitted && (answer == null || answer.isYes())) {
            answer = both(
                    answer,
                    switch (one.otherwise()) {
                        case NEEDS_GROUND -> anyGround(purpose.bases(), one.regimes());
                        case ALLOWS -> events.notOptedOut();
                        case ABSTAINS -> null;
                    });
        }
        return answer == null ? null : answer.atMost(nextChange(one));
    }

    /* A rule that does not hold by itself holds by the exception that lasts longest. */
    private ReferenceAnswer says(Pack one, Rule rule) {
        ReferenceAnswer own = demands(rule);
        if (own.isYes()) {
            return own;
        }
        ReferenceAnswer best = null;
        for (Rule other : one.rules()) {
            if (other.lifts().contains(rule.id()) && inForce(other) && holds(other.when()).isYes()) {
                ReferenceAnswer instead = demands(other);
                if (instead.isYes() && (best == null || instead.until().isAfter(best.until()))) {
                    best = instead;
                }
            }
        }
        if (best != null) {
            return best.reason() == Reason.NOT_OPTED_OUT ? yes(Reason.PERMITTED_BY_RULE, best.until()) : best;
        }
        ReferenceAnswer applies = holds(rule.when());
        return applies.isYes() ? own : own.both(applies);
    }

    private ReferenceAnswer demands(Rule rule) {
        boolean unmet = rule.obligations().stream().anyMatch(query.facts().unmet()::contains);
        ReferenceAnswer needs = holds(rule.needs());
        return unmet ? needs.both(no(Reason.OBLIGATION_NOT_MET)) : needs;
    }

    private boolean inForce(Rule rule) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return (rule.from() == null || !day.isBefore(rule.from())) && (rule.to() == null || day.isBefore(rule.to()));
    }

    /* The next day on which the pack itself changes. */
    private Instant nextChange(Pack one) {
        Instant next = Instant.MAX;
        Stream<LocalDate> days = Stream.concat(
                one.rules().stream().flatMap(rule -> Stream.of(rule.from(), rule.to())),
                one.ages().values().stream().flatMap(List::stream).map(Pack.Age::from));
        for (LocalDate day : days.filter(Objects::nonNull).toList()) {
            Instant change = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            next = change.isAfter(at) && change.isBefore(next) ? change : next;
        }
        return next;
    }

    /* Certainly does not apply. What a missing fact leaves open may apply. */
    private boolean excluded(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(this::excluded);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().allMatch(this::excluded);
        }
        ReferenceAnswer answer = holds(condition);
        return !answer.isYes() && answer.reason() != Reason.MISSING_FACT;
    }

    private static ReferenceAnswer missing() {
        return no(Reason.MISSING_FACT);
    }

    private ReferenceAnswer holds(Condition condition) {
        if (condition instanceof Condition.All all) {
            ReferenceAnswer answer = HOLDS;
            for (Condition part : all.parts()) {
                answer = answer.both(holds(part));
            }
            return answer;
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream()
                    .map(this::holds)
                    .reduce(ReferenceAnswer::either)
                    .orElse(HOLDS);
        }
        if (condition instanceof Condition.Consent consent) {
            return events.consent(new Wanted(
                    Set.copyOf(consent.methods()),
                    Set.copyOf(consent.actors()),
                    consent.validity(),
                    regimes(),
                    consent.twoSteps()));
        }
        if (condition instanceof Condition.Recorded recorded) {
            return anyGround(recorded.bases(), regimes());
        }
        if (condition instanceof Condition.NotOptedOut) {
            return events.notOptedOut();
        }
        if (condition instanceof Condition.NeverOptedOut) {
            return events.neverOptedOut();
        }
        if (condition instanceof Condition.NoSignal) {
            return query.optOutSignal() ? no(Reason.OPTED_OUT) : HOLDS;
        }
        if (condition instanceof Condition.Never never) {
            return no(never.byHost() ? Reason.HOST_FORBIDS : Reason.FORBIDDEN);
        }
        return situation(condition);
    }

    private Set<String> regimes() {
        return Objects.requireNonNull(pack).regimes();
    }

    private ReferenceAnswer anyGround(Set<LegalBasis> bases, Set<String> regimes) {
        ReferenceAnswer best = no(Reason.NO_LEGAL_GROUND);
        for (LegalBasis basis : bases) {
            if (!basis.forUse() || purpose.bases().contains(basis)) {
                best = best.either(
                        basis == LegalBasis.CONSENT
                                ? events.consent(Wanted.plain(regimes))
                                : events.ground(basis));
            }
        }
        return best;
    }

    private ReferenceAnswer situation(Condition condition) {
        if (condition instanceof Condition.PurposeIs is) {
            return met(purpose.classes().stream().anyMatch(is.classes()::contains));
        }
        if (condition instanceof Condition.RestsOnlyOn only) {
            return met(only.bases().containsAll(purpose.bases()));
        }
        if (condition instanceof Condition.DataIs is) {
            return met(data().stream().anyMatch(is.classes()::contains));
        }
        if (condition instanceof Condition.OnlyData only) {
            return met(only.classes().containsAll(data()));
        }
        if (condition instanceof Condition.ChannelIs is) {
            Channel own = query.channel().orElse(null);
            return own == null ? missing() : met(is.channels().contains(own));
        }
        if (condition instanceof Condition.RegionIs is) {
            String own = query.region();
            boolean inside = is.regions().stream().anyMatch(code -> partOf(own, code));
            boolean around = is.regions().stream().anyMatch(code -> partOf(code, own));
            return inside ? HOLDS : own.isEmpty() || around ? missing() : met(false);
        }
        if (condition instanceof Condition.AgeIs is) {
            return met(is.from() <= age() && age() < is.below());
        }
        if (condition instanceof Condition.BelowConsentAge) {
            return met(age() < Objects.requireNonNull(pack).ageOfConsent(query.region(), today()));
        }
        if (condition instanceof Condition.FactIs is) {
            Boolean given = query.facts().flags().get(is.fact());
            return given == null ? missing() : met(given == is.stated());
        }
        return fact(condition);
    }

    private ReferenceAnswer fact(Condition condition) {
        if (condition instanceof Condition.RelationIs is) {
            return query.facts().relations().isEmpty() ? missing() : related(is);
        }
        if (condition instanceof Condition.LineIs is) {
            return query.facts()
                    .line()
                    .map(own -> met(is.lines().contains(own)))
                    .orElse(missing());
        }
        if (condition instanceof Condition.RegisterClear clear) {
            LocalDate asked = query.facts().registerAsked().orElse(null);
            Boolean listed = query.facts().flags().get(Fact.ON_REGISTER);
            if (asked == null || listed == null) {
                return missing();
            }
            boolean fresh = !asked.isAfter(today()) && !asked.plusDays(clear.days()).isBefore(today());
            return met(fresh && !listed).atMost(start(asked.plusDays(clear.days() + 1L)));
        }
        if (condition instanceof Condition.LocalTimeIs is) {
            return query.facts()
                    .localTime()
                    .map(own -> met(!own.isBefore(is.from()) && own.isBefore(is.to())))
                    .orElse(missing());
        }
        return no(Reason.NOT_EVALUABLE);
    }

    /* The relation that counts longest. */
    private ReferenceAnswer related(Condition.RelationIs is) {
        ReferenceAnswer best = met(false);
        for (Map.Entry<Condition.Relation, LocalDate> entry :
                query.facts().relations().entrySet()) {
            LocalDate last = entry.getValue();
            boolean counts = is.relations().contains(entry.getKey())
                    && !last.isAfter(today())
                    && (is.since() == null || !last.isBefore(is.since()));
            if (counts && is.within() == null) {
                best = HOLDS;
            } else if (counts && today().isBefore(last.plus(is.within()))) {
                best = best.either(HOLDS.atMost(start(last.plus(is.within()))));
            }
        }
        return best;
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
}
