package dev.cdm.matching.clustering;

/** Joins the clusters of one connected part after the other. One instance belongs to one thread. */
final class Agglomeration {

    private static final int PASSES = 4;

    private final ScoredPairs pairs;
    private final double cut;
    private final JointEvidence evidence;
    private final GrowingSets sets;

    Agglomeration(ScoredPairs pairs, double cut, FieldEvidence evidence, GrowingSets sets) {
        this.pairs = pairs;
        this.cut = cut;
        this.evidence = new JointEvidence(evidence);
        this.sets = sets;
    }

    void run(int[] order, int from, int to) {
        sets.forget();
        boolean changed = true;
        for (int pass = 0; pass < PASSES && changed; pass++) {
            changed = false;
            for (int i = from; i < to; i++) {
                changed |= consider(order[i]);
            }
        }
    }

    private boolean consider(int pair) {
        int left = pairs.left()[pair];
        int right = pairs.right()[pair];
        if (sets.areOne(left, right)) {
            return false;
        }
        int[] first = sets.of(left);
        int[] second = sets.of(right);
        boolean two = first.length + second.length == 2;
        double logit = two ? pairs.logits()[pair] : evidence.logit(first, second);
        return logit > cut && sets.join(first, second);
    }
}
