package dev.cdm.matching.scoring;

import dev.cdm.core.internal.Checks;
import java.util.OptionalDouble;

/**
 * What is known of a level.
 *
 * @param m how probable the level is for two records of one person, between 0 and 1; empty if never estimated
 * @param u how probable it is for records of two persons, between 0 and 1; empty if never estimated
 * @param fixedM whether training leaves m alone
 * @param fixedU whether training leaves u alone
 */
public record LevelParameters(OptionalDouble m, OptionalDouble u, boolean fixedM, boolean fixedU) {

    /** Checks the probabilities. */
    public LevelParameters {
        m.ifPresent(value -> Checks.between(value, 0, 1, "m"));
        u.ifPresent(value -> Checks.between(value, 0, 1, "u"));
    }

    /** {@return a level of which nothing is known} */
    public static LevelParameters unknown() {
        return new LevelParameters(OptionalDouble.empty(), OptionalDouble.empty(), false, false);
    }

    /**
     * {@return a level with both probabilities}
     *
     * @param m its m
     * @param u its u
     */
    public static LevelParameters of(double m, double u) {
        return new LevelParameters(OptionalDouble.of(m), OptionalDouble.of(u), false, false);
    }

    /**
     * {@return this level with another m, unless m is fixed}
     *
     * @param value the m
     */
    public LevelParameters withM(double value) {
        return fixedM ? this : new LevelParameters(OptionalDouble.of(value), u, false, fixedU);
    }

    /**
     * {@return this level with another u, unless u is fixed}
     *
     * @param value the u
     */
    public LevelParameters withU(double value) {
        return fixedU ? this : new LevelParameters(m, OptionalDouble.of(value), fixedM, false);
    }
}
