package dev.cdm.core.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a source record; not thread-safe. */
public final class SourceRecordBuilder {

    final RecordId recordId;
    final Provenance provenance;
    final List<Sourced<?>> values = new ArrayList<>();
    final List<ValueProblem> problems = new ArrayList<>();
    ObservationKind kind = ObservationKind.SNAPSHOT;
    String version = "";
    private final ImmutableSet.Builder<Identifier> identifiers = ImmutableSet.builder();

    SourceRecordBuilder(RecordId recordId, Provenance provenance) {
        Checks.require(
                provenance.source().equals(recordId.system()),
                "provenance",
                "must name the system of the record id",
                "`" + provenance.source() + "`");
        this.recordId = recordId;
        this.provenance = provenance;
    }

    /**
     * {@return this builder, with what the record asserts; the default is a snapshot}
     *
     * @param observation the whole record, a change or a deletion
     */
    public SourceRecordBuilder kind(ObservationKind observation) {
        this.kind = observation;
        return this;
    }

    /**
     * {@return this builder, with the source's own version of the record}
     *
     * @param number a number, hash or time stamp
     */
    public SourceRecordBuilder version(String number) {
        this.version = number;
        return this;
    }

    /**
     * {@return this builder, with a value under the record's provenance}
     *
     * @param key the attribute
     * @param value the value
     * @param <V> the type of the value
     */
    public <V extends AttributeValue> SourceRecordBuilder value(AttributeKey<V> key, V value) {
        return value(key, value, provenance, null);
    }

    /**
     * {@return this builder, with a value}
     *
     * @param key the attribute
     * @param value the value
     * @param itsProvenance where this value came from; of the same source as the record
     * @param rawText the text that came, or {@code null}; kept only if it differs from the canonical text
     * @param <V> the type of the value
     */
    public <V extends AttributeValue> SourceRecordBuilder value(
            AttributeKey<V> key, V value, Provenance itsProvenance, @Nullable String rawText) {
        Checks.require(
                key.type().isInstance(value), "value", "must be a " + key.type().getSimpleName());
        Checks.require(
                itsProvenance.source().equals(recordId.system()),
                "provenance",
                "must name the system of the record id",
                "`" + itsProvenance.source() + "`");
        boolean same = rawText == null || rawText.equals(value.canonicalText());
        values.add(new Sourced<>(key, value, itsProvenance, same ? null : rawText));
        return this;
    }

    /**
     * {@return this builder, with an identifier; the same one again changes nothing}
     *
     * @param identifier the identifier
     */
    public SourceRecordBuilder identifier(Identifier identifier) {
        identifiers.add(identifier);
        return this;
    }

    /**
     * {@return this builder, with a problem found}
     *
     * @param problem the problem
     */
    public SourceRecordBuilder problem(ValueProblem problem) {
        problems.add(problem);
        return this;
    }

    /* Over an array of its own: as the set's list it would keep the set's hash table in memory. */
    ImmutableList<Identifier> identifiers() {
        return ImmutableList.copyOf(identifiers.build().toArray(new Identifier[0]));
    }

    /** {@return the source record} */
    public SourceRecord build() {
        return new SourceRecord(this);
    }
}
