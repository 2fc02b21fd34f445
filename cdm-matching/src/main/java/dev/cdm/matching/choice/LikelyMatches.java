package dev.cdm.matching.choice;

import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.records.PersonRecords;
import dev.cdm.matching.roles.PersonMatching;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.Map;
import java.util.stream.IntStream;

/** The pairs of records that the model of people joins, without labels, and how much it doubts that. */
final class LikelyMatches {

    /** Of a cluster that is larger than any person's, each record is paired with so many others at most. */
    private static final int MOST_PARTNERS = 200;

    private static final double EVEN_ODDS = .5;

    private final int[] left;
    private final int[] right;
    private final double doubted;
    private final double missed;

    private LikelyMatches(int[] left, int[] right, double doubted, double missed) {
        this.left = left;
        this.right = right;
        this.doubted = doubted;
        this.missed = missed;
    }

    static LikelyMatches of(Table table, Map<String, Role> roles, Workers workers) {
        PersonRecords records = new PersonRecords(table, roles);
        PersonMatching matching = PersonMatching.dedupe(records, workers);
        int[] labels = matching.labels();
        int[] rows = records.order();
        int[] order = RowOrder.by(labels, RowOrder.identity(labels.length));
        IntStream.Builder left = IntStream.builder();
        IntStream.Builder right = IntStream.builder();
        for (int i = 0; i < order.length; i++) {
            int end = Math.min(order.length, i + 1 + MOST_PARTNERS);
            for (int j = i + 1; j < end && labels[order[j]] == labels[order[i]]; j++) {
                left.add(Math.min(rows[order[i]], rows[order[j]]));
                right.add(Math.max(rows[order[i]], rows[order[j]]));
            }
        }
        return weighed(left.build().toArray(), right.build().toArray(), labels, matching.pairs());
    }

    /** A pair that was joined without having been scored counts as doubted at even odds. */
    private static LikelyMatches weighed(int[] left, int[] right, int[] labels, ScoredPairs pairs) {
        double doubted = EVEN_ODDS * left.length;
        double missed = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            double probability = 1 / (1 + Math.exp(-pairs.logits()[pair]));
            if (labels[pairs.left()[pair]] == labels[pairs.right()[pair]]) {
                doubted += 1 - probability - EVEN_ODDS;
            } else {
                missed += probability;
            }
        }
        return new LikelyMatches(left, right, Math.max(0, doubted), missed);
    }

    int size() {
        return left.length;
    }

    /** {@return the row of a match that comes first} */
    int left(int match) {
        return left[match];
    }

    int right(int match) {
        return right[match];
    }

    /** {@return how many of them are probably none} */
    double doubted() {
        return doubted;
    }

    /** {@return how many matches are probably among the pairs that were scored and not joined} */
    double missed() {
        return missed;
    }
}
