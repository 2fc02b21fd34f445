package dev.cdm.consent.pack;

/** What whoever acts on a permission must do. */
public enum Obligation {
    /** Show the notice of the law before or at collection. */
    GIVE_NOTICE,
    /** Tell the person within one month, at the first contact, or before the first disclosure. */
    GIVE_NOTICE_WITHIN_A_MONTH,
    /** Tell the person that the purpose changed. */
    NOTIFY_CHANGE,
    /** Publish the purpose, the items or the scheme. */
    PUBLISH,
    /** Name the sender. */
    SENDER_IDENTITY,
    /** Give the sender's postal address. */
    POSTAL_ADDRESS,
    /** Give a working way to stop. */
    STOP_ADDRESS,
    /** Act on a stop within ten business days. */
    STOP_WITHIN_10_BUSINESS_DAYS,
    /** Act on a request to opt out within fifteen business days. */
    STOP_WITHIN_15_BUSINESS_DAYS,
    /** Offer a way to refuse in every message. */
    OFFER_REFUSAL,
    /** Tell the person of the right to object. */
    INFORM_OF_OBJECTION,
    /** Have a human being review on request. */
    HUMAN_REVIEW,
    /** Apply technical and organisational safeguards. */
    SAFEGUARDS,
    /** Record the transfer or disclosure. */
    RECORD_TRANSFER,
    /** Keep the record of processing up to date. */
    RECORD_PROCESSING,
    /** Keep the proof of consent. */
    KEEP_CONSENT_RECORD,
    /** Tell those who received the data. */
    TELL_RECIPIENTS,
    /** Answer within the time of the law. */
    ANSWER_IN_TIME,
    /** Use the data only for the one need that keeps them. */
    USE_ONLY_FOR_EXEMPTION,
    /** Do not try to find out who it is. */
    NO_REIDENTIFICATION,
    /** Honour universal opt-out signals. */
    HONOUR_SIGNALS,
    /** Offer a method to opt out that is more than a cookie control. */
    OFFER_OPT_OUT,
    /** Review the assessment regularly. */
    REVIEW_ASSESSMENT,
    /** Keep checking the recipient's safeguards. */
    CHECK_RECIPIENT,
    /** Keep to the cap of contacts per person and period. */
    FREQUENCY_CAP,
    /** A message that asks for consent is such a message itself: send it only where one is permitted. */
    ASK_ONLY_AS_PERMITTED,
    /** The person has come of age: ask for an own confirmation. */
    RECONFIRM_ADULT
}
