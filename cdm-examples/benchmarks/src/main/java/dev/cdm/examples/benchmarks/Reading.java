package dev.cdm.examples.benchmarks;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.TableKind;
import java.util.List;

/** What the storage benchmark stores: an id, a subject, a topic, and about 400 characters of text. */
record Reading(String id, String subject, String topic, String text) {

    static final LogKind<Reading> LOG = LogKind.named("bench_reading", Reading.class)
            .index("topic", reading -> List.of(reading.topic))
            .subjects(reading -> List.of(reading.subject))
            .keyedBy(Reading::id);

    static final TableKind<Reading> TABLE = TableKind.named("bench_state", Reading.class)
            .index("topic", reading -> List.of(reading.topic))
            .subjects(reading -> List.of(reading.subject))
            .keyedBy(Reading::id);

    private static final String TEXT =
            "{\"attribute\":\"value of some length\",\"observed\":\"2024-01-31\"} ".repeat(6);

    static Reading of(String id, long number) {
        return new Reading(id, "crm/" + number % 5_000, "topic" + number % 20, TEXT + number);
    }

    String encode() {
        return String.join("\n", id, subject, topic, text);
    }

    static Reading decode(String body) {
        String[] parts = body.split("\n", 4);
        return new Reading(parts[0], parts[1], parts[2], parts[3]);
    }

    /** The same encoding as a codec. */
    enum AsText implements Codecs {
        INSTANCE;

        @Override
        public <T> String encode(Kind<T> kind, T value) {
            return ((Reading) value).encode();
        }

        @Override
        public <T> T decode(Kind<T> kind, int version, String body) {
            return kind.type().cast(Reading.decode(body));
        }
    }
}
