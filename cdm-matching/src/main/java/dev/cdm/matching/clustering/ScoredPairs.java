package dev.cdm.matching.clustering;

import dev.cdm.core.internal.Checks;

/**
 * Pairs of records with the natural logarithm of the odds that they are one entity.
 *
 * @param left one record of every pair
 * @param right the other record
 * @param logits the logarithm of the odds
 */
@SuppressWarnings("ArrayRecordComponent") // columns; compared by nobody
public record ScoredPairs(int[] left, int[] right, double[] logits) {

    /** Checks that the columns have one length. */
    public ScoredPairs {
        Checks.require(left.length == right.length, "right", "must be as long as left");
        Checks.require(left.length == logits.length, "logits", "must be as long as left");
    }

    /** {@return how many pairs there are} */
    public int size() {
        return left.length;
    }

    /** {@return the numbers of the pairs, the best first; ties in the order of their records} */
    int[] bestFirst() {
        long[] keys = new long[logits.length];
        for (int pair = 0; pair < keys.length; pair++) {
            long bits = Double.doubleToLongBits(logits[pair]);
            keys[pair] = bits < 0 ? bits : ~bits & Long.MAX_VALUE;
        }
        return dev.cdm.matching.table.RowOrder.by(keys);
    }
}
