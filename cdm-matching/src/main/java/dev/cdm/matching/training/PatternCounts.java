package dev.cdm.matching.training;

import java.util.Arrays;

/** Agreement patterns and how often each occurs, or single pairs with a correction by term frequency each. */
final class PatternCounts {

    private final long[] patterns;
    private final int[] counts;
    private final double[] adjustments;

    private PatternCounts(long[] patterns, int[] counts, double[] adjustments) {
        this.patterns = patterns;
        this.counts = counts;
        this.adjustments = adjustments;
    }

    static PatternCounts of(long[] patterns) {
        long[] sorted = patterns.clone();
        Arrays.sort(sorted);
        int size = 0;
        int[] counts = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] == sorted[size - 1]) {
                counts[size - 1]++;
            } else {
                sorted[size] = sorted[i];
                counts[size++] = 1;
            }
        }
        return new PatternCounts(Arrays.copyOf(sorted, size), Arrays.copyOf(counts, size), new double[size]);
    }

    static PatternCounts adjusted(long[] patterns, double[] adjustments) {
        int[] ones = new int[patterns.length];
        Arrays.fill(ones, 1);
        return new PatternCounts(patterns, ones, adjustments);
    }

    int size() {
        return patterns.length;
    }

    long pattern(int i) {
        return patterns[i];
    }

    int count(int i) {
        return counts[i];
    }

    double adjustment(int i) {
        return adjustments[i];
    }
}
