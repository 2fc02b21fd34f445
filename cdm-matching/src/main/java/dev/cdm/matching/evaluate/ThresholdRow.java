package dev.cdm.matching.evaluate;

/**
 * The counts at one threshold: pairs of at least that weight count as matches.
 *
 * @param threshold the weight in bits
 * @param truePositives matches that are
 * @param falsePositives matches that are not
 * @param falseNegatives true pairs below the threshold or never scored
 * @param trueNegatives all the rest of all pairs that there are
 */
public record ThresholdRow(
        double threshold, long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** {@return precision and recall} */
    public Score score() {
        return Score.of(truePositives, truePositives + falsePositives, truePositives + falseNegatives);
    }

    /** {@return the correlation of B. W. Matthews (1975), between -1 and 1; 0 if it is not defined} */
    public double correlation() {
        double product = (double) (truePositives + falsePositives)
                * (truePositives + falseNegatives)
                * (trueNegatives + falsePositives)
                * (trueNegatives + falseNegatives);
        double difference = (double) truePositives * trueNegatives - (double) falsePositives * falseNegatives;
        return product == 0 ? 0 : difference / Math.sqrt(product);
    }
}
