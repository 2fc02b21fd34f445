package dev.cdm.matching.scoring;

/** Pairs with their agreement patterns and weights. Immutable and safe for any thread. */
public final class PairScores {

    private final int[] left;
    private final int[] right;
    private final long[] patterns;
    private final double[] weights;

    PairScores(int[] left, int[] right, long[] patterns, double[] weights) {
        this.left = left;
        this.right = right;
        this.patterns = patterns;
        this.weights = weights;
    }

    /** {@return how many pairs there are} */
    public int size() {
        return left.length;
    }

    /**
     * {@return one record of a pair}
     *
     * @param pair the pair, from 0
     */
    public int left(int pair) {
        return left[pair];
    }

    /**
     * {@return the other record of a pair}
     *
     * @param pair the pair, from 0
     */
    public int right(int pair) {
        return right[pair];
    }

    /**
     * {@return the agreement pattern of a pair}
     *
     * @param pair the pair, from 0
     */
    public long pattern(int pair) {
        return patterns[pair];
    }

    /**
     * {@return the weight of a pair in bits}
     *
     * @param pair the pair, from 0
     */
    public double weight(int pair) {
        return weights[pair];
    }

    /**
     * {@return the probability that a pair is one person}
     *
     * @param pair the pair, from 0
     */
    public double probability(int pair) {
        return FellegiSunterModel.probability(weights[pair]);
    }
}
