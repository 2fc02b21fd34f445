package dev.cdm.matching.clustering;

/** Joins the clusters of one connected part after the other. One instance belongs to one thread. */
final class Agglomeration {

    private static final int PASSES = 4;
    private static final int MOST_PAIRS = 64;

    private final ScoredPairs pairs;
    private final double cut;
    private final FieldEvidence evidence;
    private final GrowingSets sets;
    private final double[] forEntity;
    private final double[] forHousehold;
    private final double[] forNeighbours;

    Agglomeration(ScoredPairs pairs, double cut, FieldEvidence evidence, GrowingSets sets) {
        this.pairs = pairs;
        this.cut = cut;
        this.evidence = evidence;
        this.sets = sets;
        forEntity = new double[evidence.fields()];
        forHousehold = new double[evidence.fields()];
        forNeighbours = new double[evidence.fields()];
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
        double logit = two ? pairs.logits()[pair] : logit(first, second);
        return logit > cut && sets.join(first, second);
    }

    private double logit(int[] first, int[] second) {
        int fields = evidence.fields();
        CrossMean entity = new CrossMean(fields);
        CrossMean household = new CrossMean(fields);
        CrossMean neighbours = new CrossMean(fields);
        int all = first.length * second.length;
        int step = (all + MOST_PAIRS - 1) / MOST_PAIRS;
        for (int cross = 0; cross < all; cross += step) {
            int a = first[cross / second.length];
            evidence.factors(a, second[cross % second.length], forEntity, forHousehold, forNeighbours);
            entity.add(forEntity);
            household.add(forHousehold);
            neighbours.add(forNeighbours);
        }
        return evidence.logit(entity.sum(), household.sum(), neighbours.sum());
    }
}
