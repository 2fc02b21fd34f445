package dev.cdm.matching.joining;

/**
 * How records are joined.
 *
 * @param method how pairs become clusters
 * @param constraints what holds whatever the scores say
 */
public record Joining(ClusteringMethod method, Constraints constraints) {

    /** The default: all records of two clusters are heard, and nothing is constrained. */
    public static final Joining USUAL = new Joining(ClusteringMethod.FIELDWISE, Constraints.none());
}
