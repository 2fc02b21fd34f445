package dev.cdm.matching.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        mend(order, from, to);
    }

    /** Parts clusters at pairs on which alone they hang, where all records of both parts speak against it. */
    private void mend(int[] order, int from, int to) {
        Map<Integer, List<Integer>> links = new TreeMap<>();
        for (int i = from; to - from > 1 && i < to; i++) {
            int left = pairs.left()[order[i]];
            if (pairs.logits()[order[i]] > cut && sets.areOne(left, pairs.right()[order[i]])) {
                links.computeIfAbsent(sets.of(left)[0], first -> new ArrayList<>())
                        .add(order[i]);
            }
        }
        links.forEach(this::mend);
    }

    private void mend(int row, List<Integer> links) {
        int[] members = sets.of(row);
        if (members.length > 2) {
            WeakBridges.parts(members, pairs, links)
                    .filter(parts -> parts[0].length + parts[1].length == members.length)
                    .filter(parts -> !(evidence.logit(parts[0], parts[1]) > cut) && sets.part(parts[0], parts[1]))
                    .findFirst()
                    .ifPresent(parts -> mend(parts, links));
        }
    }

    private void mend(int[][] parts, List<Integer> links) {
        for (int[] part : parts) {
            List<Integer> own = links.stream()
                    .filter(pair -> sets.areOne(part[0], pairs.left()[pair]))
                    .filter(pair -> sets.areOne(part[0], pairs.right()[pair]))
                    .toList();
            mend(part[0], own);
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
