package dev.cdm.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.Records;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.UnreadableBodyException;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.Values;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class JsonCodecsProperties {

    private final JsonCodecs codecs = JsonCodecs.of();
    private final JsonCodecs others = JsonCodecs.of();

    /** A fact of some kind. */
    record Fact<T>(Kind<T> kind, T value) {

        @SuppressWarnings("unchecked") // the generators are filed under the names of their kinds
        static <T> Fact<T> of(Kind<T> kind, Object value) {
            return new Fact<>(kind, (T) value);
        }

        String encoded(JsonCodecs codecs) {
            return codecs.encode(kind, value);
        }

        T decoded(JsonCodecs codecs, String body) {
            return codecs.decode(kind, kind.version(), body);
        }
    }

    @Property(tries = 500)
    void everyFactComesBackAsItWas(@ForAll("facts") Fact<?> fact) {
        String body = fact.encoded(codecs);
        Object back = fact.decoded(codecs, body);
        assertThat(back).isEqualTo(fact.value());
        assertThat(Fact.of(fact.kind(), back).encoded(others)).isEqualTo(body);
        assertThat(CodePoints.storable(body)).isTrue();
    }

    @Property(tries = 200)
    void recordsComeBackValueByValueWithTheirObservationId(@ForAll("records") SourceRecord record) {
        String body = codecs.encode(IdentityKinds.RECORDS, record);
        SourceRecord back = codecs.decode(IdentityKinds.RECORDS, 1, body);
        assertThat(back.observationId()).isEqualTo(record.observationId());
        assertThat(back.values()).isEqualTo(record.values());
        assertThat(back.values())
                .extracting(Sourced::rawText)
                .isEqualTo(record.values().stream().map(Sourced::rawText).toList());
        assertThat(back.identifiers()).isEqualTo(record.identifiers());
        assertThat(back.problems()).isEqualTo(record.problems());
        assertThat(back.provenance()).isEqualTo(record.provenance());
        assertThat(back.version()).isEqualTo(record.version());
    }

    @Property(tries = 300)
    void valuesComeBackWithAllTheirParts(@ForAll("values") AttributeValue value) {
        JsonObject object = JsonObject.builder().put("value", value).build();
        AttributeValue back = object.value("value", AttributeValue.class);
        assertThat(back).isEqualTo(value).hasSameClassAs(value);
        assertThat(ValueTexts.text(back)).isEqualTo(ValueTexts.text(value));
    }

    @Property(tries = 300)
    void aDamagedBodyIsUnreadableOrAnotherFactAndItsTextIsNotTold(
            @ForAll("facts") Fact<?> fact, @ForAll @IntRange(max = 2_000) int place, @ForAll("damages") String damage) {
        String body = fact.encoded(codecs);
        int at = body.offsetByCodePoints(0, place % body.codePointCount(0, body.length()));
        int next = body.offsetByCodePoints(at, 1);
        String damaged = body.substring(0, at) + damage + body.substring(next);
        try {
            assertThat(fact.decoded(codecs, damaged)).isInstanceOf(fact.kind().type());
        } catch (UnreadableBodyException e) {
            assertThat(Objects.toString(e.getMessage()))
                    .matches("a body of kind `[a-z_]+` in version [12] cannot be read: [A-Za-z0-9 ]+");
            assertThat(e).hasNoCause();
        }
    }

    @Property(tries = 300)
    void instantsAreReadAsTheJdkWritesThem(@ForAll("instants") Instant instant) {
        assertThat(Tokens.instant(instant.toString())).isEqualTo(instant);
    }

    @Provide
    Arbitrary<Fact<?>> facts() {
        List<Kind<?>> kinds = Goldens.kinds();
        return Arbitraries.of(kinds).flatMap(kind -> Facts.of(kind).map(value -> Fact.of(kind, value)));
    }

    @Provide
    Arbitrary<SourceRecord> records() {
        return Records.all();
    }

    @Provide
    Arbitrary<AttributeValue> values() {
        return Values.all();
    }

    @Provide
    Arbitrary<String> damages() {
        return Arbitraries.of("", "\"", "{", "}", "[", "]", ",", "1", "x", "null", "\\", " ");
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> edges = Arbitraries.of(
                Instant.MIN,
                Instant.MAX,
                Instant.EPOCH,
                Instant.parse("0000-01-01T00:00:00Z"),
                Instant.parse("-0001-12-31T23:59:59.999Z"),
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.parse("2024-02-29T23:59:59.100Z"),
                Instant.parse("1969-12-31T23:59:59.000001Z"));
        Arbitrary<Instant> round = Combinators.combine(
                        Values.instants(),
                        Arbitraries.of(ChronoUnit.NANOS, ChronoUnit.MICROS, ChronoUnit.MILLIS, ChronoUnit.SECONDS))
                .as((time, unit) -> time.truncatedTo(unit));
        return Arbitraries.frequencyOf(Tuple.of(1, edges), Tuple.of(4, round));
    }
}
