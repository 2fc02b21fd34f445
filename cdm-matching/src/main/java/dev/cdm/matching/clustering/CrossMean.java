package dev.cdm.matching.clustering;

/** The evidence of many pairs, field by field: half the logarithm of the mean, half the mean of the logarithms. */
final class CrossMean {

    private final double[] sums;
    private final double[] logs;
    private final int[] counts;

    CrossMean(int fields) {
        sums = new double[fields];
        logs = new double[fields];
        counts = new int[fields];
    }

    void add(double[] factors) {
        for (int field = 0; field < factors.length; field++) {
            if (factors[field] > 0) {
                sums[field] += factors[field];
                logs[field] += Math.log(factors[field]);
                counts[field]++;
            }
        }
    }

    double sum() {
        double sum = 0;
        for (int field = 0; field < sums.length; field++) {
            if (counts[field] > 0) {
                sum += (Math.log(sums[field] / counts[field]) + logs[field] / counts[field]) / 2;
            }
        }
        return sum;
    }
}
