package dev.cdm.matching.quality;

import java.util.Arrays;

/** The probabilities between the records of one cluster. Belongs to one thread. */
final class Cluster {

    private static final int NOBODY = -1;

    /** The records in ascending order. */
    final int[] records;

    private final double[][] own;
    private final boolean[][] found;
    private double contradiction;

    Cluster(int[] records) {
        this.records = records;
        own = new double[records.length][records.length];
        found = new boolean[records.length][records.length];
    }

    int size() {
        return records.length;
    }

    /** Takes a pair that was found and scored. */
    void put(int a, int b, double logit) {
        found[a][b] = true;
        found[b][a] = true;
        set(a, b, logit);
    }

    /** Takes a pair that is in the cluster through others only. */
    void set(int a, int b, double logit) {
        own[a][b] = 1 / (1 + Math.exp(-logit));
        own[b][a] = own[a][b];
        contradiction = Math.min(contradiction, logit);
    }

    boolean isFound(int a, int b) {
        return found[a][b];
    }

    double own(int a, int b) {
        return own[a][b];
    }

    /** {@return the logarithm of the odds of the two records that speak most against each other, at most 0} */
    double contradiction() {
        return contradiction;
    }

    /** {@return how many pairs were not found by themselves} */
    int unseen() {
        int count = 0;
        for (int a = 0; a < records.length; a++) {
            for (int b = 0; b < a; b++) {
                count += found[a][b] ? 0 : 1;
            }
        }
        return count;
    }

    /**
     * {@return how many pairs are expected to be false: two records are one entity with the probability of the best path
     * between them, the product of the probabilities along it}
     */
    double doubtful() {
        double[][] best = new double[own.length][];
        Arrays.setAll(best, row -> own[row].clone());
        for (int via = 0; via < best.length; via++) {
            for (int a = 0; a < best.length; a++) {
                double first = best[a][via];
                for (int b = 0; b < best.length; b++) {
                    best[a][b] = Math.max(best[a][b], first * best[via][b]);
                }
            }
        }
        double sum = 0;
        for (int a = 0; a < best.length; a++) {
            for (int b = 0; b < a; b++) {
                sum += 1 - best[a][b];
            }
        }
        return sum;
    }

    /** {@return for every record but the first, to which other record the tree of the best pairs joins it} */
    int[] tree() {
        int[] parents = new int[records.length];
        double[] best = own[0].clone();
        boolean[] taken = new boolean[records.length];
        parents[0] = NOBODY;
        taken[0] = true;
        for (int step = 1; step < records.length; step++) {
            int next = next(best, taken);
            taken[next] = true;
            for (int row = 0; row < records.length; row++) {
                if (!taken[row] && own[next][row] > best[row]) {
                    best[row] = own[next][row];
                    parents[row] = next;
                }
            }
        }
        return parents;
    }

    private static int next(double[] best, boolean[] taken) {
        int next = NOBODY;
        for (int row = 0; row < best.length; row++) {
            next = !taken[row] && (next == NOBODY || best[row] > best[next]) ? row : next;
        }
        return next;
    }

    /** {@return which records come away with one when its branch of a tree is cut} */
    static boolean[] branch(int[] parents, int root) {
        boolean[] away = new boolean[parents.length];
        for (int row = 0; row < parents.length; row++) {
            int at = row;
            while (at != NOBODY && at != root) {
                at = parents[at];
            }
            away[row] = at == root;
        }
        return away;
    }

    /** {@return the smallest probability of two records on different sides} */
    double least(boolean[] side) {
        double least = 1;
        for (int a = 0; a < side.length; a++) {
            for (int b = 0; b < a; b++) {
                least = side[a] == side[b] ? least : Math.min(least, own[a][b]);
            }
        }
        return least;
    }

    /** {@return the records of one side} */
    int[] side(boolean[] side, boolean which) {
        int[] all = new int[records.length];
        int size = 0;
        for (int row = 0; row < side.length; row++) {
            if (side[row] == which) {
                all[size++] = records[row];
            }
        }
        return Arrays.copyOf(all, size);
    }
}
