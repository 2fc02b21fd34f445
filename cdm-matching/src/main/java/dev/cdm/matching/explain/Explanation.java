package dev.cdm.matching.explain;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The terms of a score. Their sum is the weight, up to rounding. It may hold personal data until it is redacted; its text
 * form never does. Immutable.
 *
 * @param leftId the id of one record
 * @param rightId the id of the other record
 * @param terms the terms, the prior first
 * @param weight the weight in bits
 * @param probability the probability that the records are one person
 */
public record Explanation(String leftId, String rightId, List<Term> terms, double weight, double probability) {

    private static final double ROUNDING = 1e-9;

    /**
     * Checks the sum.
     *
     * @throws IllegalArgumentException if the terms do not add up to the weight
     */
    public Explanation {
        terms = ImmutableList.copyOf(terms);
        double sum = terms.stream().mapToDouble(Term::weight).sum();
        Checks.require(
                Math.abs(sum - weight) <= ROUNDING * Math.max(1, Math.abs(weight)),
                "weight",
                "must be the sum of the terms",
                weight);
        Checks.between(probability, 0, 1, "probability");
    }

    /** What a term comes from. */
    public enum Kind {
        /** How probable a match is before anything is compared. */
        PRIOR,
        /** The level of a comparison. */
        COMPARISON,
        /** How rare the value is on which the records agree. */
        TERM_FREQUENCY,
        /** What was taken off because comparisons depend on each other, as in households. */
        DEPENDENCE,
        /** What makes the probability agree with the share of true matches. */
        CALIBRATION
    }

    /**
     * One term.
     *
     * @param kind what it comes from
     * @param name the name of the comparison, or of the correction
     * @param level the label of the level; empty if there is none
     * @param weight its weight in bits
     * @param m the m of the level
     * @param u the u of the level, or the frequency of the value
     * @param leftValue the value of the left record, unless missing or withheld
     * @param rightValue the value of the right record, unless missing or withheld
     */
    public record Term(
            Kind kind,
            String name,
            String level,
            double weight,
            OptionalDouble m,
            OptionalDouble u,
            Optional<String> leftValue,
            Optional<String> rightValue) {

        /**
         * {@return a term without m, u and values}
         *
         * @param kind what it comes from
         * @param name its name
         * @param weight its weight in bits
         */
        public static Term of(Kind kind, String name, double weight) {
            return new Term(
                    kind,
                    name,
                    "",
                    weight,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** {@return this term without the values} */
        public Term redacted() {
            return new Term(kind, name, level, weight, m, u, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return kind + " " + name + " " + level + " " + weight;
        }
    }

    /** {@return this explanation without any value of the records} */
    public Explanation redacted() {
        return new Explanation(
                leftId, rightId, terms.stream().map(Term::redacted).toList(), weight, probability);
    }
}
