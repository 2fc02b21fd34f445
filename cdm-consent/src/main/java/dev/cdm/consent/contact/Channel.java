package dev.cdm.consent.contact;

/** The way by which a person is reached. */
public enum Channel {
    /** Electronic mail. */
    EMAIL,
    /** Text and multimedia messages to a phone number. */
    SMS,
    /** Messages inside an app, and push messages. */
    IN_APP,
    /** A call by a human being. */
    LIVE_CALL,
    /** A call or text by an automatic dialler or with a recorded voice. */
    AUTOMATED_CALL,
    /** Facsimile. */
    FAX,
    /** A letter. */
    POST,
    /** A browser or app on the person's device. */
    DEVICE,
    /** Face to face. */
    IN_PERSON;

    /** {@return whether a contact by it is an electronic message in the sense of the anti-spam laws} */
    public boolean electronicMessage() {
        return this == EMAIL || this == SMS || this == IN_APP;
    }
}
