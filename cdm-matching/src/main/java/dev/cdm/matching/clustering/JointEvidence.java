package dev.cdm.matching.clustering;

/**
 * How much two clusters speak for being one entity when all their records are heard, field by field: half the logarithm
 * of the mean factor and half the mean of the logarithms, over all pairs across that have a value. Of many pairs an even
 * selection is heard. One instance belongs to one thread.
 */
public final class JointEvidence {

    private static final int MOST_PAIRS = 64;

    private final FieldEvidence evidence;
    private final double[] forEntity;
    private final double[] forHousehold;
    private final double[] forNeighbours;

    /**
     * Prepares to compare.
     *
     * @param evidence compares two records
     */
    public JointEvidence(FieldEvidence evidence) {
        this.evidence = evidence;
        forEntity = new double[evidence.fields()];
        forHousehold = new double[evidence.fields()];
        forNeighbours = new double[evidence.fields()];
    }

    /**
     * {@return the natural logarithm of the odds that two records are one entity}
     *
     * @param a one record
     * @param b the other record; the same one tells how much it says at all
     */
    public double logit(int a, int b) {
        evidence.factors(a, b, forEntity, forHousehold, forNeighbours);
        return evidence.logit(logOf(forEntity), logOf(forHousehold), logOf(forNeighbours));
    }

    private static double logOf(double[] factors) {
        double product = 1;
        for (double factor : factors) {
            product *= factor > 0 ? factor : 1;
        }
        return Math.log(product);
    }

    /**
     * {@return the natural logarithm of the odds that two clusters are one entity}
     *
     * @param first the records of one cluster, at least one
     * @param second the records of the other, at least one
     */
    public double logit(int[] first, int[] second) {
        int fields = evidence.fields();
        CrossMean entity = new CrossMean(fields);
        CrossMean household = new CrossMean(fields);
        CrossMean neighbours = new CrossMean(fields);
        int all = first.length * second.length;
        int step = (all + MOST_PAIRS - 1) / MOST_PAIRS;
        for (int cross = 0; cross < all; cross += step) {
            int a = first[cross / second.length];
            evidence.factors(a, second[cross % second.length], forEntity, forHousehold, forNeighbours);
            entity.add(forEntity);
            household.add(forHousehold);
            neighbours.add(forNeighbours);
        }
        return evidence.logit(entity.sum(), household.sum(), neighbours.sum());
    }
}
