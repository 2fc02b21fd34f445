package dev.cdm.core.model;

/** What is known about whether a value is true and in use. */
public enum VerificationState {
    /** Nobody checked. */
    UNVERIFIED,
    /** Checked, for instance by a confirmation mail. */
    VERIFIED,
    /** Checked and found not to work, for instance a bounced address. */
    FAILED
}
