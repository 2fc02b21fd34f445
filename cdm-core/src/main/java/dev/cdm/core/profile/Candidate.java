package dev.cdm.core.profile;

import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.value.AttributeValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as one record asserts it, with what survivorship looks at. Immutable.
 *
 * @param <V> the type of the value
 */
public final class Candidate<V extends AttributeValue> {

    private final RecordId recordId;
    private final Sourced<V> sourced;
    private final int trust;
    private final Instant effectiveAt;
    private final int support;

    Candidate(Member member, Sourced<V> sourced, int support) {
        this.recordId = member.recordId();
        this.sourced = sourced;
        this.trust = member.trust();
        this.effectiveAt = member.effectiveAt(sourced.provenance());
        this.support = support;
    }

    /** {@return the record that asserts the value} */
    public RecordId recordId() {
        return recordId;
    }

    /** {@return the value} */
    public V value() {
        return sourced.value();
    }

    /** {@return where the value came from} */
    public Provenance provenance() {
        return sourced.provenance();
    }

    /** {@return the text that came, if it differs from the canonical text} */
    public Optional<String> rawText() {
        return sourced.rawText();
    }

    /** {@return how far the source system is trusted, from 0 to 100; 50 for a system that is not registered} */
    public int trust() {
        return trust;
    }

    /**
     * {@return since when the value holds: the time the source asserts, but no later than the time of receipt plus the
     * tolerance of the source's clock; the time of receipt if the source asserts none}
     */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /** {@return how many records assert an equal value, from 1} */
    public int support() {
        return support;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Candidate<?> that
                && recordId.equals(that.recordId)
                && sourced.equals(that.sourced)
                && trust == that.trust
                && support == that.support;
    }

    @Override
    public int hashCode() {
        return 31 * recordId.hashCode() + sourced.hashCode();
    }

    @Override
    public String toString() {
        return "Candidate[" + sourced.key() + " of " + recordId + "]";
    }
}
