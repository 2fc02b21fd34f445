package dev.cdm.consent.purpose;

/**
 * The grounds on which data may be used: those of GDPR Art. 6(1), the conditions of Art. 9(2), and what other laws add.
 *
 * <p>Consent is proved by the person's own events; every other ground by a record of the controller that says when it
 * started and ended.
 */
public enum LegalBasis {
    /** The person agreed: GDPR Art. 6(1)(a), LGPD Art. 7 I, APPI Art. 18(1), DPDP s. 6. */
    CONSENT("eu-gdpr:A6-1-a"),
    /** A contract with the person needs it: GDPR Art. 6(1)(b), LGPD Art. 7 V. */
    CONTRACT("eu-gdpr:A6-1-b"),
    /** A law demands it: GDPR Art. 6(1)(c), LGPD Art. 7 II. */
    LEGAL_OBLIGATION("eu-gdpr:A6-1-c"),
    /** Life is in danger: GDPR Art. 6(1)(d) and 9(2)(c), LGPD Art. 7 VII. */
    VITAL_INTEREST("eu-gdpr:A6-1-d"),
    /** A task set by law: GDPR Art. 6(1)(e), LGPD Art. 7 III. */
    PUBLIC_TASK("eu-gdpr:A6-1-e"),
    /** An interest that outweighs the person's, documented: GDPR Art. 6(1)(f), LGPD Art. 7 IX. */
    LEGITIMATE_INTEREST("eu-gdpr:A6-1-f"),
    /** An interest that the statute lists, without balancing: UK GDPR Art. 6(1)(ea). */
    RECOGNISED_INTEREST("dpv:LegitimateInterest"),
    /** Employment and social-security law: GDPR Art. 9(2)(b). */
    EMPLOYMENT_LAW("eu-gdpr:A9-2-b"),
    /** Members of a foundation or association: GDPR Art. 9(2)(d). */
    MEMBERSHIP("eu-gdpr:A9-2-d"),
    /** The person made it public: GDPR Art. 9(2)(e). */
    MADE_PUBLIC("eu-gdpr:A9-2-e"),
    /** Legal claims: GDPR Art. 9(2)(f) and 18(2). */
    LEGAL_CLAIMS("eu-gdpr:A9-2-f"),
    /** Substantial public interest under law: GDPR Art. 9(2)(g). */
    SUBSTANTIAL_PUBLIC_INTEREST("eu-gdpr:A9-2-g"),
    /** Health care: GDPR Art. 9(2)(h). */
    HEALTH_CARE("eu-gdpr:A9-2-h"),
    /** Public health: GDPR Art. 9(2)(i). */
    PUBLIC_HEALTH("eu-gdpr:A9-2-i"),
    /** Archiving, research and statistics: GDPR Art. 9(2)(j). */
    RESEARCH("eu-gdpr:A9-2-j"),
    /** An exception that the statute lists: APPI Art. 18(3), 20(2) and 27(1), LGPD Art. 7 and 11, DPDP s. 7. */
    STATUTORY_EXCEPTION("dpv:LegalBasis");

    private final String dpv;

    LegalBasis(String dpv) {
        this.dpv = dpv;
    }

    /** {@return the term of the W3C Data Privacy Vocabulary 2.3, prefix and name} */
    public String dpv() {
        return dpv;
    }

    /** {@return whether the person can end the ground by withdrawing: true for consent only, GDPR Art. 7(3)} */
    public boolean withdrawable() {
        return this == CONSENT;
    }

    /** {@return whether it grounds a use by itself, as those of GDPR Art. 6(1) do, and is no condition for special data} */
    public boolean forUse() {
        return switch (this) {
            case CONSENT,
                    CONTRACT,
                    LEGAL_OBLIGATION,
                    VITAL_INTEREST,
                    PUBLIC_TASK,
                    LEGITIMATE_INTEREST,
                    RECOGNISED_INTEREST -> true;
            default -> false;
        };
    }

    /** {@return whether the person can object, GDPR Art. 21(1): true for public task and the two interests} */
    public boolean objectionable() {
        return this == PUBLIC_TASK || this == LEGITIMATE_INTEREST || this == RECOGNISED_INTEREST;
    }
}
