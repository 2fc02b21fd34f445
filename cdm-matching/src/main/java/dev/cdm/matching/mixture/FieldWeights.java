package dev.cdm.matching.mixture;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.person.FieldShape;
import java.util.List;

/**
 * How often a field shows each of its levels among persons, households and strangers. Each list has one number per group
 * and level: first all levels of the first group, that of a missing value with 1 before them, then those of the next.
 * Immutable.
 *
 * @param field what is compared
 * @param person the probabilities among records of one person (m), above 0 and at most 1
 * @param household the same among members of a household; empty if the field is not one that households share
 * @param neighbours the same among neighbours; empty if the field is not one that they share
 * @param stranger the same among strangers (u)
 */
public record FieldWeights(
        FieldShape field, List<Double> person, List<Double> household, List<Double> neighbours, List<Double> stranger) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there are too few or too many, or if one is out of its range
     */
    public FieldWeights {
        int cells = field.levels() * field.kind().groups();
        person = checked(person, cells, "person");
        stranger = checked(stranger, cells, "stranger");
        household = checked(household, field.sharedByHousehold() ? cells : 0, "household");
        neighbours = checked(neighbours, field.sharedByNeighbours() ? cells : 0, "neighbours");
    }

    private static List<Double> checked(List<Double> numbers, int size, String name) {
        Checks.require(numbers.size() == size, name, "must be as many as groups and levels", numbers.size());
        for (double number : numbers) {
            Checks.require(number > 0 && number <= 1, name, "must be above 0 and at most 1", number);
        }
        return ImmutableList.copyOf(numbers);
    }
}
