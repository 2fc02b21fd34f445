package dev.cdm.matching.evaluate;

import dev.cdm.core.internal.Checks;

/**
 * Clusters against true clusters.
 *
 * @param truePairs how many pairs of records are one person
 * @param foundPairs how many pairs of records were found to be
 * @param rightPairs how many of these are
 * @param pairs precision and recall over pairs
 * @param bCubed precision and recall of the cluster of a record, as the mean over records (A. Bagga, B. Baldwin 1998)
 * @param clusters precision and recall of whole clusters, found exactly as they are
 * @param variation the variation of information in nats, 0 for equal clusters (M. Meilă 2007)
 */
public record ClusterEvaluation(
        long truePairs, long foundPairs, long rightPairs, Score pairs, Score bCubed, Score clusters, double variation) {

    /**
     * {@return the evaluation of clusters of one table}
     *
     * @param truth the true cluster of each record, as any number
     * @param found the cluster of each record that was found
     */
    public static ClusterEvaluation of(int[] truth, int[] found) {
        return of(truth, found, 0);
    }

    /**
     * {@return the evaluation of clusters of two tables, where only pairs across them count}
     *
     * @param truth the true cluster of each record, as any number
     * @param found the cluster of each record that was found
     * @param leftRows how many records, from the first on, are of the left table; 0 if all are of one
     */
    public static ClusterEvaluation of(int[] truth, int[] found, int leftRows) {
        Checks.require(found.length == truth.length, "found", "must be as many as truth", found.length);
        Grouping real = new Grouping(truth, new int[truth.length], leftRows);
        Grouping made = new Grouping(found, new int[truth.length], leftRows);
        Grouping both = new Grouping(truth, found, leftRows);
        double rows = truth.length;
        double precision = 0;
        double recall = 0;
        double variation = 0;
        int exact = 0;
        for (int group = 0; group < both.groups(); group++) {
            int row = both.row(group);
            double shared = both.size(group);
            double inFound = made.size(made.group(row));
            double inTruth = real.size(real.group(row));
            precision += shared * shared / inFound;
            recall += shared * shared / inTruth;
            variation -= shared / rows * (Math.log(shared / inFound) + Math.log(shared / inTruth));
            exact += shared == inFound && shared == inTruth ? 1 : 0;
        }
        return new ClusterEvaluation(
                real.pairs(),
                made.pairs(),
                both.pairs(),
                Score.of(both.pairs(), made.pairs(), real.pairs()),
                rows == 0 ? new Score(0, 0) : new Score(precision / rows, recall / rows),
                Score.of(exact, made.groups(), real.groups()),
                Math.max(0, variation));
    }
}
