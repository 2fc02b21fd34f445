package dev.cdm.matching;

import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.roles.Matching;
import dev.cdm.matching.roles.PersonRecords;
import dev.cdm.matching.table.RowOrder;
import java.util.function.IntPredicate;

/** Pairs of records with their weights, sorted by the first and then by the second id. Immutable and safe for any thread. */
public final class MatchPairs extends Findings {

    private static final double BIT = Math.log(2);

    private final boolean isLinks;
    private final int[] first;
    private final int[] second;
    private final double[] logits;

    private MatchPairs(
            PersonRecords records, Matching matching, boolean isLinks, int[] first, int[] second, double[] logits) {
        super(records, matching);
        this.isLinks = isLinks;
        this.first = first;
        this.second = second;
        this.logits = logits;
    }

    /** The smaller id comes first. */
    static MatchPairs of(PersonRecords records, Matching matching) {
        int[] places = places(records);
        ScoredPairs pairs = matching.pairs();
        int[] chosen = RowOrder.identity(pairs.size());
        return sorted(
                records,
                matching,
                false,
                chosen,
                places,
                pair -> places[pairs.left()[pair]] > places[pairs.right()[pair]]);
    }

    /** The left record comes first. */
    static MatchPairs links(PersonRecords records, Matching matching) {
        return linked(records, matching, matching.links());
    }

    private static MatchPairs linked(PersonRecords records, Matching matching, int[] chosen) {
        ScoredPairs pairs = matching.pairs();
        return sorted(records, matching, true, chosen, places(records), pair -> records.isRight(pairs.left()[pair]));
    }

    private static int[] places(PersonRecords records) {
        int[] byId = records.byId();
        int[] places = new int[byId.length];
        for (int i = 0; i < byId.length; i++) {
            places[byId[i]] = i;
        }
        return places;
    }

    private static MatchPairs sorted(
            PersonRecords records,
            Matching matching,
            boolean isLinks,
            int[] chosen,
            int[] places,
            IntPredicate turned) {
        ScoredPairs pairs = matching.pairs();
        long[] keys = new long[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int a = places[pairs.left()[chosen[i]]];
            int b = places[pairs.right()[chosen[i]]];
            keys[i] = turned.test(chosen[i]) ? (long) b << Integer.SIZE | a : (long) a << Integer.SIZE | b;
        }
        int[] order = RowOrder.by(keys);
        int[] first = new int[order.length];
        int[] second = new int[order.length];
        double[] logits = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            int pair = chosen[order[i]];
            boolean turn = turned.test(pair);
            first[i] = turn ? pairs.right()[pair] : pairs.left()[pair];
            second[i] = turn ? pairs.left()[pair] : pairs.right()[pair];
            logits[i] = pairs.logits()[pair];
        }
        return new MatchPairs(records, matching, isLinks, first, second, logits);
    }

    /** {@return all pairs that were scored in the same run, with odds above one to four hundred, linked or not} */
    public MatchPairs scored() {
        return isLinks
                ? linked(records, matching, RowOrder.identity(matching.pairs().size()))
                : this;
    }

    /** {@return how many pairs there are} */
    public int size() {
        return first.length;
    }

    /**
     * {@return the first id of a pair; of a link, the left one}
     *
     * @param index the place of the pair, from 0
     */
    public String firstId(int index) {
        return records.id(first[index]);
    }

    /**
     * {@return the second id of a pair; of a link, the right one}
     *
     * @param index the place of the pair, from 0
     */
    public String secondId(int index) {
        return records.id(second[index]);
    }

    /**
     * {@return the match weight of a pair in bits: the base-2 logarithm of the calibrated odds that it is one person}
     *
     * @param index the place of the pair, from 0
     */
    public double weight(int index) {
        return logits[index] / BIT;
    }

    /**
     * {@return the calibrated probability that a pair is one person}
     *
     * @param index the place of the pair, from 0
     */
    public double probability(int index) {
        return 1 / (1 + Math.exp(-logits[index]));
    }
}
