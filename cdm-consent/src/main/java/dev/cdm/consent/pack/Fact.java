package dev.cdm.consent.pack;

/**
 * Circumstances that a rule may need beside consent. Each is affirmed, denied or not given; a rule that needs one that is
 * not given denies.
 */
public enum Fact {
    /** The notice of the law was shown. */
    NOTICE_SERVED,
    /** The law that demands or sets the task is cited. */
    LAW_CITED,
    /** An official authority or a law permits use of data on offences. */
    OFFICIAL_AUTHORITY,
    /** The new purpose was tested and is compatible with the first. */
    COMPATIBLE,
    /** Technical and organisational safeguards are in place. */
    SAFEGUARDS_IN_PLACE,
    /** A human being reviews on request. */
    HUMAN_REVIEW_OFFERED,
    /** The country of the recipient is recognised as adequate or equivalent. */
    ADEQUATE_COUNTRY,
    /** Appropriate safeguards bind the recipient. */
    TRANSFER_SAFEGUARDS,
    /** The person was informed of the country and its safeguards. */
    TRANSFER_INFORMED,
    /** The need that keeps the item after an erasure request is recorded. */
    EXEMPTION_RECORDED,
    /** The right to refuse was offered at collection and is offered in each message. */
    REFUSAL_OFFERED,
    /** The message is about one's own similar goods. */
    OWN_SIMILAR_GOODS,
    /** The member state demands consent before live calls. */
    OPT_IN_FOR_CALLS,
    /** The use is on the statutory list of recognised interests. */
    ON_STATUTORY_LIST,
    /** The subscriber is a company. */
    CORPORATE_SUBSCRIBER,
    /** The service is directed to children. */
    CHILD_DIRECTED,
    /** The company itself does the use and nobody else. */
    INTERNAL_ONLY,
    /** The person's number or address is on a do-not-contact register. */
    ON_REGISTER,
    /** The opt-out method is nothing but a cookie control. */
    COOKIE_CONTROL_ONLY,
    /** The address belongs to a wireless domain. */
    WIRELESS_DOMAIN,
    /** The address was published or handed over by the person. */
    ADDRESS_PUBLISHED,
    /** A statement forbids unsolicited messages. */
    NO_CONTACT_STATEMENT,
    /** The message is relevant to the person's role. */
    RELEVANT_TO_ROLE,
    /** The purpose is specified, and published or notified. */
    PURPOSE_PUBLISHED,
    /** The recipient acts on the company's behalf, succeeds it, or is in an announced joint use. */
    NOT_A_THIRD_PARTY,
    /** The opt-out scheme is filed with the authority and published. */
    SCHEME_FILED,
    /** The data were got unlawfully or themselves by an opt-out scheme. */
    TAINTED_SOURCE,
    /** The recipient confirmed the person's consent. */
    RECIPIENT_HAS_CONSENT,
    /** The request was verified. */
    REQUEST_VERIFIED,
    /** An exception that the statute lists applies. */
    LISTED_EXCEPTION,
    /** The use is in the best interest of the child. */
    BEST_INTEREST,
    /** The purpose is a form of tracking or advertising aimed at children. */
    AIMED_AT_CHILDREN
}
