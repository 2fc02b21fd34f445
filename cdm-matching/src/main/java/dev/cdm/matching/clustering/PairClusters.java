package dev.cdm.matching.clustering;

import java.util.Arrays;

/** Clusters that go by the scores of pairs alone. */
final class PairClusters {

    private static final int NOBODY = -1;

    private PairClusters() {}

    /** {@return for every record the smallest record of its connected component, the best pairs joined first} */
    static int[] components(ScoredPairs pairs, double cut, JoinRules rules) {
        DisjointRows joined = rules.joined();
        GrowingSets sets = new GrowingSets(rules, joined);
        for (int pair : pairs.bestFirst()) {
            if (pairs.logits()[pair] > cut) {
                sets.join(pairs.left()[pair], pairs.right()[pair]);
            }
        }
        return joined.smallest();
    }

    /**
     * {@return for every record the smaller one of itself and the record that is its best partner and whose best it is}
     * Records that must be one are so, and no other record is a partner of theirs.
     */
    static int[] mutualBest(ScoredPairs pairs, double cut, JoinRules rules) {
        DisjointRows joined = rules.joined();
        int[] best = new int[joined.rows()];
        Arrays.fill(best, NOBODY);
        for (int pair : pairs.bestFirst()) {
            int left = pairs.left()[pair];
            int right = pairs.right()[pair];
            int[] first = rules.bound(left);
            int[] second = rules.bound(right);
            boolean free = first.length == 1 && second.length == 1;
            if (free && pairs.logits()[pair] > cut && rules.mayJoin(first, second)) {
                boolean mutual = best[left] == NOBODY && best[right] == NOBODY;
                best[left] = best[left] == NOBODY ? right : best[left];
                best[right] = best[right] == NOBODY ? left : best[right];
                if (mutual) {
                    joined.join(left, right);
                }
            }
        }
        return joined.smallest();
    }
}
