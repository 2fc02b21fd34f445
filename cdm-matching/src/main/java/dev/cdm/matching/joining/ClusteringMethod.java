package dev.cdm.matching.joining;

/** How pairs become clusters. */
public enum ClusteringMethod {
    /** All records of two clusters are heard, field by field; the default. */
    FIELDWISE,
    /** Records are joined along every pair above the cut: connected components, as far as constraints let them. */
    CONNECTED_COMPONENTS,
    /** Two records are joined if each is the best partner of the other: clusters of two at most. */
    MUTUAL_BEST
}
