package dev.cdm.matching.clustering;

import dev.cdm.core.internal.Checks;
import java.util.function.IntToDoubleFunction;

/**
 * How the scores of pairs must be stretched and shifted so that they agree with what the clusters say: the odds of one
 * entity are {@code slope * logit + shift}. Immutable.
 *
 * <p>Clusters know more than a pair alone, wherever a third record is involved: what they say of such a pair is taken as
 * its outcome. A pair that stands alone cannot correct itself and keeps its own probability. Fitted by Newton's method
 * with normal priors around no change (Platt, Probabilistic Outputs for Support Vector Machines, 1999); the slope is
 * held near 1, since clusters that were cut by the same scores look sharper than they are.
 *
 * @param slope by what the logarithm of the odds is multiplied; above 0
 * @param shift what is added to it
 */
public record LogisticFit(double slope, double shift) {

    /** The lowest score that is heard. */
    public static final double LEAST = -8;

    /** The highest score that is heard. */
    public static final double MOST = 12;

    private static final double SLOPE_PRECISION = 1000;
    private static final double SHIFT_PRECISION = 1;
    private static final int STEPS = 50;
    private static final double ENOUGH = 1e-9;

    /**
     * Checks the slope.
     *
     * @throws IllegalArgumentException if the slope is not above 0
     */
    public LogisticFit {
        Checks.require(slope > 0, "slope", "must be above 0", slope);
    }

    /**
     * {@return the fit of scores to clusters}
     *
     * @param pairs the pairs with their scores, in an order that depends on the records only
     * @param labels the cluster of every record
     */
    public static LogisticFit of(ScoredPairs pairs, int[] labels) {
        int[] sizes = new int[labels.length];
        DisjointRows connected = new DisjointRows(labels.length);
        for (int pair = 0; pair < pairs.size(); pair++) {
            connected.join(pairs.left()[pair], pairs.right()[pair]);
        }
        for (int row = 0; row < sizes.length; row++) {
            sizes[connected.find(row)]++;
        }
        return fit(pairs, pair -> {
            int left = pairs.left()[pair];
            boolean alone = sizes[connected.find(left)] <= 2;
            boolean together = labels[left] == labels[pairs.right()[pair]];
            return alone ? probability(pairs.logits()[pair]) : together ? 1 : 0;
        });
    }

    private static LogisticFit fit(ScoredPairs pairs, IntToDoubleFunction outcomes) {
        double slope = 1;
        double shift = 0;
        double change = 1;
        for (int step = 0; step < STEPS && change >= ENOUGH; step++) {
            double[] sums = sums(pairs, outcomes, slope, shift);
            double determinant = sums[2] * sums[3] - sums[4] * sums[4];
            double slopeStep = (sums[3] * sums[0] - sums[4] * sums[1]) / determinant;
            double shiftStep = (sums[2] * sums[1] - sums[4] * sums[0]) / determinant;
            slope = Math.max(slope / 2, slope + slopeStep);
            shift += shiftStep;
            change = Math.abs(slopeStep) + Math.abs(shiftStep);
        }
        return new LogisticFit(slope, shift);
    }

    /** The gradient by slope and by shift, and the second derivatives: of the slope, of the shift, mixed. */
    private static double[] sums(ScoredPairs pairs, IntToDoubleFunction outcomes, double slope, double shift) {
        double[] sums = {SLOPE_PRECISION * (1 - slope), -SHIFT_PRECISION * shift, SLOPE_PRECISION, SHIFT_PRECISION, 0};
        for (int pair = 0; pair < pairs.size(); pair++) {
            double logit = pairs.logits()[pair];
            if (logit > LEAST && logit < MOST) {
                double probability = probability(slope * logit + shift);
                double missing = outcomes.applyAsDouble(pair) - probability;
                double spread = probability * (1 - probability);
                sums[0] += missing * logit;
                sums[1] += missing;
                sums[2] += spread * logit * logit;
                sums[3] += spread;
                sums[4] += spread * logit;
            }
        }
        return sums;
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
