package dev.cdm.matching.clustering;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Clusters that go by the scores of pairs alone. */
final class PairClusters {

    private static final int NOBODY = -1;

    private PairClusters() {}

    /** {@return for every record the smallest record of its connected component, the best pairs joined first} */
    static int[] components(int rows, ScoredPairs pairs, double cut, JoinRules rules) {
        DisjointRows joined = new DisjointRows(rows);
        Map<Integer, int[]> members = new HashMap<>();
        for (int pair : pairs.bestFirst()) {
            double logit = pairs.logits()[pair];
            int left = joined.find(pairs.left()[pair]);
            int right = joined.find(pairs.right()[pair]);
            if (left == right || !(logit > cut)) {
                continue;
            }
            int[] first = members.getOrDefault(left, new int[] {left});
            int[] second = members.getOrDefault(right, new int[] {right});
            if (rules.mayJoin(first, second, logit)) {
                joined.join(left, right);
                members.put(Math.min(left, right), merged(first, second));
            }
        }
        return joined.smallest();
    }

    /** {@return for every record the smaller one of itself and the record that is its best partner and whose best it is} */
    static int[] mutualBest(int rows, ScoredPairs pairs, double cut, JoinRules rules) {
        int[] best = new int[rows];
        Arrays.fill(best, NOBODY);
        DisjointRows joined = new DisjointRows(rows);
        for (int pair : pairs.bestFirst()) {
            int left = pairs.left()[pair];
            int right = pairs.right()[pair];
            double logit = pairs.logits()[pair];
            if (logit > cut && rules.mayJoin(new int[] {left}, new int[] {right}, logit)) {
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

    static int[] merged(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        Arrays.sort(all);
        return all;
    }
}
