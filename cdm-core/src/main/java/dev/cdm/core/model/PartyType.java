package dev.cdm.core.model;

/** Who collected the data, seen from the host. */
public enum PartyType {
    /** The host itself. */
    FIRST,
    /** A partner, from its own customers. */
    SECOND,
    /** Somebody without a relation to the person. */
    THIRD
}
