package dev.cdm.matching.evaluate;

/**
 * Precision and recall.
 *
 * @param precision the share of what was found that is right, between 0 and 1; 0 if nothing was found
 * @param recall the share of what is right that was found, between 0 and 1; 0 if there is nothing to find
 */
public record Score(double precision, double recall) {

    /**
     * {@return the score of counts}
     *
     * @param right how much was found and is right
     * @param found how much was found
     * @param all how much there is to find
     */
    public static Score of(long right, long found, long all) {
        return new Score(found == 0 ? 0 : (double) right / found, all == 0 ? 0 : (double) right / all);
    }

    /** {@return the harmonic mean of both, F1; 0 if both are} */
    public double f1() {
        return f(1);
    }

    /**
     * {@return the weighted harmonic mean of both, after C. J. van Rijsbergen (1979)}
     *
     * @param beta how many times more recall counts than precision, above 0
     */
    public double f(double beta) {
        double sum = beta * beta * precision + recall;
        return sum == 0 ? 0 : (1 + beta * beta) * precision * recall / sum;
    }
}
