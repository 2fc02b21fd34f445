package dev.cdm.matching.joining;

import dev.cdm.core.internal.Checks;

/**
 * What a person said of two records.
 *
 * @param first the id of a record
 * @param second the id of another one
 * @param opinion what was said
 */
public record Answer(String first, String second, Opinion opinion) {

    /** What can be said of two records. */
    public enum Opinion {
        /** They are one entity. */
        MATCH,
        /** They are two. */
        NO_MATCH,
        /** It cannot be told. Nothing follows, but it is not asked again. */
        NOT_SURE
    }

    /**
     * Checks that the records are two.
     *
     * @throws IllegalArgumentException if both ids are equal
     */
    public Answer {
        Checks.require(!first.equals(second), "second", "must be another record than `first`");
    }
}
