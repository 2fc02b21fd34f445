package dev.cdm.core.model;

/** What the absence of a value in a record of a source means. */
public enum DeliveryMode {
    /** The record is whole: a value that is absent was removed. */
    FULL_SNAPSHOT,
    /** The record names only what changed: absent does not mean removed. */
    PATCH
}
