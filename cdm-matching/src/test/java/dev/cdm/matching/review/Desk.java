package dev.cdm.matching.review;

import dev.cdm.core.Customers;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import dev.cdm.matching.Reviews;
import dev.cdm.matching.review.ReviewQuestion.Cause;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Customers of whom nothing links, a clock that runs a second each time, and a queue. */
final class Desk {

    static final SourceSystem CRM = SourceSystem.builder("crm", SourceKind.CRM).build();
    static final Instant START = Instant.parse("2025-03-01T10:00:00.123456789Z");

    final Customers customers;
    final ReviewQueue queue;

    Desk() {
        this(MemoryStorage.create());
    }

    Desk(Storage storage) {
        AtomicLong seconds = new AtomicLong();
        customers = Customers.over(storage)
                .sources(CRM)
                .clock(() -> START.plusSeconds(seconds.getAndIncrement()))
                .build();
        queue = Reviews.over(customers);
    }

    static RecordId record(int number) {
        return CRM.record("c" + number);
    }

    Desk receive(int... numbers) {
        for (int number : numbers) {
            customers.receive(RawRecord.builder(record(number))
                    .field("given_name", "Hanako" + number)
                    .build());
        }
        return this;
    }

    static ReviewQuestion ask(int first, int second, double priority) {
        return ask(first, second, priority, "model-1");
    }

    static ReviewQuestion ask(int first, int second, double priority, String model) {
        return ReviewQuestion.of(
                record(first), record(second), Cause.POSSIBLE, .5, priority, model, List.of("birth: the same year"));
    }

    static String id(int first, int second) {
        return ReviewQuestion.id(record(first), record(second));
    }

    boolean together(int first, int second) {
        return customers.profile(record(first)).equals(customers.profile(record(second)))
                || customers
                        .profile(record(first))
                        .orElseThrow()
                        .id()
                        .equals(customers.profile(record(second)).orElseThrow().id());
    }
}
