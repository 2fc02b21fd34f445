package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Condition.AgeIs;
import dev.cdm.consent.pack.Condition.All;
import dev.cdm.consent.pack.Condition.Any;
import dev.cdm.consent.pack.Condition.BelowConsentAge;
import dev.cdm.consent.pack.Condition.ChannelIs;
import dev.cdm.consent.pack.Condition.Consent;
import dev.cdm.consent.pack.Condition.DataIs;
import dev.cdm.consent.pack.Condition.FactIs;
import dev.cdm.consent.pack.Condition.LineIs;
import dev.cdm.consent.pack.Condition.LocalTimeIs;
import dev.cdm.consent.pack.Condition.Never;
import dev.cdm.consent.pack.Condition.NeverOptedOut;
import dev.cdm.consent.pack.Condition.NoSignal;
import dev.cdm.consent.pack.Condition.NotOptedOut;
import dev.cdm.consent.pack.Condition.OnlyData;
import dev.cdm.consent.pack.Condition.PurposeIs;
import dev.cdm.consent.pack.Condition.Recorded;
import dev.cdm.consent.pack.Condition.RegionIs;
import dev.cdm.consent.pack.Condition.RegisterClear;
import dev.cdm.consent.pack.Condition.RelationIs;
import dev.cdm.consent.pack.Condition.RestsOnlyOn;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.Liveness.Need;
import dev.cdm.consent.purpose.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Optional;

/**
 * Reads conditions in one situation. A condition holds, does not hold, or cannot be told: then the verdict is that a fact
 * is missing.
 */
final class Conditions {

    private static final Verdict HOLDS = Verdict.permit(Reason.PERMITTED_BY_RULE, null, ImmutableSet.of(), Instant.MAX);

    private final ConsentQuery query;
    private final Relevant relevant;
    private final Grounds grounds;
    private final Subject subject;
    private final Pack pack;

    Conditions(Relevant relevant, Grounds grounds, Subject subject, Pack pack) {
        this.query = relevant.query;
        this.relevant = relevant;
        this.grounds = grounds;
        this.subject = subject;
        this.pack = pack;
    }

    /** What a condition says as a need. */
    Verdict need(Condition condition) {
        if (condition instanceof All all) {
            return all.parts().stream().map(this::need).reduce(HOLDS, Verdict::and);
        }
        if (condition instanceof Any any) {
            return any.parts().stream().map(this::need).reduce(Verdict::or).orElse(HOLDS);
        }
        if (condition instanceof Never never) {
            return Verdict.deny(never.byHost() ? Reason.HOST_FORBIDS : Reason.FORBIDDEN);
        }
        return agreed(condition).or(() -> known(condition)).orElseGet(() -> asked(condition));
    }

    private Optional<Verdict> agreed(Condition condition) {
        if (condition instanceof Consent consent) {
            return Optional.of(grounds.consent(new Need(
                    ImmutableSet.copyOf(consent.methods()),
                    ImmutableSet.copyOf(consent.actors()),
                    consent.validity(),
                    pack.regimes(),
                    consent.twoSteps())));
        }
        if (condition instanceof Recorded recorded) {
            return recorded.bases().stream().map(this::recorded).reduce(Verdict::or);
        }
        if (condition instanceof NotOptedOut) {
            return Optional.of(grounds.notOptedOut());
        }
        if (condition instanceof NeverOptedOut) {
            return Optional.of(grounds.neverOptedOut());
        }
        if (condition instanceof NoSignal) {
            return Optional.of(query.optOutSignal() ? Verdict.deny(Reason.OPTED_OUT, "universal signal") : HOLDS);
        }
        return Optional.empty();
    }

    /* A ground for the use itself must be one that the purpose may rest on; a condition for special data need not. */
    private Verdict recorded(LegalBasis basis) {
        if (basis.forUse() && !relevant.purpose.bases().contains(basis)) {
            return Verdict.deny(Reason.NO_LEGAL_GROUND);
        }
        return basis == LegalBasis.CONSENT ? grounds.consent(Need.plain(pack.regimes())) : grounds.recorded(basis);
    }

    private Optional<Verdict> known(Condition condition) {
        if (condition instanceof FactIs fact) {
            return Optional.of(flag(fact.fact(), fact.stated()));
        }
        if (condition instanceof RelationIs relation) {
            return Optional.of(relation(relation));
        }
        if (condition instanceof LineIs line) {
            return Optional.of(query.facts()
                    .line()
                    .map(own -> holds(line.lines().contains(own), "LINE"))
                    .orElse(Verdict.deny(Reason.MISSING_FACT, "LINE")));
        }
        if (condition instanceof RegisterClear register) {
            return Optional.of(register(register.days()));
        }
        if (condition instanceof LocalTimeIs time) {
            return Optional.of(query.facts()
                    .localTime()
                    .map(own -> holds(between(own, time.from(), time.to()), "LOCAL_TIME"))
                    .orElse(Verdict.deny(Reason.MISSING_FACT, "LOCAL_TIME")));
        }
        return Optional.empty();
    }

    private Verdict asked(Condition condition) {
        if (condition instanceof PurposeIs purpose) {
            return holds(!Collections.disjoint(relevant.purpose.classes(), purpose.classes()), "PURPOSE");
        }
        if (condition instanceof RestsOnlyOn rests) {
            return holds(rests.bases().containsAll(relevant.purpose.bases()), "GROUND");
        }
        if (condition instanceof DataIs data) {
            return holds(!Collections.disjoint(subject.dataClasses(), data.classes()), "DATA");
        }
        if (condition instanceof OnlyData data) {
            return holds(data.classes().containsAll(subject.dataClasses()), "DATA");
        }
        if (condition instanceof ChannelIs channel) {
            return query.channel()
                    .map(own -> holds(channel.channels().contains(own), "CHANNEL"))
                    .orElse(Verdict.deny(Reason.MISSING_FACT, "CHANNEL"));
        }
        if (condition instanceof RegionIs region) {
            return region(region);
        }
        if (condition instanceof AgeIs age) {
            return holds(subject.age() >= age.from() && subject.age() < age.below(), "AGE");
        }
        return condition instanceof BelowConsentAge
                ? holds(subject.belowConsentAge(pack), "AGE")
                : Verdict.deny(Reason.NOT_EVALUABLE, "condition");
    }

    private Verdict region(RegionIs region) {
        String own = query.region();
        if (region.regions().stream().anyMatch(code -> !own.isEmpty() && Pack.within(own, code))) {
            return HOLDS;
        }
        boolean open = own.isEmpty() || region.regions().stream().anyMatch(code -> Pack.within(code, own));
        return open ? Verdict.deny(Reason.MISSING_FACT, "REGION") : holds(false, "REGION");
    }

    private Verdict flag(Fact fact, boolean stated) {
        Boolean given = query.facts().flags().get(fact);
        return given == null ? Verdict.deny(Reason.MISSING_FACT, fact.name()) : holds(given == stated, fact.name());
    }

    private Verdict relation(RelationIs relation) {
        if (query.facts().relations().isEmpty()) {
            return Verdict.deny(Reason.MISSING_FACT, "RELATION");
        }
        return subject.related(relation)
                .map(end -> end.equals(LocalDate.MAX) ? HOLDS : HOLDS.until(subject.start(end)))
                .orElse(holds(false, "RELATION"));
    }

    private Verdict register(int days) {
        Optional<LocalDate> asked = query.facts().registerAsked();
        if (asked.isEmpty()) {
            return Verdict.deny(Reason.MISSING_FACT, "REGISTER");
        }
        LocalDate end = asked.get().plusDays(days + 1L);
        boolean fresh = !asked.get().isAfter(subject.today()) && end.isAfter(subject.today());
        return holds(fresh, "REGISTER").and(flag(Fact.ON_REGISTER, false)).until(subject.start(end));
    }

    private static boolean between(LocalTime time, LocalTime from, LocalTime to) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static Verdict holds(boolean holds, String what) {
        return holds ? HOLDS : Verdict.deny(Reason.CONDITION_NOT_MET, what);
    }
}
