package dev.cdm.matching.clustering;

import dev.cdm.core.internal.Checks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

    /**
     * {@return a number for two records in any order: the smaller one in the upper half}
     *
     * @param a one record
     * @param b another record
     */
    public static long key(int a, int b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }

    /** {@return how many pairs there are} */
    public int size() {
        return left.length;
    }

    /**
     * {@return these pairs and more, those left out that are there already}
     *
     * @param more pairs, each once and the smaller record first
     * @param scores the logarithms of their odds
     */
    public ScoredPairs with(int[][] more, double[] scores) {
        Map<Long, Integer> places = new TreeMap<>();
        for (int i = 0; i < more.length; i++) {
            places.put(key(more[i][0], more[i][1]), i);
        }
        for (int pair = 0; pair < left.length; pair++) {
            places.remove(key(left[pair], right[pair]));
        }
        int[] lefts = Arrays.copyOf(left, left.length + places.size());
        int[] rights = Arrays.copyOf(right, lefts.length);
        double[] all = Arrays.copyOf(logits, lefts.length);
        int at = left.length;
        for (int place : places.values()) {
            lefts[at] = more[place][0];
            rights[at] = more[place][1];
            all[at++] = scores[place];
        }
        return new ScoredPairs(lefts, rights, all);
    }

    /**
     * {@return the same pairs, with positive infinity where they are certain}
     *
     * @param sure pairs, the smaller record first
     */
    public ScoredPairs certain(int[][] sure) {
        Set<Long> keys = new HashSet<>();
        for (int[] pair : sure) {
            keys.add(key(pair[0], pair[1]));
        }
        double[] scores = logits.clone();
        for (int pair = 0; pair < left.length && !keys.isEmpty(); pair++) {
            scores[pair] = keys.contains(key(left[pair], right[pair])) ? Double.POSITIVE_INFINITY : scores[pair];
        }
        return new ScoredPairs(left, right, scores);
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
