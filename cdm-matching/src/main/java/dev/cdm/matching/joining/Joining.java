package dev.cdm.matching.joining;

import dev.cdm.core.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How records are joined.
 *
 * @param method how pairs become clusters
 * @param constraints what holds whatever the scores say
 * @param threshold the calibrated probability above which records are joined, above 0 and below 1; null for the cut of the
 *     model: its threshold, or even odds as it sees them before they are calibrated where it is learned from the records
 */
public record Joining(
        ClusteringMethod method,
        Constraints constraints,
        @Nullable Double threshold) {

    /** The default: all records of two clusters are heard, nothing is constrained, and the model has its cut. */
    public static final Joining USUAL = new Joining(ClusteringMethod.FIELDWISE, Constraints.none(), null);

    /**
     * Checks the threshold.
     *
     * @throws IllegalArgumentException if it is not above 0 and below 1
     */
    public Joining {
        if (threshold != null) {
            Checks.require(threshold > 0 && threshold < 1, "threshold", "must be above 0 and below 1", threshold);
        }
    }

    /**
     * {@return the same with another way from pairs to clusters}
     *
     * @param other which
     */
    public Joining by(ClusteringMethod other) {
        return new Joining(other, constraints, threshold);
    }

    /**
     * {@return the same with other constraints}
     *
     * @param others which
     */
    public Joining under(Constraints others) {
        return new Joining(method, others, threshold);
    }

    /**
     * {@return the same with another threshold}
     *
     * @param probability the calibrated probability above which records are joined, above 0 and below 1
     */
    public Joining above(double probability) {
        return new Joining(method, constraints, probability);
    }
}
