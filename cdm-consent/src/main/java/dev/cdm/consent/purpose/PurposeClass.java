package dev.cdm.consent.purpose;

/** What kind of use a purpose is, as far as rules of law tell uses apart. A purpose may be of several classes. */
public enum PurposeClass {
    /** A use that no rule singles out. */
    GENERAL,
    /** Running a service that was asked for. */
    SERVICE,
    /** Advertising one's own offers directly to a person. */
    MARKETING,
    /** Advertising chosen by what the person did elsewhere. */
    TARGETED_ADVERTISING,
    /** Messages that inform and do not advertise. */
    INFORMATION,
    /** Advertising by mail-order sellers. */
    MAIL_ORDER_MARKETING,
    /** Calls about claims management or pensions. */
    CLAIMS_OR_PENSION_CALL,
    /** A charity's own appeals. */
    CHARITY_APPEAL,
    /** Selling data, or sharing them for advertising across contexts. */
    SALE_OR_SHARING,
    /** Giving data to a third party. */
    THIRD_PARTY_PROVISION,
    /** Giving data that only the recipient can tie to a person. */
    REFERABLE_PROVISION,
    /** Taking data to another country. */
    TRANSFER_ABROAD,
    /** Reading from or writing to the person's device. */
    DEVICE_ACCESS,
    /** The same, strictly needed for what was asked for. */
    DEVICE_NECESSARY,
    /** Low-risk reading from a device: statistics, appearance, security, emergency. */
    DEVICE_LOW_RISK,
    /** Sending a user's data from an app or site to somebody else. */
    EXTERNAL_TRANSMISSION,
    /** A decision with legal or similar effect without a human being. */
    AUTOMATED_DECISION,
    /** A use other than the one the data were collected for. */
    NEW_PURPOSE,
    /** A new use that is reasonably related to the first. */
    RELATED_PURPOSE,
    /** Archiving, research and statistics. */
    RESEARCH,
    /** Collecting from the person. */
    COLLECTION,
    /** Collecting from elsewhere. */
    INDIRECT_COLLECTION,
    /** Keeping data without using them. */
    STORAGE,
    /** Answering a person who uses a right. */
    RIGHTS_REQUEST,
    /** Following up an erasure with those who got the data. */
    ERASURE_FOLLOW_UP,
    /** Keeping for one named need what was asked to be erased. */
    RETAINED_FOR_EXEMPTION,
    /** Use of sensitive data beyond what the law lists. */
    SENSITIVE_USE,
    /** A programme that pays for data. */
    INCENTIVE_PROGRAMME,
    /** Use of pseudonymised data. */
    PSEUDONYMISED_USE,
    /** Use of anonymised data. */
    ANONYMISED_USE;

    /** {@return whether it is direct marketing, against which an objection is absolute: GDPR Art. 21(2)-(3)} */
    public boolean marketing() {
        return switch (this) {
            case MARKETING, TARGETED_ADVERTISING, MAIL_ORDER_MARKETING, CLAIMS_OR_PENSION_CALL, CHARITY_APPEAL -> true;
            default -> false;
        };
    }
}
