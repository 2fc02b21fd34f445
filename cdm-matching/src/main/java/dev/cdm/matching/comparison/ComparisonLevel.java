package dev.cdm.matching.comparison;

import dev.cdm.core.internal.Checks;
import java.util.Optional;

/**
 * One possible result of a comparison.
 *
 * @param label a name for people
 * @param condition when it is the result, if no level before it is
 * @param isMissing whether it stands for a missing value: it has no m and u, and its weight is 0
 * @param frequency how its weight follows the frequency of the value
 */
public record ComparisonLevel(String label, Condition condition, boolean isMissing, Optional<TermFrequency> frequency) {

    /**
     * How the weight of a level follows the frequency of the value: rare values count more.
     *
     * @param column the column whose values are counted; of two frequencies the larger is taken
     * @param weight how much of the correction is applied, between 0 and 1; 1 as a rule
     * @param minimumU the least frequency that is believed; 0 as a rule
     * @param ownU whether the correction starts from the u of the level itself, and not from that of the level of exact
     *     equality on the column
     */
    public record TermFrequency(String column, double weight, double minimumU, boolean ownU) {

        /** Checks the numbers. */
        public TermFrequency {
            Checks.notBlank(column, "column");
            Checks.between(weight, 0, 1, "weight");
            Checks.between(minimumU, 0, 1, "minimumU");
        }

        /**
         * {@return the full correction by the values of a column}
         *
         * @param column the column
         */
        public static TermFrequency of(String column) {
            return new TermFrequency(column, 1, 0, false);
        }
    }

    /**
     * {@return a level}
     *
     * @param label a name for people
     * @param condition when it is the result
     */
    public static ComparisonLevel of(String label, Condition condition) {
        return new ComparisonLevel(label, condition, false, Optional.empty());
    }

    /**
     * {@return the level of a missing value}
     *
     * @param condition when a value counts as missing
     */
    public static ComparisonLevel missing(Condition condition) {
        return new ComparisonLevel("missing", condition, true, Optional.empty());
    }

    /** {@return the level for everything else} */
    public static ComparisonLevel otherwise() {
        return of("all other", new Condition.Otherwise());
    }

    /**
     * {@return this level with a correction for frequent values}
     *
     * @param adjustment the correction
     */
    public ComparisonLevel with(TermFrequency adjustment) {
        return new ComparisonLevel(label, condition, isMissing, Optional.of(adjustment));
    }
}
