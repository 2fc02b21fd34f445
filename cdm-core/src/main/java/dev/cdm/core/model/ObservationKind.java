package dev.cdm.core.model;

/** What a source record asserts. */
public enum ObservationKind {
    /** The whole record as it now is. */
    SNAPSHOT,
    /** Some values of the record. */
    PATCH,
    /** The source deleted the record. */
    DELETION
}
