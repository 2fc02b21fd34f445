package dev.cdm.matching.scoring;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.comparison.ComparisonLevel.TermFrequency;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A comparison with the probabilities of its levels. A level without an estimate has a default that depends on the number
 * of levels only: m is 0.95 for the first level and 0.05 shared by the others; u gives the first level a weight of 10 bits
 * and the others evenly spaced ones from 3 down to -5. Immutable.
 *
 * @param comparison the comparison
 * @param parameters what is known of its levels, in their order; nothing of the level for missing values
 */
public record TrainedComparison(Comparison comparison, List<LevelParameters> parameters) {

    private static final double LEAST = 1e-300;
    private static final double FIRST_M = 0.95;
    private static final double FIRST_WEIGHT = 10;
    private static final double SECOND_WEIGHT = 3;
    private static final double LAST_WEIGHT = -5;

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if there are not as many as levels, or if a correction by term frequency has no
     *     level of exact equality to start from
     */
    public TrainedComparison {
        parameters = ImmutableList.copyOf(parameters);
        Checks.require(
                parameters.size() == comparison.levels().size(),
                "parameters",
                "must be as many as levels",
                parameters.size());
        for (ComparisonLevel level : comparison.levels()) {
            level.frequency()
                    .filter(frequency -> !frequency.ownU())
                    .ifPresent(frequency -> Checks.require(
                            exactLevel(comparison, frequency.column()) >= 0,
                            "comparison",
                            "must have a level of exact equality on the column of a term-frequency adjustment",
                            comparison.name()));
        }
    }

    /**
     * {@return a comparison of which nothing is known yet}
     *
     * @param comparison the comparison
     */
    public static TrainedComparison untrained(Comparison comparison) {
        return new TrainedComparison(
                comparison, Collections.nCopies(comparison.levels().size(), LevelParameters.unknown()));
    }

    /**
     * {@return the m in force: the estimate or the default}
     *
     * @param level the place of the level, from 0
     */
    public double m(int level) {
        return parameters.get(level).m().orElseGet(() -> defaultM(level));
    }

    /**
     * {@return the u in force: the estimate or the default}
     *
     * @param level the place of the level, from 0
     */
    public double u(int level) {
        return parameters.get(level).u().orElseGet(() -> defaultM(level) / Math.pow(2, defaultWeight(level)));
    }

    /**
     * {@return the weight of a level in bits, without the correction by term frequency; 0 for missing values}
     *
     * @param level the place of the level, from 0
     */
    public double weight(int level) {
        return comparison.levels().get(level).isMissing()
                ? 0
                : log2(Math.max(m(level), LEAST) / Math.max(u(level), LEAST));
    }

    /**
     * {@return the u from which the correction by term frequency starts}
     *
     * @param level the place of the level, from 0
     * @param frequency the correction
     */
    public double base(int level, TermFrequency frequency) {
        return u(frequency.ownU() ? level : exactLevel(comparison, frequency.column()));
    }

    /**
     * {@return the correction by term frequency in bits}
     *
     * @param level the place of the level, from 0
     * @param left how frequent the value of the left record is; NaN if not known
     * @param right how frequent the value of the right record is; NaN if not known
     */
    public double adjustment(int level, double left, double right) {
        Optional<TermFrequency> frequency = comparison.levels().get(level).frequency();
        double common = Double.isNaN(left) ? right : Double.isNaN(right) ? left : Math.max(left, right);
        return frequency.isEmpty() || Double.isNaN(common) ? 0 : adjustment(level, frequency.get(), common);
    }

    private double adjustment(int level, TermFrequency frequency, double common) {
        double believed = Math.max(Math.max(common, frequency.minimumU()), LEAST);
        double base = Math.max(base(level, frequency), LEAST);
        return frequency.weight() * (log2(base) - log2(believed));
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private int real() {
        return comparison.levels().size() - (comparison.levels().get(0).isMissing() ? 1 : 0);
    }

    /** Counted from the first level that is not for missing values. */
    private int rank(int level) {
        return level - (comparison.levels().size() - real());
    }

    private double defaultM(int level) {
        return rank(level) == 0 ? FIRST_M : (1 - FIRST_M) / (real() - 1);
    }

    private double defaultWeight(int level) {
        if (rank(level) == 0) {
            return FIRST_WEIGHT;
        }
        int below = real() - 2;
        double share = below == 0 ? 0 : (double) (real() - 1 - rank(level)) / below;
        return LAST_WEIGHT + share * (SECOND_WEIGHT - LAST_WEIGHT);
    }

    private static int exactLevel(Comparison comparison, String column) {
        Condition exact = Condition.equal(Field.of(column));
        for (int level = 0; level < comparison.levels().size(); level++) {
            if (comparison.levels().get(level).condition().equals(exact)) {
                return level;
            }
        }
        return -1;
    }
}
