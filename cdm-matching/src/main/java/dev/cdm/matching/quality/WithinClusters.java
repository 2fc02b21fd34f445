package dev.cdm.matching.quality;

import dev.cdm.matching.clustering.JointEvidence;
import dev.cdm.matching.clustering.ScoredPairs;

/** Looks into every cluster of two records and more. Belongs to one thread. */
final class WithinClusters {

    /** Larger clusters are not looked into pair by pair. */
    private static final int MOST_RECORDS = 64;

    private final ScoredPairs pairs;
    private final Groups groups;
    private final JointEvidence evidence;
    private final Doubts doubts;
    private final int[] starts;
    private final int[] inside;
    private long joined;
    private double doubtful;
    private long through;
    private long unseen;

    WithinClusters(ScoredPairs pairs, Groups groups, JointEvidence evidence, Doubts doubts) {
        this.pairs = pairs;
        this.groups = groups;
        this.evidence = evidence;
        this.doubts = doubts;
        starts = starts();
        inside = inside();
    }

    private int[] starts() {
        int[] counts = new int[groups.labels() + 1];
        for (int pair = 0; pair < pairs.size(); pair++) {
            counts[label(pair) + 1] += isInside(pair) ? 1 : 0;
        }
        for (int label = 0; label < groups.labels(); label++) {
            counts[label + 1] += counts[label];
        }
        return counts;
    }

    private int[] inside() {
        int[] all = new int[starts[groups.labels()]];
        int[] next = starts.clone();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (isInside(pair)) {
                all[next[label(pair)]++] = pair;
            }
        }
        return all;
    }

    private int label(int pair) {
        return groups.label(pairs.left()[pair]);
    }

    private boolean isInside(int pair) {
        return label(pair) == groups.label(pairs.right()[pair]);
    }

    void look() {
        for (int label = 0; label < groups.labels(); label++) {
            int size = groups.size(label);
            if (size > 1) {
                long all = (long) size * (size - 1) / 2;
                joined += all;
                doubtful += size > MOST_RECORDS ? roughly(label) : closely(label);
            }
        }
    }

    private double closely(int label) {
        Cluster cluster = new Cluster(groups.records(label));
        for (int i = starts[label]; i < starts[label + 1]; i++) {
            int pair = inside[i];
            cluster.put(groups.place(pairs.left()[pair]), groups.place(pairs.right()[pair]), pairs.logits()[pair]);
        }
        int size = cluster.size();
        long all = (long) size * (size - 1) / 2;
        int missing = cluster.unseen();
        if (missing > 0) {
            compareUnseen(cluster);
        }
        through += size > 2 ? all : 0;
        unseen += size > 2 ? missing : 0;
        double wrong = cluster.doubtful();
        doubts.look(cluster, 1 - wrong / all);
        return wrong;
    }

    private void compareUnseen(Cluster cluster) {
        for (int a = 0; a < cluster.size(); a++) {
            for (int b = 0; b < a; b++) {
                if (!cluster.isFound(a, b)) {
                    cluster.set(a, b, evidence.logit(cluster.records[b], cluster.records[a]));
                }
            }
        }
    }

    /** Two records of a very large cluster are as sure as the best pairs of both. */
    private double roughly(int label) {
        int[] records = groups.records(label);
        double[] best = best(label);
        double sum = 0;
        double squares = 0;
        for (double each : best) {
            sum += each;
            squares += each * each;
        }
        double all = records.length * (records.length - 1.0) / 2;
        double expected = (sum * sum - squares) / 2;
        doubts.suspect(records, expected / all, false);
        return all - expected;
    }

    private double[] best(int label) {
        double[] best = new double[groups.size(label)];
        for (int i = starts[label]; i < starts[label + 1]; i++) {
            int pair = inside[i];
            double probability = 1 / (1 + Math.exp(-pairs.logits()[pair]));
            int left = groups.place(pairs.left()[pair]);
            int right = groups.place(pairs.right()[pair]);
            best[left] = Math.max(best[left], probability);
            best[right] = Math.max(best[right], probability);
        }
        return best;
    }

    long joined() {
        return joined;
    }

    double doubtful() {
        return doubtful;
    }

    long through() {
        return through;
    }

    long unseen() {
        return unseen;
    }
}
