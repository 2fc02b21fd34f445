package dev.cdm.core.model;

import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.Values;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Generators of records, whose keys of attributes follow the type of the value. */
public final class Records {

    private Records() {}

    /** Records of one source with up to nine values, identifiers and problems. */
    public static Arbitrary<SourceRecord> all() {
        return Combinators.combine(
                        provenances(),
                        Values.texts(),
                        Values.all().list().ofMaxSize(9),
                        identifiers().list().ofMaxSize(3),
                        Values.texts().list().ofMaxSize(2),
                        Arbitraries.of(ObservationKind.class))
                .as(Records::record);
    }

    /** A record with the given parts; every third value has a raw text, every fourth a provenance of its own. */
    static SourceRecord record(
            Provenance provenance,
            String key,
            List<AttributeValue> values,
            List<Identifier> identifiers,
            List<String> rawProblems,
            ObservationKind kind) {
        SourceRecordBuilder builder = SourceRecord.builder(new RecordId("crm", key), provenance)
                .kind(kind)
                .version("v" + key.length());
        for (int i = 0; i < values.size(); i++) {
            Provenance own = i % 4 == 3
                    ? provenance.toBuilder()
                            .verification(VerificationState.VERIFIED)
                            .build()
                    : provenance;
            add(builder, values.get(i), own, i % 3 == 2 ? values.get(i).canonicalText() + "!" : null);
        }
        identifiers.forEach(builder::identifier);
        rawProblems.forEach(raw -> builder.problem(
                new ValueProblem("email.malformed", ProblemSeverity.ERROR, "email", "no at sign", raw)));
        return builder.build();
    }

    private static <V extends AttributeValue> void add(
            SourceRecordBuilder builder, V value, Provenance provenance, @Nullable String raw) {
        @SuppressWarnings("unchecked") // the class of a value is the class of its type
        Class<V> type = (Class<V>) value.getClass();
        String name = "x" + type.getSimpleName().toLowerCase(Locale.ROOT);
        builder.value(new AttributeKey<>(name, type), value, provenance, raw);
    }

    /** Identifiers of the standard types. */
    public static Arbitrary<Identifier> identifiers() {
        return Combinators.combine(
                        Arbitraries.of(IdentifierType.EMAIL, IdentifierType.PHONE, IdentifierType.USER_ID),
                        Values.texts())
                .as(Identifier::new);
    }

    /** Provenances of the source {@code crm}. */
    public static Arbitrary<Provenance> provenances() {
        return Combinators.combine(
                        Values.instants(),
                        Values.instants().injectNull(0.3),
                        Arbitraries.of(CollectionMethod.class),
                        Arbitraries.of(AssertionKind.class),
                        Arbitraries.of(VerificationState.class),
                        Arbitraries.doubles().between(0, 1),
                        Values.texts())
                .as(Records::provenance);
    }

    private static Provenance provenance(
            Instant received,
            @Nullable Instant observed,
            CollectionMethod method,
            AssertionKind assertion,
            VerificationState state,
            double confidence,
            String by) {
        Provenance.Builder builder = Provenance.builder("crm", received)
                .method(method)
                .assertion(assertion)
                .verification(state)
                .confidence(confidence)
                .recordedBy(by)
                .purposes(Set.of(new PurposeId("marketing")));
        return observed == null ? builder.build() : builder.observedAt(observed).build();
    }
}
