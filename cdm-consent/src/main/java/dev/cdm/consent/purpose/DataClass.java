package dev.cdm.consent.purpose;

/** How rules of law tell kinds of data apart. */
public enum DataClass {
    /** Personal data without a rule of their own. */
    ORDINARY,
    /** Special categories: GDPR Art. 9(1), LGPD Art. 5 II, APPI Art. 2(3), "sensitive" in US state laws. */
    SPECIAL,
    /** Criminal convictions and offences: GDPR Art. 10. */
    CRIMINAL,
    /** What is kept on or read from a device. */
    DEVICE,
    /** Data that only another party can tie to a person: APPI Art. 2(7). */
    REFERABLE,
    /** Data processed so that they no longer name anybody. */
    DERIVED;

    /** {@return whether a grant must name the category to cover it} */
    public boolean mustBeNamed() {
        return this == SPECIAL || this == CRIMINAL;
    }
}
