package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Condition.All;
import dev.cdm.consent.pack.Condition.Any;
import dev.cdm.consent.pack.Obligation;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.pack.Rule;
import dev.cdm.consent.purpose.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one pack says. Every rule that applies must be satisfied, by its own need or by an exception that stands in for it;
 * and one of them must permit, or the pack's general stance decides.
 */
final class PackReading {

    private final Pack pack;
    private final ConsentQuery query;
    private final Grounds grounds;
    private final Conditions conditions;
    private final LocalDate day;
    private final List<Rule> exceptions = new ArrayList<>();

    PackReading(Pack pack, Relevant relevant, Grounds grounds, Subject subject) {
        this.pack = pack;
        this.query = relevant.query;
        this.grounds = grounds;
        this.conditions = new Conditions(relevant, grounds, subject, pack);
        this.day = LocalDate.ofInstant(query.effectiveAt(), ZoneOffset.UTC);
        pack.rules().stream()
                .filter(rule -> rule.exception() && satisfied(rule))
                .forEach(exceptions::add);
    }

    Opinion opinion(Set<LegalBasis> bases) {
        Opinion opinion = Opinion.NONE;
        boolean permitted = false;
        for (Rule rule : pack.rules()) {
            if (!rule.exception() && rule.inForce(day) && !excluded(rule.when())) {
                opinion = opinion.and(opinion(rule));
                permitted |= rule.permits();
            }
        }
        if (!permitted && opinion.permits()) {
            opinion = opinion.and(stance(bases));
        }
        return opinion.until(nextChange());
    }

    /** Whether a pack that holds no rule of its own on the question leaves it to others. */
    private Opinion stance(Set<LegalBasis> bases) {
        return switch (pack.otherwise()) {
            case NEEDS_GROUND -> Opinion.of(grounds.anyOf(bases, pack.regimes()));
            case ALLOWS -> Opinion.of(grounds.notOptedOut());
            case ABSTAINS -> Opinion.NONE;
        };
    }

    /* Whether a condition certainly does not hold; a part that cannot be told does not make it so. */
    private boolean excluded(Condition condition) {
        if (condition instanceof All all) {
            return all.parts().stream().anyMatch(this::excluded);
        }
        if (condition instanceof Any any) {
            return any.parts().stream().allMatch(this::excluded);
        }
        Verdict verdict = conditions.need(condition);
        return !verdict.permits() && verdict.reason() != Reason.MISSING_FACT;
    }

    /** Those rules in force that may apply. */
    List<Rule> open(Predicate<Rule> which) {
        return pack.rules().stream()
                .filter(rule -> which.test(rule) && rule.inForce(day) && !excluded(rule.when()))
                .toList();
    }

    private Opinion opinion(Rule rule) {
        Verdict applies = conditions.need(rule.when());
        Verdict own = verdict(rule);
        own = own.permits() || applies.permits() ? own : own.and(applies);
        if (own.permits()) {
            return Opinion.of(own, rule.id(), rule.obligations());
        }
        Opinion denied = Opinion.of(own, rule.id(), ImmutableSet.of());
        return exceptions.stream()
                .filter(exception -> exception.lifts().contains(rule.id()))
                .map(this::byException)
                .reduce((first, second) -> second.until().isAfter(first.until()) ? second : first)
                .orElse(denied);
    }

    private Opinion byException(Rule exception) {
        Verdict verdict = verdict(exception);
        Verdict named = verdict.reason() == Reason.NOT_OPTED_OUT
                ? Verdict.permit(Reason.PERMITTED_BY_RULE, null, verdict.events(), verdict.until())
                : verdict;
        return Opinion.of(named, exception.id(), exception.obligations());
    }

    private boolean satisfied(Rule rule) {
        return rule.inForce(day)
                && conditions.need(rule.when()).permits()
                && verdict(rule).permits();
    }

    private Verdict verdict(Rule rule) {
        Optional<Obligation> unmet = rule.obligations().stream()
                .filter(query.facts().unmet()::contains)
                .findFirst();
        Verdict need = conditions.need(rule.needs());
        return unmet.map(obligation -> need.and(Verdict.deny(Reason.OBLIGATION_NOT_MET, obligation.name())))
                .orElse(need);
    }

    private Instant nextChange() {
        Set<LocalDate> days = new LinkedHashSet<>();
        for (Rule rule : pack.rules()) {
            Optional.ofNullable(rule.from()).ifPresent(days::add);
            Optional.ofNullable(rule.to()).ifPresent(days::add);
        }
        pack.ages().values().forEach(ages -> ages.forEach(age -> days.add(age.from())));
        return days.stream()
                .filter(change -> change.isAfter(day))
                .min(LocalDate::compareTo)
                .map(change -> change.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(Instant.MAX);
    }

    /** A verdict with the rules behind it and the obligations that go with it; without a verdict it abstains. */
    record Opinion(@Nullable Verdict verdict, ImmutableSet<String> rules, ImmutableSet<Obligation> obligations) {

        static final Opinion NONE = new Opinion(null, ImmutableSet.of(), ImmutableSet.of());

        static Opinion of(Verdict verdict) {
            return new Opinion(verdict, ImmutableSet.of(), ImmutableSet.of());
        }

        static Opinion of(Verdict verdict, String rule, Set<Obligation> obligations) {
            return new Opinion(verdict, ImmutableSet.of(rule), ImmutableSet.copyOf(obligations));
        }

        boolean permits() {
            return verdict == null || verdict.permits();
        }

        Instant until() {
            return verdict == null ? Instant.MAX : verdict.until();
        }

        Opinion until(Instant end) {
            return verdict == null ? this : new Opinion(verdict.until(end), rules, obligations);
        }

        /** Both: of two refusals the rules of both, of a refusal and a permission those of the refusal. */
        Opinion and(Opinion other) {
            if (verdict == null) {
                return other.merged(this);
            }
            if (other.verdict == null) {
                return merged(other);
            }
            if (permits() != other.permits()) {
                return permits() ? other : this;
            }
            return new Opinion(verdict.and(other.verdict), rules, obligations).merged(other);
        }

        private Opinion merged(Opinion other) {
            return new Opinion(
                    verdict,
                    ImmutableSet.<String>builder()
                            .addAll(rules)
                            .addAll(other.rules)
                            .build(),
                    ImmutableSet.<Obligation>builder()
                            .addAll(obligations)
                            .addAll(other.obligations)
                            .build());
        }

        Verdict verdictOrNoGround() {
            return verdict == null ? Verdict.deny(Reason.NO_LEGAL_GROUND) : verdict;
        }
    }
}
