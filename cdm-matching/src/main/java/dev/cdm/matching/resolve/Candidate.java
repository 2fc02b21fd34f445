package dev.cdm.matching.resolve;

/**
 * A cluster that a record may belong to.
 *
 * @param clusterId the id of the cluster: the smallest id in it
 * @param recordId the member that is most like the record
 * @param weight the match weight of the two in bits
 * @param probability the probability that the two are one person, in [0, 1]
 */
public record Candidate(String clusterId, String recordId, double weight, double probability) {

    private static final double BIT = Math.log(2);

    static Candidate of(String clusterId, String recordId, double logit) {
        return new Candidate(clusterId, recordId, logit / BIT, probability(logit));
    }

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
