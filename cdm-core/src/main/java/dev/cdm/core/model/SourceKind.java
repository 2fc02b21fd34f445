package dev.cdm.core.model;

/** What kind of application a source system is. */
public enum SourceKind {
    /** Customer relations management. */
    CRM,
    /** A shop or ordering system. */
    SHOP,
    /** A newsletter or mailing tool. */
    NEWSLETTER,
    /** Customer support. */
    SUPPORT,
    /** A social network. */
    SOCIAL,
    /** A web site. */
    WEB,
    /** A mobile or desktop application. */
    APP,
    /** A call centre. */
    CALL_CENTRE,
    /** A survey or market research. */
    SURVEY,
    /** A file handed over by hand. */
    FILE,
    /** Anything else. */
    OTHER
}
