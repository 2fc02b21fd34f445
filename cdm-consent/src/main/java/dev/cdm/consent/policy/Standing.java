package dev.cdm.consent.policy;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.notice.Notices;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.pack.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The answers to one question at all times: a decision changes only at the times that the events, rules, periods and
 * birthdays name, so between two of them it is one constant. Immutable, thread-safe; a look-up allocates nothing.
 *
 * <p>It holds for the history it was compiled from. Whoever keeps it compares the heads of the ledger first.
 */
public final class Standing {

    private static final int OLDEST = 130;

    private final Instant[] changes;
    private final Reason[] reasons;

    private Standing(Instant[] changes, Reason[] reasons) {
        this.changes = changes;
        this.reasons = reasons;
    }

    static Standing compile(
            ConsentQuery query,
            ConsentHistory history,
            List<Pack> packs,
            Notices notices,
            Optional<Period> purposeValidity,
            Function<ConsentQuery, Reason> decide) {
        Changes changes = new Changes(query, packs, notices);
        purposeValidity.ifPresent(changes.validities::add);
        history.events().forEach(changes::event);
        Instant[] times = changes.times.toArray(new Instant[0]);
        Reason[] reasons = new Reason[times.length];
        for (int i = 0; i < times.length; i++) {
            reasons[i] = decide.apply(query.toBuilder().effectiveAt(times[i]).build());
        }
        return new Standing(times, reasons);
    }

    /**
     * {@return why the answer at a time is what it is}
     *
     * @param effectiveAt the time of the use, in the years 1 to 9999
     */
    public Reason reasonAt(Instant effectiveAt) {
        int found = Arrays.binarySearch(changes, effectiveAt);
        return reasons[Math.max(0, found >= 0 ? found : -found - 2)];
    }

    /**
     * {@return whether the use is permitted at a time}
     *
     * @param effectiveAt the time of the use, in the years 1 to 9999
     */
    public boolean permittedAt(Instant effectiveAt) {
        return reasonAt(effectiveAt).permits();
    }

    @Override
    public String toString() {
        return "Standing[" + changes.length + " times]";
    }

    /** Every time at which a decision can change. */
    private static final class Changes {

        private final ConsentQuery query;
        private final Set<Instant> times = new TreeSet<>();
        private final Set<Period> validities = new LinkedHashSet<>();
        private final Set<Period> relations = new LinkedHashSet<>();
        private final Set<Integer> registerDays = new LinkedHashSet<>();

        Changes(ConsentQuery query, List<Pack> packs, Notices notices) {
            this.query = query;
            times.add(ConsentQuery.FIRST);
            notices.all().forEach(notice -> add(notice.reconsentBy()));
            packs.forEach(this::pack);
            query.birthDate().ifPresent(born -> {
                for (int age = 0; age <= OLDEST; age++) {
                    day(born.plusYears(age), query.zone());
                }
            });
            query.facts().relations().values().forEach(last -> {
                day(last, query.zone());
                relations.forEach(within -> day(last.plus(within), query.zone()));
            });
            query.facts().registerAsked().ifPresent(asked -> {
                day(asked, query.zone());
                registerDays.forEach(days -> day(asked.plusDays(days + 1L), query.zone()));
            });
        }

        private void pack(Pack pack) {
            for (Rule rule : pack.rules()) {
                if (rule.from() != null) {
                    day(rule.from(), ZoneOffset.UTC);
                }
                if (rule.to() != null) {
                    day(rule.to(), ZoneOffset.UTC);
                }
                condition(rule.when());
                condition(rule.needs());
            }
            pack.ages().values().forEach(ages -> ages.forEach(age -> day(age.from(), query.zone())));
        }

        private void condition(Condition condition) {
            if (condition instanceof Condition.All all) {
                all.parts().forEach(this::condition);
            } else if (condition instanceof Condition.Any any) {
                any.parts().forEach(this::condition);
            } else if (condition instanceof Condition.Consent consent && consent.validity() != null) {
                validities.add(consent.validity());
            } else if (condition instanceof Condition.RelationIs relation && relation.within() != null) {
                relations.add(relation.within());
            } else if (condition instanceof Condition.RegisterClear register) {
                registerDays.add(register.days());
            }
        }

        void event(ConsentEvent event) {
            Instant from = event.time().grantFrom();
            add(event.time().denialFrom());
            add(from);
            event.expires().ifPresent(this::add);
            validities.forEach(
                    period -> add(from.atZone(query.zone()).plus(period).toInstant()));
        }

        private void day(LocalDate day, ZoneId zone) {
            add(day.atStartOfDay(zone).toInstant());
        }

        private void add(Instant time) {
            if (time.isAfter(ConsentQuery.FIRST) && time.isBefore(ConsentQuery.END)) {
                times.add(time);
            }
        }
    }
}
