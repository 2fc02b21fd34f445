package dev.cdm.examples.benchmarks;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.purpose.Categories;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Fifty purposes in five groups, twenty data categories, and people with a dozen grants each, from a seed. */
final class ConsentWorld {

    static final int PURPOSES = 50;
    static final int CATEGORIES = 20;
    static final Instant NOW = Instant.parse("2025-03-01T10:00:00Z");

    private static final int GROUPS = 5;
    private static final int GRANTS = 12;

    private final SplittableRandom random;

    ConsentWorld(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Purposes purposes() {
        Categories.Builder categories = Categories.builder();
        for (int i = 0; i < CATEGORIES; i++) {
            categories.add(category(i), DataClass.ORDINARY, "");
        }
        List<Purpose> purposes = new ArrayList<>();
        for (int i = 0; i < PURPOSES; i++) {
            Purpose.Builder purpose = Purpose.builder("p" + i, "Purpose " + i);
            purposes.add((i < GROUPS ? purpose : purpose.under("p" + i % GROUPS)).build());
        }
        return Purposes.of(purposes, categories.build());
    }

    static PurposeId purpose(int number) {
        return new PurposeId("p" + number);
    }

    static String category(int number) {
        return "c" + number;
    }

    static ConsentQuery query(int purpose, int category) {
        return ConsentQuery.about("shop/1", purpose(purpose), NOW)
                .categories(List.of(category(category)))
                .build();
    }

    /** A person with grants for some categories each. */
    ConsentHistory person(int number) {
        List<ConsentEvent> events = new ArrayList<>();
        for (int i = 0; i < GRANTS; i++) {
            events.add(event(EventKind.GIVEN, number, i, random.nextInt(PURPOSES)));
        }
        return ConsentHistory.of(events);
    }

    /** A long life: grants and withdrawals in turn, sealed one by one. */
    ConsentHistory life(int length) {
        List<ConsentEvent> events = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            EventKind kind = random.nextInt(3) == 0 ? EventKind.WITHDRAWN : EventKind.GIVEN;
            events.add(event(kind, 0, i, random.nextInt(PURPOSES)));
        }
        Map<String, ConsentHistory.Place> places = ConsentHistory.places(events);
        return ConsentHistory.of(events, places);
    }

    private ConsentEvent event(EventKind kind, int person, int number, int purpose) {
        List<String> categories = new ArrayList<>();
        for (int k = random.nextInt(CATEGORIES); k < CATEGORIES; k += 1 + random.nextInt(4)) {
            categories.add(category(k));
        }
        return ConsentEvent.of(kind, new RecordId("shop", Integer.toString(person)), purpose(purpose))
                .id(person + "-" + number)
                .at(NOW.minusSeconds(1_000_000L - number * 900L))
                .categories(categories)
                .build();
    }
}
