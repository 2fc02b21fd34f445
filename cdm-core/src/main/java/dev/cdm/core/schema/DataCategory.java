package dev.cdm.core.schema;

/** The five categories of customer data; every attribute and event type has exactly one. */
public enum DataCategory {
    /** Who somebody is and how to reach them. */
    IDENTITY,
    /** What somebody is like: demography, household, work, interests. */
    DESCRIPTIVE,
    /** Contacts between the person and the host: messages, cases, campaigns. */
    INTERACTION,
    /** What somebody does: orders, usage, page views. */
    BEHAVIOURAL,
    /** What somebody thinks: reviews, satisfaction, motives. */
    ATTITUDINAL
}
