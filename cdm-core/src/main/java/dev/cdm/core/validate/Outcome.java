package dev.cdm.core.validate;

/** What becomes of a record at intake; in rising order, the worst of its problems decides. */
public enum Outcome {
    /** It is used. */
    ACCEPT,
    /** It is used, and somebody should look at its problems. */
    ACCEPT_WITH_WARNING,
    /** It is set aside as it came, until somebody decides. */
    QUARANTINE,
    /** It is refused and not kept. */
    REJECT
}
