package dev.cdm.matching.clustering;

import dev.cdm.matching.joining.ClusteringMethod;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Agglomerative clustering in which all records of two clusters are heard, field by field.
 *
 * <p>For every field the evidence is the mean, over all pairs across the two clusters that have a value, taken half as
 * the logarithm of the mean factor and half as the mean of the logarithms; the fields add up as for a pair. Clusters are
 * joined, the best pair first, while the odds are above a cut. So one strange record does not glue two clusters, and one
 * typing error does not keep a record out.
 */
public final class FieldwiseClusters {

    private final ScoredPairs pairs;
    private final double cut;
    private final Supplier<? extends FieldEvidence> evidence;
    private final Workers workers;
    private final JoinRules rules;

    /**
     * Prepares a clustering.
     *
     * @param pairs the pairs that may be linked, directly or through others
     * @param cut the logarithm of the odds above which clusters are joined
     * @param evidence makes what compares records, one per thread
     * @param rules all records, and what may not or must be joined
     * @param workers who does the work
     */
    public FieldwiseClusters(
            ScoredPairs pairs,
            double cut,
            Supplier<? extends FieldEvidence> evidence,
            JoinRules rules,
            Workers workers) {
        this.rules = rules;
        this.pairs = pairs;
        this.cut = cut;
        this.evidence = evidence;
        this.workers = workers;
    }

    /**
     * {@return for every record the smallest record of its cluster}
     *
     * @param method how pairs become clusters
     */
    public int[] labels(ClusteringMethod method) {
        return switch (method) {
            case FIELDWISE -> labels();
            case CONNECTED_COMPONENTS -> PairClusters.components(pairs, cut, rules);
            case MUTUAL_BEST -> PairClusters.mutualBest(pairs, cut, rules);
        };
    }

    /** {@return for every record the smallest record of its cluster, all records of two clusters heard} */
    public int[] labels() {
        int[] order = pairs.bestFirst();
        int[] component = new int[order.length];
        DisjointRows connected = rules.joined();
        for (int pair : order) {
            connected.join(pairs.left()[pair], pairs.right()[pair]);
        }
        for (int pair = 0; pair < component.length; pair++) {
            component[pair] = connected.find(pairs.left()[pair]);
        }
        int[] grouped = RowOrder.by(component, order);
        int[] starts = starts(component, grouped);
        DisjointRows joined = rules.joined();
        int chunk = 256;
        int components = starts.length - 1;
        workers.run("clustering", (components + chunk - 1) / chunk, number -> {
            Agglomeration agglomeration = new Agglomeration(pairs, cut, evidence.get(), new GrowingSets(rules, joined));
            for (int i = number * chunk; i < Math.min(components, (number + 1) * chunk); i++) {
                agglomeration.run(grouped, starts[i], starts[i + 1]);
            }
        });
        return joined.smallest();
    }

    private static int[] starts(int[] component, int[] grouped) {
        int[] starts = new int[grouped.length + 1];
        int count = 0;
        for (int i = 0; i < grouped.length; i++) {
            if (i == 0 || component[grouped[i]] != component[grouped[i - 1]]) {
                starts[count++] = i;
            }
        }
        starts[count] = grouped.length;
        return Arrays.copyOf(starts, count + 1);
    }
}
