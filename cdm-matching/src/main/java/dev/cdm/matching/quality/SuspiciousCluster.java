package dev.cdm.matching.quality;

/**
 * A cluster that is worth a look.
 *
 * @param clusterId its smallest record id
 * @param size how many records it has
 * @param reason why, the first of the reasons that holds
 * @param probability the mean probability, over its pairs of records, that they are one entity
 */
public record SuspiciousCluster(String clusterId, int size, Suspicion reason, double probability) {}
