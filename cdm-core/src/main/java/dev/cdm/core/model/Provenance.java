package dev.cdm.core.model;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a value came from: which source, when it was observed and received, how, for which purposes, and how sure it
 * is. Immutable; one instance is shared by all values of a record that have no provenance of their own.
 */
public final class Provenance {

    private final String source;
    private final @Nullable Instant observedAt;
    private final Instant receivedAt;
    private final CollectionMethod method;
    private final AssertionKind assertion;
    private final VerificationState verification;
    private final double confidence;
    private final String recordedBy;
    private final ImmutableSet<PurposeId> purposes;

    private Provenance(Builder builder) {
        this.source = builder.source;
        this.observedAt = builder.observedAt;
        this.receivedAt = builder.receivedAt;
        this.method = builder.method;
        this.assertion = builder.assertion;
        this.verification = builder.verification;
        this.confidence = builder.confidence;
        this.recordedBy = builder.recordedBy;
        this.purposes = builder.purposes;
    }

    /**
     * {@return a builder}
     *
     * @param source the id of the source system
     * @param receivedAt when the host received it
     */
    public static Builder builder(String source, Instant receivedAt) {
        return new Builder(SourceSystem.checkId(source), receivedAt);
    }

    /** {@return the id of the source system} */
    public String source() {
        return source;
    }

    /** {@return since when the source says it is so, if it says} */
    public Optional<Instant> observedAt() {
        return Optional.ofNullable(observedAt);
    }

    /** {@return when the host received it} */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** {@return how it reached the host} */
    public CollectionMethod method() {
        return method;
    }

    /** {@return whether it was declared, observed, derived or inferred} */
    public AssertionKind assertion() {
        return assertion;
    }

    /** {@return whether it was verified} */
    public VerificationState verification() {
        return verification;
    }

    /** {@return how sure the source is, from 0 to 1} */
    public double confidence() {
        return confidence;
    }

    /** {@return the id of the employee or system that recorded it, or empty} */
    public String recordedBy() {
        return recordedBy;
    }

    /** {@return the purposes it was collected for, in the order given; empty if none was named} */
    public Set<PurposeId> purposes() {
        return purposes;
    }

    /** {@return a builder with the parts of this provenance} */
    public Builder toBuilder() {
        Builder builder = new Builder(source, receivedAt)
                .method(method)
                .assertion(assertion)
                .verification(verification)
                .confidence(confidence)
                .recordedBy(recordedBy)
                .purposes(purposes);
        return observedAt == null ? builder : builder.observedAt(observedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Provenance that
                && source.equals(that.source)
                && Objects.equals(observedAt, that.observedAt)
                && receivedAt.equals(that.receivedAt)
                && method == that.method
                && assertion == that.assertion
                && verification == that.verification
                && Double.compare(confidence, that.confidence) == 0
                && recordedBy.equals(that.recordedBy)
                && purposes.equals(that.purposes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, observedAt, receivedAt, method, assertion, verification, confidence, recordedBy);
    }

    @Override
    public String toString() {
        return "Provenance[" + source + " " + assertion + " received " + receivedAt + "]";
    }

    /** Collects the parts of a provenance; not thread-safe. */
    public static final class Builder {

        private final String source;
        private final Instant receivedAt;
        private @Nullable Instant observedAt;
        private CollectionMethod method = CollectionMethod.API;
        private AssertionKind assertion = AssertionKind.DECLARED;
        private VerificationState verification = VerificationState.UNVERIFIED;
        private double confidence = 1;
        private String recordedBy = "";
        private ImmutableSet<PurposeId> purposes = ImmutableSet.of();

        private Builder(String source, Instant receivedAt) {
            this.source = source;
            this.receivedAt = receivedAt;
        }

        /**
         * {@return this builder, with the time since when the source says it is so; by default not known}
         *
         * @param time the time
         */
        public Builder observedAt(Instant time) {
            this.observedAt = time;
            return this;
        }

        /**
         * {@return this builder, with the way it reached the host; the default is a call of the library}
         *
         * @param way the way
         */
        public Builder method(CollectionMethod way) {
            this.method = way;
            return this;
        }

        /**
         * {@return this builder, with the kind of assertion; the default is declared}
         *
         * @param kind the kind
         */
        public Builder assertion(AssertionKind kind) {
            this.assertion = kind;
            return this;
        }

        /**
         * {@return this builder, with the state of verification; the default is unverified}
         *
         * @param state the state
         */
        public Builder verification(VerificationState state) {
            this.verification = state;
            return this;
        }

        /**
         * {@return this builder, with the source's confidence; the default is 1}
         *
         * @param probability from 0 to 1
         */
        public Builder confidence(double probability) {
            this.confidence = Checks.between(probability, 0, 1, "confidence");
            return this;
        }

        /**
         * {@return this builder, with who recorded it; by default not known}
         *
         * @param id the id of an employee or system
         */
        public Builder recordedBy(String id) {
            this.recordedBy = id;
            return this;
        }

        /**
         * {@return this builder, with the purposes it was collected for; by default none}
         *
         * @param collectedFor the purposes
         */
        public Builder purposes(Set<PurposeId> collectedFor) {
            this.purposes = ImmutableSet.copyOf(collectedFor);
            return this;
        }

        /** {@return the provenance} */
        public Provenance build() {
            return new Provenance(this);
        }
    }
}
