package dev.cdm.matching.mixture;

import dev.cdm.core.internal.Checks;

/**
 * How frequent persons and households are among all pairs of records. Immutable.
 *
 * @param persons the share of pairs that are one person; above 0 and below 1
 * @param households the share of pairs that are two members of a household; 0 if households are not told apart
 * @param neighbours the share of pairs that only share a place; 0 if neighbours are not told apart
 * @param sameGiven how often two members of a household have one given name; from 0 to 1
 * @param sameBirth how often two members of a household have one date of birth; from 0 to 1
 */
public record Shares(double persons, double households, double neighbours, double sameGiven, double sameBirth) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Shares {
        Checks.require(persons > 0 && persons < 1, "persons", "must be above 0 and below 1", persons);
        Checks.require(households >= 0 && households < 1, "households", "must be at least 0 and below 1", households);
        Checks.require(neighbours >= 0 && neighbours < 1, "neighbours", "must be at least 0 and below 1", neighbours);
        Checks.between(sameGiven, 0, 1, "sameGiven");
        Checks.between(sameBirth, 0, 1, "sameBirth");
    }
}
