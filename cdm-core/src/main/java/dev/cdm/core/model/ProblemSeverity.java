package dev.cdm.core.model;

/** How bad a problem of a value or record is. */
public enum ProblemSeverity {
    /** Worth a look; the value is used. */
    WARNING,
    /** The value is kept as it came, but not used. */
    ERROR,
    /** The record cannot be used at all. */
    FATAL
}
