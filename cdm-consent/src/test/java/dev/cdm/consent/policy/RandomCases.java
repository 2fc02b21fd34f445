package dev.cdm.consent.policy;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Condition.Line;
import dev.cdm.consent.pack.Condition.Relation;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Obligation;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Histories and questions at random, from a seed. The world is small, so that events meet: few purposes, twelve minutes,
 * two addresses.
 */
final class RandomCases {

    private static final List<PurposeId> PURPOSES =
            Case.PURPOSES.all().stream().map(Purpose::id).toList();
    private static final List<EventKind> COMMON =
            List.of(EventKind.GIVEN, EventKind.GIVEN, EventKind.WITHDRAWN, EventKind.LEGAL_GROUND_STARTED);
    private static final List<String> CONTACTS = List.of("", "", "", "", "", "", "a@example.org", "b@example.org");
    private static final List<String> CONTROLLERS = List.of("acme", "acme", "other");
    private static final List<LegalBasis> GROUNDS = List.of(
            LegalBasis.CONTRACT,
            LegalBasis.LEGITIMATE_INTEREST,
            LegalBasis.LEGITIMATE_INTEREST,
            LegalBasis.LEGAL_OBLIGATION,
            LegalBasis.LEGAL_CLAIMS,
            LegalBasis.STATUTORY_EXCEPTION);
    private static final List<List<String>> CATEGORIES =
            List.of(List.of(), List.of(), List.of(), List.of("health"), List.of("purchase"), List.of("transaction"));

    private static final LocalDate LEAP_DAY = LocalDate.of(2000, 2, 29);
    private static final ZoneId STILL_FEBRUARY = ZoneId.of("Pacific/Pago_Pago");

    private final Random random;
    private final PurposeId focus;

    RandomCases(long seed) {
        this.random = new Random(seed);
        this.focus = pick(PURPOSES);
    }

    List<ConsentEvent> events(int most, RecordId... records) {
        List<ConsentEvent> events = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            events.add(event(i, pick(List.of(records)), events));
        }
        return events;
    }

    ConsentEvent event(int number, RecordId record, List<ConsentEvent> before) {
        return event(random.nextBoolean() ? pick(COMMON) : pick(List.of(EventKind.values())), number, record, before);
    }

    ConsentEvent event(EventKind kind, int number, RecordId record, List<ConsentEvent> before) {
        boolean all = kind.denies() && one(6);
        ConsentEventBuilder builder = ConsentEvent.of(kind, record, all ? ConsentEvent.EVERY_PURPOSE : purpose())
                .id(record.system() + number)
                .at(Case.minute(random.nextInt(12)))
                .assurance(one(2) ? Assurance.LOW : pick(List.of(Assurance.values())))
                .categories(one(3) ? pick(CATEGORIES) : List.of())
                .contactPoint(pick(CONTACTS))
                .notice(one(4) ? "" : "privacy@1")
                .evidence(one(4) ? "" : "lia-1")
                .method(one(6) ? pick(List.of(Method.values())) : Method.AFFIRMATIVE)
                .actor(one(5) ? Actor.GUARDIAN : Actor.SELF)
                .clock(Duration.ofMinutes(one(3) ? random.nextInt(3) : 0), one(4));
        return scoped(timed(builder, kind), before).build();
    }

    private ConsentEventBuilder timed(ConsentEventBuilder builder, EventKind kind) {
        if (one(2)) {
            builder.received(Case.minute(random.nextInt(12)));
        }
        if (one(3)) {
            builder.seq(random.nextInt(4));
        }
        if (one(3)) {
            builder.source(one(2) ? "web" : "crm");
        }
        if (one(6)) {
            builder.expires(Case.minute(random.nextInt(14)));
        }
        if (kind.effect() == EventKind.Effect.GROUND) {
            builder.basis(pick(GROUNDS));
        }
        return builder;
    }

    private ConsentEventBuilder scoped(ConsentEventBuilder builder, List<ConsentEvent> before) {
        if (one(6)) {
            builder.channel(one(2) ? Channel.EMAIL : Channel.SMS);
        }
        if (one(8)) {
            builder.controller(pick(CONTROLLERS));
        }
        if (one(2)) {
            builder.covering(List.of(Case.NEWS, Case.BOTH, Case.ADS));
        }
        if (!before.isEmpty() && one(3)) {
            builder.supersedes(List.of(pick(before).id()));
        }
        return builder;
    }

    ConsentQuery.Builder query() {
        ConsentQuery.Builder query = Case.ask(one(5) ? purpose() : focus, 4 + random.nextInt(10))
                .categories(one(3) ? pick(CATEGORIES) : List.of())
                .contactPoint(one(2) ? pick(CONTACTS) : "");
        if (one(2)) {
            query.channel(one(2) ? Channel.EMAIL : Channel.SMS);
        }
        return one(8) ? query.controller(pick(CONTROLLERS)) : query;
    }

    /** A question with a region, facts and an age. */
    ConsentQuery.Builder situation(List<String> regions) {
        Facts.Builder facts = Facts.builder();
        for (int i = below(6); i > 0; i--) {
            facts.flag(pick(List.of(Fact.values())), one(2));
        }
        if (one(3)) {
            facts.relation(pick(List.of(Relation.values())), day(random.nextInt(900)));
        }
        if (one(4)) {
            facts.register(day(random.nextInt(60)), one(3));
        }
        if (one(4)) {
            facts.line(pick(List.of(Line.values())));
        }
        if (one(4)) {
            facts.localTime(LocalTime.of(random.nextInt(24), 0));
        }
        if (one(8)) {
            facts.unmet(pick(List.of(Obligation.values())));
        }
        ConsentQuery.Builder query = query().region(pick(regions))
                .establishment(one(4) ? pick(regions) : "")
                .gpc(one(4) ? "1" : "0")
                .facts(facts.build());
        if (one(3)) {
            query.birthDate(one(4) ? LEAP_DAY.plusYears(4L * random.nextInt(6)) : day(365 * random.nextInt(40)));
        }
        return one(4) ? query.zone(STILL_FEBRUARY) : query;
    }

    private static LocalDate day(int before) {
        return LocalDate.of(2025, 3, 1).minusDays(before);
    }

    PurposeId purpose() {
        return one(3) ? pick(PURPOSES) : focus;
    }

    boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    double fraction() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
