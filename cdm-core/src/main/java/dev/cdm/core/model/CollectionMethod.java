package dev.cdm.core.model;

/** How data reached the library. */
public enum CollectionMethod {
    /** A call of the library by the host. */
    API,
    /** An event tracker in a page or an app. */
    EVENT_TRACKER,
    /** Another server. */
    SERVER_TO_SERVER,
    /** A file import. */
    FILE_IMPORT,
    /** A form filled in by the person. */
    FORM,
    /** An entry typed by an employee. */
    MANUAL_ENTRY,
    /** A telephone call. */
    CALL,
    /** A survey. */
    SURVEY
}
