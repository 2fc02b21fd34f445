package dev.cdm.matching.quality;

/**
 * From expected counts to estimates with intervals.
 *
 * <p>The sums of probabilities are right on average, not for one set: a model is a little too sure or too modest as a
 * whole, and then errors of both kinds move together. So both estimates are weighted geometric means of what each kind of
 * evidence says about the rate of errors near the threshold: pairs doubtful within clusters, pairs doubtful between
 * them, and, since pairs that were never compared leave no probability, how often a pair that is known through a third
 * record was itself not found (a capture-recapture estimate with the third record as the other capture; Chao, Estimating
 * the Population Size for Capture-Recapture Data with Unequal Catchability, Biometrics 43, 1987). The weights, factors and
 * spreads below were measured on forty sets of invented people; the sets on which intervals are tested were others.
 */
final class ErrorCounts {

    /** How wide the logarithm of an error count spreads around its estimate beyond chance. */
    private static final double FALSE_SPREAD = 0.5;

    private static final double MISSED_SPREAD = 0.6;
    private static final double MISSED_FACTOR = 1.9;

    /** The 95 % quantile of the normal distribution: 5 % lie above, 5 % below. */
    private static final double QUANTILE = 1.645;

    private static final double HALF = 0.5;

    /** How many pairs what is seen between clusters is worth where few pairs are known through a third record. */
    private static final double PRIOR_PAIRS = 50;

    private static final double PRIOR_SHARE = 0.3;

    private final double joined;
    private final double within;
    private final double between;
    private final double unseen;

    /**
     * Takes the counts.
     *
     * @param joined how many pairs are joined
     * @param doubtful how many of them are expected to be false
     * @param missed how many pairs between clusters are expected to be true
     * @param through how many pairs of one cluster have a third record beside them
     * @param unseen how many of these were not found by themselves
     */
    ErrorCounts(long joined, double doubtful, double missed, long through, long unseen) {
        this.joined = joined;
        within = (doubtful + HALF) / (joined + 1);
        between = (missed + HALF) / (joined + 1);
        this.unseen = (unseen + HALF / 2 + PRIOR_PAIRS * PRIOR_SHARE * between) / (through + PRIOR_PAIRS);
    }

    Estimate falsePairs() {
        double rate = Math.pow(within, .7) * Math.pow(between, .3);
        return estimate(rate, FALSE_SPREAD, joined);
    }

    Estimate missedPairs() {
        double rate = MISSED_FACTOR * Math.pow(between, .5) * Math.pow(within, .25) * Math.pow(unseen, .25);
        return estimate(rate, MISSED_SPREAD, Double.MAX_VALUE);
    }

    private Estimate estimate(double rate, double spread, double most) {
        double count = Math.max(rate * (joined + 1), HALF);
        double factor = Math.exp(QUANTILE * Math.sqrt(spread * spread + HALF / count));
        double value = Math.min(most, count - HALF);
        double low = Math.max(0, count / factor - HALF);
        return new Estimate(value, Math.min(value, low), Math.min(most, Math.max(value, count * factor - HALF)));
    }
}
