package dev.cdm.matching.clustering;

import java.util.HashMap;
import java.util.Map;

/** Joins the clusters of one connected part after the other. One instance belongs to one thread. */
final class Agglomeration {

    private static final int PASSES = 4;

    private final ScoredPairs pairs;
    private final double cut;
    private final JointEvidence evidence;
    private final DisjointRows joined;
    private final JoinRules rules;
    private final Map<Integer, int[]> members = new HashMap<>();

    Agglomeration(ScoredPairs pairs, double cut, FieldEvidence evidence, DisjointRows joined, JoinRules rules) {
        this.rules = rules;
        this.pairs = pairs;
        this.cut = cut;
        this.evidence = new JointEvidence(evidence);
        this.joined = joined;
    }

    void run(int[] order, int from, int to) {
        members.clear();
        boolean changed = true;
        for (int pass = 0; pass < PASSES && changed; pass++) {
            changed = false;
            for (int i = from; i < to; i++) {
                changed |= consider(order[i]);
            }
        }
    }

    private boolean consider(int pair) {
        int left = joined.find(pairs.left()[pair]);
        int right = joined.find(pairs.right()[pair]);
        if (left == right) {
            return false;
        }
        int[] first = members.getOrDefault(left, new int[] {left});
        int[] second = members.getOrDefault(right, new int[] {right});
        double own = pairs.logits()[pair];
        boolean known = first.length + second.length == 2 || own == Double.POSITIVE_INFINITY;
        double logit = known ? own : evidence.logit(first, second);
        if (!(logit > cut) || !rules.mayJoin(first, second, logit)) {
            return false;
        }
        int[] all = PairClusters.merged(first, second);
        joined.join(left, right);
        members.remove(Math.max(left, right));
        members.put(Math.min(left, right), all);
        return true;
    }
}
