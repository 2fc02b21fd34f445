package dev.cdm.matching.training;

import dev.cdm.matching.comparison.Comparison;
import java.util.Arrays;
import java.util.OptionalDouble;

/** How often the levels of a comparison occur. */
final class LevelCounts {

    private final Comparison comparison;
    private final double[] counts;
    private final boolean[] seen;

    LevelCounts(Comparison comparison) {
        this.comparison = comparison;
        counts = new double[comparison.levels().size()];
        seen = new boolean[counts.length];
    }

    void add(int level, double count) {
        counts[level] += count;
        seen[level] = true;
    }

    /** {@return the share of a level among all that are not for missing values; nothing if it was not observed} */
    OptionalDouble share(int level) {
        boolean missing = comparison.levels().get(level).isMissing();
        return missing || !seen[level]
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, counts[level] / present()));
    }

    private double present() {
        return Arrays.stream(counts).sum() - (comparison.levels().get(0).isMissing() ? counts[0] : 0);
    }

    /** {@return the smallest count of a level that is not for missing values} */
    double least() {
        int first = comparison.levels().get(0).isMissing() ? 1 : 0;
        return Arrays.stream(counts, first, counts.length).min().orElse(0);
    }
}
