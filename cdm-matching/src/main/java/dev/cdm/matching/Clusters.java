package dev.cdm.matching;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.mixture.Correction.Question;
import dev.cdm.matching.records.PersonRecords;
import dev.cdm.matching.roles.Matching;
import java.util.ArrayList;
import java.util.List;

/**
 * Which records are one person: every record with its cluster, sorted by record id in code-point order. The id of a
 * cluster is the smallest id in it. Immutable and safe for any thread.
 */
public final class Clusters extends Findings {

    private final int[] order;
    private final int[] firsts;

    Clusters(PersonRecords records, Matching matching) {
        super(records, matching);
        order = records.byId();
        firsts = new int[order.length];
        int[] labels = matching.labels();
        int[] seen = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int label = labels[order[i]];
            seen[label] = seen[label] == 0 ? i + 1 : seen[label];
            firsts[i] = seen[label] - 1;
        }
    }

    /** {@return how many records there are} */
    public int records() {
        return order.length;
    }

    /**
     * {@return the id of a record}
     *
     * @param index the place of the record in the order of the ids, from 0
     */
    public String recordId(int index) {
        return records.id(order[index]);
    }

    /**
     * {@return the id of the cluster of a record}
     *
     * @param index the place of the record in the order of the ids, from 0
     */
    public String clusterId(int index) {
        return records.id(order[firsts[index]]);
    }

    /** {@return the scored pairs, sorted by their ids} */
    public MatchPairs pairs() {
        return MatchPairs.of(records, matching);
    }

    /**
     * {@return the pairs that are most worth asking about, the best first: each answer is expected to set many other pairs
     * right, if it is given to {@link Deduplicator#answers}} Pairs that were answered before are left out.
     *
     * @param most how many at most, at least 0
     */
    public List<PairQuestion> questions(int most) {
        Checks.require(most >= 0, "most", "must be at least 0", most);
        ScoredPairs pairs = matching.pairs();
        List<PairQuestion> questions = new ArrayList<>();
        for (Question question : matching.questions(most)) {
            int pair = question.pair();
            String left = records.id(pairs.left()[pair]);
            String right = records.id(pairs.right()[pair]);
            boolean ordered = CodePoints.ORDER.compare(left, right) <= 0;
            questions.add(new PairQuestion(
                    ordered ? left : right,
                    ordered ? right : left,
                    1 / (1 + Math.exp(-pairs.logits()[pair])),
                    question.value(),
                    matching.agreement(pair)));
        }
        return questions;
    }
}
