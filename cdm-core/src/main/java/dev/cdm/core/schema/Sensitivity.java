package dev.cdm.core.schema;

/** How much harm a value can do in wrong hands; in rising order. */
public enum Sensitivity {
    /** Says nothing about a natural person. */
    NON_PERSONAL,
    /** Ordinary personal data. */
    PERSONAL,
    /** Personal data that needs a ground of its own, such as the special categories of GDPR Art. 9. */
    SENSITIVE,
    /** Official and financial numbers and login details: kept only under a cipher, never shown. */
    RESTRICTED
}
