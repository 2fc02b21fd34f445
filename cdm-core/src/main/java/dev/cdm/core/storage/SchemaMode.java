package dev.cdm.core.storage;

/** What {@link Storage#prepare} may do to the physical tables. */
public enum SchemaMode {
    /** Create and migrate what is missing. */
    CREATE,
    /** Change nothing, fail if something is missing or differs: the host runs the printed migrations itself. */
    VALIDATE,
    /** Change nothing, check nothing. */
    NONE
}
