package dev.cdm.matching.quality;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good a result probably is, without labels. Of clusters all pairs of records in one cluster count, of two tables the
 * links; pairs that were never compared count as missed if they are one entity. Holds ids and numbers only. Immutable.
 *
 * <p>What it does not promise: that errors of a kind no score hints at are seen, such as two persons written down alike
 * throughout, or a column whose meaning was told wrongly.
 *
 * @param joinedPairs how many pairs the result says are one entity
 * @param falsePairs how many of them are not, from 0 to {@code joinedPairs}
 * @param missedPairs how many pairs are one entity without being joined, at least 0
 * @param weakBridges what holds clusters together and may be wrong, the worst first; see {@link #MOST_LISTED}
 * @param suspiciousClusters clusters worth a look, the worst first; see {@link #MOST_LISTED}
 */
public record QualityReport(
        long joinedPairs,
        Estimate falsePairs,
        Estimate missedPairs,
        List<WeakBridge> weakBridges,
        List<SuspiciousCluster> suspiciousClusters) {

    /** How many bridges and how many clusters are listed at most. */
    public static final int MOST_LISTED = 1000;

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if more pairs are false than are joined, or numbers are negative
     */
    public QualityReport {
        Checks.require(falsePairs.low() >= 0, "falsePairs", "must be at least 0", falsePairs);
        Checks.require(falsePairs.high() <= joinedPairs, "falsePairs", "must be at most `joinedPairs`", falsePairs);
        Checks.require(missedPairs.low() >= 0, "missedPairs", "must be at least 0", missedPairs);
        weakBridges = ImmutableList.copyOf(weakBridges);
        suspiciousClusters = ImmutableList.copyOf(suspiciousClusters);
    }

    /** {@return the share of the joined pairs that are one entity, from 0 to 1; nothing if no pair was joined} */
    public Optional<Estimate> precision() {
        return joinedPairs == 0
                ? Optional.empty()
                : Optional.of(new Estimate(
                        1 - falsePairs.value() / joinedPairs,
                        1 - falsePairs.high() / joinedPairs,
                        1 - falsePairs.low() / joinedPairs));
    }

    /** {@return the share of the pairs that are one entity which was joined, from 0 to 1; nothing if no pair was joined} */
    public Optional<Estimate> recall() {
        return joinedPairs == 0
                ? Optional.empty()
                : Optional.of(new Estimate(
                        recall(missedPairs.value()), recall(missedPairs.high()), recall(missedPairs.low())));
    }

    private double recall(double missed) {
        double found = joinedPairs - falsePairs.value();
        return found + missed == 0 ? 1 : found / (found + missed);
    }

    /** {@return the harmonic mean of expected precision and recall, from 0 to 1; nothing if no pair was joined} */
    public OptionalDouble f1() {
        double found = joinedPairs - falsePairs.value();
        return joinedPairs == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(2 * found / (joinedPairs + found + missedPairs.value()));
    }

    /** {@return the estimates and how much is listed; no id} */
    @Override
    public String toString() {
        return "QualityReport of " + joinedPairs + " pairs, " + falsePairs + " false, " + missedPairs + " missed, "
                + weakBridges.size() + " weak bridges, " + suspiciousClusters.size() + " suspicious clusters";
    }
}
