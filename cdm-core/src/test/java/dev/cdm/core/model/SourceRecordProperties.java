package dev.cdm.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SourceRecordProperties {

    @Property(tries = 300)
    void noValueRawTextOrIdentifierShowsInToString(@ForAll("records") SourceRecord record) {
        String shown =
                record.toString() + record.values() + record.identifiers() + record.problems() + record.provenance();
        for (Sourced<?> value : record.values()) {
            String text = value.value().canonicalText();
            if (text.matches("(?s).*[a-z]{3}.*")) { // a bare number or time may stand anywhere by chance
                assertThat(shown).doesNotContain(text);
            }
        }
        record.identifiers().forEach(identifier -> assertThat(shown).doesNotContain(identifier.value()));
        record.problems().forEach(problem -> assertThat(shown).doesNotContain(problem.rawText()));
    }

    @Property(tries = 300)
    void theOrderOfValuesDoesNotChangeTheObservation(
            @ForAll("provenances") Provenance provenance, @ForAll("values") List<AttributeValue> values) {
        List<AttributeValue> reversed = new ArrayList<>(values);
        Collections.reverse(reversed);
        assertThat(observation(provenance, values)).isEqualTo(observation(provenance, reversed));
    }

    @Property(tries = 300)
    void theTimeOfReceiptDoesNotChangeTheObservationAndEverythingElseDoes(
            @ForAll("provenances") Provenance provenance, @ForAll("values") List<AttributeValue> values) {
        Provenance later = Provenance.builder(
                        provenance.source(), provenance.receivedAt().plusSeconds(60))
                .method(provenance.method())
                .assertion(provenance.assertion())
                .verification(provenance.verification())
                .confidence(provenance.confidence())
                .recordedBy(provenance.recordedBy())
                .purposes(provenance.purposes())
                .observedAt(provenance.observedAt().orElse(provenance.receivedAt()))
                .build();
        Provenance same = provenance.toBuilder()
                .observedAt(later.observedAt().orElseThrow())
                .build();
        assertThat(observation(later, values)).isEqualTo(observation(same, values));
        Provenance surer = same.toBuilder()
                .confidence(same.confidence() == 0.5 ? 0.25 : 0.5)
                .build();
        assertThat(observation(surer, values)).isNotEqualTo(observation(same, values));
    }

    @Property(tries = 300)
    void whatWasPutInIsReadBack(
            @ForAll("provenances") Provenance provenance, @ForAll("values") List<AttributeValue> values) {
        SourceRecord record = Records.record(provenance, "k", values, List.of(), List.of(), ObservationKind.PATCH);
        assertThat(record.values()).hasSameSizeAs(values);
        for (int i = 0; i < values.size(); i++) {
            Sourced<?> read = record.values().get(i);
            assertThat(read.value()).isEqualTo(values.get(i));
            assertThat(read.rawText().isPresent()).isEqualTo(i % 3 == 2);
            assertThat(record.values(read.key()).toString()).contains(read.toString());
            assertThat(read.provenance().equals(provenance))
                    .isEqualTo(i % 4 != 3 || provenance.verification() == VerificationState.VERIFIED);
        }
    }

    private static String observation(Provenance provenance, List<AttributeValue> values) {
        SourceRecordBuilder builder = SourceRecord.builder(new RecordId("crm", "1"), provenance);
        values.forEach(value -> put(builder, value));
        return builder.build().observationId();
    }

    private static <V extends AttributeValue> void put(SourceRecordBuilder builder, V value) {
        @SuppressWarnings("unchecked") // the class of a value is the class of its type
        Class<V> type = (Class<V>) value.getClass();
        builder.value(new AttributeKey<>("some", type), value);
    }

    @Provide
    Arbitrary<SourceRecord> records() {
        return Records.all();
    }

    @Provide
    Arbitrary<Provenance> provenances() {
        return Records.provenances();
    }

    @Provide
    Arbitrary<List<AttributeValue>> values() {
        return Values.all().list().ofMinSize(1).ofMaxSize(8);
    }
}
