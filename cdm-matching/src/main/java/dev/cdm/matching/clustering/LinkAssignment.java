package dev.cdm.matching.clustering;

import java.util.function.IntPredicate;
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
     * {@return the numbers of the pairs that are linked: those that must be, then the others, the best first}
     *
     * <p>What a chain of links joins is one entity, and rules hold for all its records. Must-links count whatever their
     * score, and beyond the number of links that a record may have.
     *
     * @param pairs pairs of records; those within one source are never linked
     * @param isRight whether a record belongs to the right source
     * @param cut the logarithm of the odds that a link must exceed
     * @param rules all records of both sources, and what may not or must be joined
     */
    public int[] links(ScoredPairs pairs, boolean[] isRight, double cut, JoinRules rules) {
        int[] crossing = IntStream.of(pairs.bestFirst())
                .filter(pair -> isRight[pairs.left()[pair]] != isRight[pairs.right()[pair]])
                .toArray();
        IntPredicate must = pair -> rules.isMustLink(pairs.left()[pair], pairs.right()[pair]);
        GrowingSets sets = new GrowingSets(rules, rules.joined());
        boolean[] taken = new boolean[isRight.length];
        IntStream certain = IntStream.of(crossing).filter(must);
        IntStream likely =
                IntStream.of(crossing).filter(must.negate()).filter(pair -> pairs.logits()[pair] > cut);
        return IntStream.concat(certain, likely)
                .filter(pair -> {
                    int left = isRight[pairs.left()[pair]] ? pairs.right()[pair] : pairs.left()[pair];
                    int right = left == pairs.left()[pair] ? pairs.right()[pair] : pairs.left()[pair];
                    boolean free = !(leftOnce && taken[left]) && !(rightOnce && taken[right]);
                    boolean linked = must.test(pair) || (free && sets.join(left, right));
                    taken[left] |= linked;
                    taken[right] |= linked;
                    return linked;
                })
                .toArray();
    }

    /**
     * {@return the entity of every record: the smallest record that it is joined with}
     *
     * @param pairs pairs of records
     * @param links the numbers of those that are linked
     * @param rules all records, and what must be joined
     */
    public static int[] entities(ScoredPairs pairs, int[] links, JoinRules rules) {
        DisjointRows joined = rules.joined();
        for (int link : links) {
            joined.join(pairs.left()[link], pairs.right()[link]);
        }
        return joined.smallest();
    }
}
