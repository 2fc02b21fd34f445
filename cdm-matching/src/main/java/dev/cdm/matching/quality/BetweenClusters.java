package dev.cdm.matching.quality;

import dev.cdm.matching.clustering.JointEvidence;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.table.RowOrder;
import java.util.BitSet;
import java.util.function.ToLongBiFunction;

/** Expects how many pairs between clusters are one entity all the same. Belongs to one thread. */
final class BetweenClusters {

    private final ScoredPairs pairs;
    private final Groups groups;
    private final JointEvidence evidence;

    BetweenClusters(ScoredPairs pairs, Groups groups, JointEvidence evidence) {
        this.pairs = pairs;
        this.groups = groups;
        this.evidence = evidence;
    }

    /**
     * {@return the expected number}
     *
     * @param joined the numbers of the pairs that are joined
     * @param across how many pairs that count lie between two clusters
     */
    double missed(BitSet joined, ToLongBiFunction<int[], int[]> across) {
        long[] doubtful = new long[pairs.size()];
        int size = 0;
        double missed = 0;
        for (int pair = joined.nextClearBit(0); pair < pairs.size(); pair = joined.nextClearBit(pair + 1)) {
            int a = groups.label(pairs.left()[pair]);
            int b = groups.label(pairs.right()[pair]);
            if (a == b || (groups.size(a) == 1 && groups.size(b) == 1)) {
                missed += 1 / (1 + Math.exp(-pairs.logits()[pair]));
            } else {
                doubtful[size++] = ScoredPairs.key(a, b);
            }
        }
        return missed + together(RowOrder.sorted(doubtful, size, 0), size, across);
    }

    /** All records of two clusters are heard, once for both. */
    private double together(long[] sorted, int size, ToLongBiFunction<int[], int[]> across) {
        double missed = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                int[] first = groups.records((int) (sorted[i] >>> Integer.SIZE));
                int[] second = groups.records((int) sorted[i]);
                missed += across.applyAsLong(first, second) / (1 + Math.exp(-evidence.logit(first, second)));
            }
        }
        return missed;
    }
}
