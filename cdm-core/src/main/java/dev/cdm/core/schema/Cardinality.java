package dev.cdm.core.schema;

/** How many values of an attribute a profile has. */
public enum Cardinality {
    /** One survives. */
    ONE,
    /** All distinct ones are kept, the best first. */
    MANY
}
