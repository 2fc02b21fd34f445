package dev.cdm.matching.quality;

import dev.cdm.matching.clustering.JointEvidence;
import dev.cdm.matching.clustering.ScoredPairs;
import java.util.ArrayList;
import java.util.List;

/** Looks into every cluster of two records and more. Belongs to one thread. */
final class WithinClusters {

    /** Larger clusters are not looked into pair by pair. */
    private static final int MOST_RECORDS = 64;

    private static final double SURE = 0.99;
    private static final double WEAK_BRIDGE = 0.9;
    private static final double WEAK_CLUSTER = 0.8;
    private static final double CONTRADICTION = -9;
    private static final int LARGE = 10;
    private static final double LARGE_FACTOR = 3;

    private final ScoredPairs pairs;
    private final Groups groups;
    private final JointEvidence evidence;
    private final RecordNames names;
    private final int[] starts;
    private final int[] inside;
    private final double large;

    private final List<WeakBridge> bridges = new ArrayList<>();
    private final List<SuspiciousCluster> suspicious = new ArrayList<>();
    private long joined;
    private double doubtful;
    private long through;
    private long unseen;

    WithinClusters(ScoredPairs pairs, Groups groups, JointEvidence evidence, RecordNames names) {
        this.pairs = pairs;
        this.groups = groups;
        this.evidence = evidence;
        this.names = names;
        starts = starts();
        inside = inside();
        large = Math.max(LARGE, LARGE_FACTOR * groups.meanSize());
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
            cluster.put(
                    groups.place(pairs.left()[pair]), groups.place(pairs.right()[pair]), pairs.logits()[pair]);
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
        bridges(cluster);
        suspect(cluster.records, 1 - wrong / all, cluster.contradiction() < CONTRADICTION);
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
        suspect(records, expected / all, false);
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

    private void bridges(Cluster cluster) {
        int[] parents = cluster.tree();
        for (int row = 1; row < cluster.size(); row++) {
            double own = cluster.own(row, parents[row]);
            boolean[] side = Cluster.branch(parents, row);
            if (own < SURE || (own < 1 && cluster.least(side) < 1 - SURE)) {
                bridge(cluster, row, parents[row], side);
            }
        }
    }

    private void bridge(Cluster cluster, int one, int other, boolean[] side) {
        int[] first = cluster.side(side, true);
        int[] second = cluster.side(side, false);
        double probability = cluster.size() == 2
                ? cluster.own(one, other)
                : 1 / (1 + Math.exp(-evidence.logit(first, second)));
        if (probability < WEAK_BRIDGE) {
            int a = cluster.records[one];
            int b = cluster.records[other];
            bridges.add(new WeakBridge(
                    names.smallest(cluster.records),
                    names.smallest(a, b),
                    names.greatest(a, b),
                    probability,
                    Math.min(first.length, second.length),
                    cluster.size()));
        }
    }

    private void suspect(int[] records, double probability, boolean contradicts) {
        boolean weak = probability < WEAK_CLUSTER;
        if (contradicts || weak || (records.length >= LARGE && records.length > large)) {
            Suspicion reason = contradicts ? Suspicion.CONTRADICTION : weak ? Suspicion.WEAK : Suspicion.LARGE;
            suspicious.add(new SuspiciousCluster(
                    names.smallest(records), records.length, reason, Math.max(0, Math.min(1, probability))));
        }
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

    List<WeakBridge> weakBridges() {
        return bridges;
    }

    List<SuspiciousCluster> suspiciousClusters() {
        return suspicious;
    }
}
