package dev.cdm.matching.scoring;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.comparison.Comparison;
import java.util.List;

/**
 * All that a score depends on beside the records and their term frequencies. Comparisons count as independent. Immutable.
 *
 * @param prior how probable it is that two records taken at random are one person (λ); above 0 and below 1
 * @param comparisons the comparisons with their probabilities
 * @param rules which pairs are compared
 */
public record FellegiSunterModel(double prior, List<TrainedComparison> comparisons, List<BlockingRule> rules) {

    /** The prior where nothing is known. */
    public static final double DEFAULT_PRIOR = 0.0001;

    /**
     * Checks the prior.
     *
     * @throws IllegalArgumentException if the prior is out of range or two comparisons have one name
     */
    public FellegiSunterModel {
        Checks.require(prior > 0 && prior < 1, "prior", "must be above 0 and below 1", prior);
        comparisons = ImmutableList.copyOf(comparisons);
        rules = ImmutableList.copyOf(rules);
        long names = comparisons.stream()
                .map(trained -> trained.comparison().name())
                .distinct()
                .count();
        Checks.require(names == comparisons.size(), "comparisons", "must have different names");
    }

    /**
     * {@return a model that was not trained}
     *
     * @param comparisons the comparisons
     * @param rules which pairs are compared
     */
    public static FellegiSunterModel untrained(List<Comparison> comparisons, List<BlockingRule> rules) {
        return new FellegiSunterModel(
                DEFAULT_PRIOR,
                comparisons.stream().map(TrainedComparison::untrained).toList(),
                rules);
    }

    /** {@return the comparisons alone} */
    public List<Comparison> definitions() {
        return comparisons.stream().map(TrainedComparison::comparison).toList();
    }

    /** {@return the weight of the prior in bits} */
    public double priorWeight() {
        return TrainedComparison.log2(prior / (1 - prior));
    }

    /**
     * {@return this model with another prior}
     *
     * @param probability the prior
     */
    public FellegiSunterModel withPrior(double probability) {
        return new FellegiSunterModel(probability, comparisons, rules);
    }

    /**
     * {@return this model with other probabilities}
     *
     * @param trained the comparisons with their probabilities
     */
    public FellegiSunterModel withComparisons(List<TrainedComparison> trained) {
        return new FellegiSunterModel(prior, trained, rules);
    }

    /**
     * {@return the probability that belongs to a weight}
     *
     * @param weight a weight in bits
     */
    public static double probability(double weight) {
        double odds = Math.pow(2, -Math.abs(weight));
        return weight >= 0 ? 1 / (1 + odds) : odds / (1 + odds);
    }
}
