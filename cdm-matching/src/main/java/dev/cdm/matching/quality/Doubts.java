package dev.cdm.matching.quality;

import dev.cdm.matching.clustering.JointEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Notes weak bridges and suspicious clusters. Belongs to one thread. */
final class Doubts {

    private static final double SURE = 0.99;
    private static final double WEAK_BRIDGE = 0.9;
    private static final double WEAK_CLUSTER = 0.8;
    private static final double CONTRADICTION = -9;
    private static final int LARGE = 10;
    private static final double LARGE_FACTOR = 3;

    private final JointEvidence evidence;
    private final RecordNames names;
    private final double large;
    private final List<WeakBridge> bridges = new ArrayList<>();
    private final List<SuspiciousCluster> suspicious = new ArrayList<>();

    Doubts(JointEvidence evidence, RecordNames names, double meanSize) {
        this.evidence = evidence;
        this.names = names;
        large = Math.max(LARGE, LARGE_FACTOR * meanSize);
    }

    void look(Cluster cluster, double probability) {
        bridges(cluster);
        suspect(cluster.records, probability, cluster.contradiction() < CONTRADICTION);
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
        double probability =
                cluster.size() == 2 ? cluster.own(one, other) : 1 / (1 + Math.exp(-evidence.logit(first, second)));
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

    void suspect(int[] records, double probability, boolean contradicts) {
        boolean weak = probability < WEAK_CLUSTER;
        if (contradicts || weak || (records.length >= LARGE && records.length > large)) {
            Suspicion reason = contradicts ? Suspicion.CONTRADICTION : weak ? Suspicion.WEAK : Suspicion.LARGE;
            suspicious.add(new SuspiciousCluster(
                    names.smallest(records), records.length, reason, Math.max(0, Math.min(1, probability))));
        }
    }

    /** {@return the worst bridges, the worst first} */
    List<WeakBridge> weakBridges() {
        return bridges.stream()
                .sorted(Comparator.comparingDouble(WeakBridge::probability)
                        .thenComparing(WeakBridge::firstId)
                        .thenComparing(WeakBridge::secondId))
                .limit(QualityReport.MOST_LISTED)
                .toList();
    }

    /** {@return the worst clusters, the worst first} */
    List<SuspiciousCluster> suspiciousClusters() {
        return suspicious.stream()
                .sorted(Comparator.comparingDouble(SuspiciousCluster::probability)
                        .thenComparing(SuspiciousCluster::clusterId))
                .limit(QualityReport.MOST_LISTED)
                .toList();
    }
}
