package dev.cdm.matching.clustering;

import java.util.stream.IntStream;

/** How many links a record may have when two sources are linked. */
public enum LinkAssignment {
    /** Every record has at most one link: the best pair first, greedily. */
    ONE_TO_ONE(true, true),
    /** Every right record has at most one link, its best. */
    ONE_TO_MANY(false, true),
    /** Every link counts. */
    MANY_TO_MANY(false, false);

    private final boolean leftOnce;
    private final boolean rightOnce;

    LinkAssignment(boolean leftOnce, boolean rightOnce) {
        this.leftOnce = leftOnce;
        this.rightOnce = rightOnce;
    }

    /**
     * {@return the numbers of the pairs that are linked, the best first}
     *
     * @param pairs pairs of records, of which the smaller one belongs to either source
     * @param isRight whether a record belongs to the right source
     * @param cut the logarithm of the odds that a link must exceed
     */
    public int[] links(ScoredPairs pairs, boolean[] isRight, double cut) {
        boolean[] taken = new boolean[isRight.length];
        return IntStream.of(pairs.bestFirst())
                .filter(pair -> pairs.logits()[pair] > cut)
                .filter(pair -> {
                    int left = isRight[pairs.left()[pair]] ? pairs.right()[pair] : pairs.left()[pair];
                    int right = left == pairs.left()[pair] ? pairs.right()[pair] : pairs.left()[pair];
                    boolean free = !(leftOnce && taken[left]) && !(rightOnce && taken[right]);
                    taken[left] |= free;
                    taken[right] |= free;
                    return free;
                })
                .toArray();
    }
}
