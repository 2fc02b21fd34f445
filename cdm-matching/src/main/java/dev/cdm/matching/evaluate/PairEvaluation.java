package dev.cdm.matching.evaluate;

import dev.cdm.core.internal.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scored pairs against the truth. True pairs that were never scored count as missed at every threshold. Immutable and safe
 * for any thread.
 */
public final class PairEvaluation {

    private static final int BINS = 10;
    private static final int LEAST_IN_BIN = 20;
    private static final double SURE = 0.01;

    private final double[] weights;
    private final boolean[] right;
    private final Integer[] order;
    private final long truePairs;
    private final long allPairs;

    /**
     * Compares scored pairs with the truth.
     *
     * @param truth the true cluster of each record, as any number
     * @param leftRows how many records, from the first on, are of the left table; 0 if all are of one
     * @param left one record of each pair; no pair twice
     * @param rightRows the other record of each pair
     * @param weights the weights of the pairs in bits
     */
    public PairEvaluation(int[] truth, int leftRows, int[] left, int[] rightRows, double[] weights) {
        Checks.require(
                left.length == weights.length && rightRows.length == weights.length,
                "weights",
                "must be as many as pairs",
                weights.length);
        this.weights = weights.clone();
        right = new boolean[weights.length];
        for (int pair = 0; pair < right.length; pair++) {
            right[pair] = truth[left[pair]] == truth[rightRows[pair]];
        }
        order = IntStream.range(0, weights.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer pair) -> -weights[pair]));
        truePairs = ClusterEvaluation.of(truth, truth, leftRows).truePairs();
        long rows = truth.length;
        allPairs = leftRows > 0 ? leftRows * (rows - leftRows) : rows * (rows - 1) / 2;
    }

    /** {@return how many pairs of records are one person} */
    public long truePairs() {
        return truePairs;
    }

    /** {@return how many of these were never scored} */
    public long missedByBlocking() {
        return truePairs
                - IntStream.range(0, right.length).filter(pair -> right[pair]).count();
    }

    /**
     * {@return the counts at a threshold}
     *
     * @param threshold the weight in bits
     */
    public ThresholdRow at(double threshold) {
        long found = IntStream.range(0, weights.length)
                .filter(pair -> weights[pair] >= threshold)
                .count();
        long hits = IntStream.range(0, weights.length)
                .filter(pair -> weights[pair] >= threshold && right[pair])
                .count();
        return row(threshold, hits, found - hits);
    }

    /** {@return the counts at every weight that occurs, rounded to a tenth, falling} */
    public List<ThresholdRow> table() {
        List<ThresholdRow> rows = new ArrayList<>();
        long hits = 0;
        long others = 0;
        for (int i = 0; i < order.length; i++) {
            hits += right[order[i]] ? 1 : 0;
            others += right[order[i]] ? 0 : 1;
            double tenth = tenth(order[i]);
            if (i + 1 == order.length || tenth(order[i + 1]) != tenth) {
                rows.add(row(tenth, hits, others));
            }
        }
        return rows;
    }

    private double tenth(int pair) {
        return Math.rint(weights[pair] * 10) / 10;
    }

    private ThresholdRow row(double threshold, long hits, long others) {
        return new ThresholdRow(threshold, hits, others, truePairs - hits, allPairs - truePairs - others);
    }

    /**
     * {@return the numbers of the wrong pairs, the worst first: those of at least the threshold that are not one person, or
     * those below it that are}
     *
     * @param threshold the weight in bits
     * @param positives whether false positives are asked for; else false negatives
     */
    public List<Integer> errors(double threshold, boolean positives) {
        List<Integer> errors = Arrays.stream(order)
                .filter(pair -> right[pair] != positives && weights[pair] >= threshold == positives)
                .toList();
        List<Integer> worst = new ArrayList<>(errors);
        if (!positives) {
            java.util.Collections.reverse(worst);
        }
        return worst;
    }

    /**
     * {@return the expected calibration error: the mean distance between the probability and the share of true pairs, over
     * ten bins of equally many pairs with a probability between 0.01 and 0.99; 0 if there are none}
     */
    public double calibrationError() {
        int[] unsure = Arrays.stream(order)
                .mapToInt(Integer::intValue)
                .filter(pair -> probability(pair) >= SURE && probability(pair) <= 1 - SURE)
                .toArray();
        int bins = Math.max(1, Math.min(BINS, unsure.length / LEAST_IN_BIN));
        double error = 0;
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) unsure.length * bin / bins);
            int to = (int) ((long) unsure.length * (bin + 1) / bins);
            double distance = 0;
            for (int i = from; i < to; i++) {
                distance += probability(unsure[i]) - (right[unsure[i]] ? 1 : 0);
            }
            error += Math.abs(distance);
        }
        return unsure.length == 0 ? 0 : error / unsure.length;
    }

    private double probability(int pair) {
        return 1 / (1 + Math.pow(2, -weights[pair]));
    }
}
