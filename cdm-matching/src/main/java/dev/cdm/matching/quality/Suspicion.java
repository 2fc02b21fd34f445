package dev.cdm.matching.quality;

/** Why a cluster is worth a look. */
public enum Suspicion {
    /** Two records in it speak strongly against each other: odds below one to eight thousand. */
    CONTRADICTION,
    /** On average its records are one entity with a probability below 0.8. */
    WEAK,
    /** It has at least ten records and more than three times as many as clusters have on average. */
    LARGE
}
