package dev.cdm.matching.training;

import dev.cdm.core.internal.Checks;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.PairScores;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Pairs with a verdict. */
final class KnownPairs {

    static final KnownPairs NONE = new KnownPairs(new int[0], new int[0], new boolean[0]);

    private final int[] left;
    private final int[] right;
    private final long[] all;

    KnownPairs(int[] left, int[] right, boolean[] matches) {
        Checks.require(left.length == right.length, "right", "must be as many as left", right.length);
        Checks.require(left.length == matches.length, "matches", "must be as many as left", matches.length);
        int[] chosen = IntStream.range(0, left.length).filter(i -> matches[i]).toArray();
        this.left = Arrays.stream(chosen).map(i -> left[i]).toArray();
        this.right = Arrays.stream(chosen).map(i -> right[i]).toArray();
        all = new long[left.length];
        Arrays.setAll(all, i -> ScoredPairs.key(left[i], right[i]));
        Arrays.sort(all);
    }

    boolean has(int one, int other) {
        return all.length > 0 && Arrays.binarySearch(all, ScoredPairs.key(one, other)) >= 0;
    }

    /** {@return the agreement patterns of the matches} */
    long[] matches(PairScorer scorer, Workers workers) {
        PairScores scores = scorer.score(left, right, workers);
        return IntStream.range(0, scores.size()).mapToLong(scores::pattern).toArray();
    }
}
