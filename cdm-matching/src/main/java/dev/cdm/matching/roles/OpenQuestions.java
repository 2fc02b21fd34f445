package dev.cdm.matching.roles;

import dev.cdm.matching.clustering.JoinRules;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.mixture.Correction;
import dev.cdm.matching.mixture.Correction.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The scored pairs of which nobody has said anything. */
final class OpenQuestions {

    private final ScoredPairs scored;
    private final int[] open;

    private OpenQuestions(ScoredPairs scored, int[] open) {
        this.scored = scored;
        this.open = open;
    }

    static OpenQuestions of(ScoredPairs scored, Set<Long> answered, JoinRules rules) {
        double[] certain = rules.certain(scored).logits();
        int[] open = IntStream.range(0, scored.size())
                .filter(pair -> certain[pair] != Double.POSITIVE_INFINITY)
                .filter(pair -> !answered.contains(key(scored.left()[pair], scored.right()[pair])))
                .toArray();
        return new OpenQuestions(scored, open);
    }

    /** {@return the smaller record in the upper half, the larger one in the lower} */
    static long key(int a, int b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }

    /** {@return the best questions when records are joined from a cut of corrected scores on} */
    List<Question> best(PairScoring scoring, double cut, int most) {
        List<Correction.Example> pairs = new ArrayList<>(open.length);
        for (int pair : open) {
            pairs.add(scoring.example(scored.left()[pair], scored.right()[pair], 0));
        }
        return scoring.correction().questions(pairs, cut, most).stream()
                .map(question -> new Question(open[question.pair()], question.value()))
                .toList();
    }
}
