package dev.cdm.matching.clustering;

/** Tells, field by field, how much two records speak for being one entity. One instance belongs to one thread. */
public interface FieldEvidence {

    /** {@return how many fields there are} */
    int fields();

    /**
     * Tells how much each field speaks for one entity, for two that live together, and for two that only share a place.
     *
     * @param a one record
     * @param b another record
     * @param forEntity receives a Bayes factor per field, 0 where a value is missing
     * @param forHousehold receives the same for a household
     * @param forNeighbours receives the same for neighbours
     */
    void factors(int a, int b, double[] forEntity, double[] forHousehold, double[] forNeighbours);

    /**
     * {@return the natural logarithm of the odds of one entity}
     *
     * @param logEntity the sum of the logarithms of the factors for one entity
     * @param logHousehold the same for a household
     * @param logNeighbours the same for neighbours
     */
    double logit(double logEntity, double logHousehold, double logNeighbours);
}
