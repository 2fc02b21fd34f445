package dev.cdm.matching.learned;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import java.util.Map;
import java.util.TreeMap;

/**
 * In how many entities the values of one field occur. Values of few entities are not named: they are told only as a number
 * of values and of entities, and a value that is not named counts as one of them. Immutable.
 *
 * <p>The named values are personal data in so far as they are names, addresses and the like, each shared by several
 * entities. Values of a restricted field are never named.
 *
 * @param entities how often any value occurs, in entities; at least 0
 * @param agreement the probability that two random entities agree; above 0, at most 1
 * @param counts in how many entities each named value occurs, at least 1; sorted by value
 * @param rareValues how many values are not named; at least 0
 * @param rareEntities in how many entities those occur together; at least as many
 */
public record Frequencies(
        long entities, double agreement, Map<String, Integer> counts, long rareValues, long rareEntities) {

    /**
     * Checks and sorts.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Frequencies {
        Checks.require(entities >= 0, "entities", "must be at least 0", entities);
        Checks.require(agreement > 0 && agreement <= 1, "agreement", "must be above 0 and at most 1", agreement);
        Checks.require(rareValues >= 0, "rareValues", "must be at least 0", rareValues);
        Checks.require(rareEntities >= rareValues, "rareEntities", "must be at least rareValues", rareEntities);
        counts = ImmutableMap.copyOf(new TreeMap<>(counts));
        counts.values().forEach(count -> Checks.require(count >= 1, "counts", "must be at least 1", count));
    }

    /** {@return how many entities a value that is not named has on average; at least 1} */
    public double rareCount() {
        return rareValues == 0 ? 1 : (double) rareEntities / rareValues;
    }

    /** {@return the sizes; no value} */
    @Override
    public String toString() {
        return counts.size() + " named and " + rareValues + " rare values in " + entities + " entities";
    }
}
