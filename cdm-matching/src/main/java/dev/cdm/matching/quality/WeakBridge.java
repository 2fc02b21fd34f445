package dev.cdm.matching.quality;

/**
 * A pair of records that holds two parts of a cluster together although, all records of both parts heard, it is doubtful
 * that they are one entity.
 *
 * @param clusterId the smallest record id of the cluster
 * @param firstId one record, the smaller id
 * @param secondId the other record
 * @param probability the probability that both parts are one entity, from 0 to 1
 * @param split how many records the smaller part has, at least 1
 * @param size how many records the cluster has, at least 2
 */
public record WeakBridge(String clusterId, String firstId, String secondId, double probability, int split, int size) {}
