package dev.cdm.core.model;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.value.AttributeValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source system asserted about one of its records at one time: typed values with provenance, identifiers and the
 * problems found. Immutable, thread-safe.
 *
 * <p>The id of the observation is a hash of record id, source-asserted version or time, and content: the same row again
 * is the same observation, a changed row a new one. The time of receipt is not part of it.
 *
 * <p>Values lie in flat arrays and share one provenance; raw text is kept only where it differs from the canonical text.
 */
public final class SourceRecord {

    private final RecordId recordId;
    private final ObservationKind kind;
    private final String version;
    private final Provenance provenance;
    private final SourceValues values;
    private final ImmutableList<Identifier> identifiers;
    private final ImmutableList<ValueProblem> problems;
    private @Nullable String observationId;

    SourceRecord(SourceRecordBuilder builder) {
        this.recordId = builder.recordId;
        this.kind = builder.kind;
        this.version = builder.version;
        this.provenance = builder.provenance;
        this.values = new SourceValues(builder.values, provenance);
        this.identifiers = builder.identifiers();
        this.problems = ImmutableList.copyOf(builder.problems);
    }

    /**
     * {@return a builder}
     *
     * @param recordId whom the source means
     * @param provenance the provenance of all values that get none of their own; its source is the record id's system
     */
    public static SourceRecordBuilder builder(RecordId recordId, Provenance provenance) {
        return new SourceRecordBuilder(recordId, provenance);
    }

    /** {@return whom the source means} */
    public RecordId recordId() {
        return recordId;
    }

    /** {@return the id of the observation, 27 characters} */
    public String observationId() {
        /* Computed when first asked for: who reads a stored record mostly does not ask. Two threads compute the same. */
        String id = observationId;
        if (id == null) {
            id = ObservationHash.of(this);
            observationId = id;
        }
        return id;
    }

    /** {@return whether this is the whole record, a change or a deletion} */
    public ObservationKind kind() {
        return kind;
    }

    /** {@return the source's own version of the record, or empty} */
    public String version() {
        return version;
    }

    /** {@return the provenance shared by the values} */
    public Provenance provenance() {
        return provenance;
    }

    /** {@return all values in the order they were added} */
    public List<Sourced<?>> values() {
        return values.all();
    }

    /**
     * {@return the values of an attribute in the order they were added}
     *
     * @param key the attribute
     * @param <V> the type of the values
     */
    public <V extends AttributeValue> List<Sourced<V>> values(AttributeKey<V> key) {
        return values.of(key);
    }

    /**
     * {@return the first value of an attribute}
     *
     * @param key the attribute
     * @param <V> the type of the value
     */
    public <V extends AttributeValue> Optional<V> value(AttributeKey<V> key) {
        return values.first(key);
    }

    /** {@return the identifiers in the order they were added, each once} */
    public List<Identifier> identifiers() {
        return identifiers;
    }

    /** {@return the problems found at intake} */
    public List<ValueProblem> problems() {
        return problems;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceRecord that
                && observationId().equals(that.observationId())
                && provenance.equals(that.provenance);
    }

    @Override
    public int hashCode() {
        return observationId().hashCode();
    }

    @Override
    public String toString() {
        return "SourceRecord[" + recordId + " " + kind + " " + values.names() + "]";
    }
}
