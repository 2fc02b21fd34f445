package dev.cdm.examples.cli;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.matching.blocking.BlockedPairs;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.PairScores;
import dev.cdm.matching.scoring.TermFrequencies;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Finds clusters by a model: pairs that its rules find, their scores, and everything that hangs together. */
final class ModelRun {

    /** The probability from which records are joined unless said otherwise. */
    static final double USUAL_THRESHOLD = 0.5;

    private static final long BLOCK_CAP = 2_000_000;

    private final Table table;
    private final int[] place;
    private final int[] byId;
    private final PairScores scores;
    private final int[] parents;

    ModelRun(FellegiSunterModel model, Table table, double threshold, Report report, Workers workers) {
        this.table = table;
        BlockedPairs pairs = BlockedPairs.dedupe(table, model.rules(), BLOCK_CAP, workers);
        pairs.counts().stream()
                .filter(count -> count.skippedBlocks() > 0)
                .forEach(count -> report.warn("rule `" + count.rule().name() + "`: " + count.skippedBlocks()
                        + " blocks were too large and left out, " + count.skippedPairs() + " pairs"));
        PairScorer scorer = new PairScorer(model, table, TermFrequencies.counted(table, model));
        scores = scorer.score(pairs.left(), pairs.right(), workers);
        byId = byId(table);
        place = new int[byId.length];
        for (int i = 0; i < byId.length; i++) {
            place[byId[i]] = i;
        }
        parents = RowOrder.identity(byId.length);
        joinFrom(threshold);
    }

    private static int[] byId(Table table) {
        return IntStream.range(0, table.rows())
                .boxed()
                .sorted(Comparator.comparing(table::id, CodePoints::compare))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void joinFrom(double threshold) {
        for (int pair = 0; pair < scores.size(); pair++) {
            if (scores.probability(pair) >= threshold) {
                join(root(place[scores.left(pair)]), root(place[scores.right(pair)]));
            }
        }
    }

    private int root(int at) {
        int root = at;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private void join(int one, int other) {
        parents[Math.max(one, other)] = Math.min(one, other);
    }

    int pairs() {
        return scores.size();
    }

    int clusters() {
        return (int) Arrays.stream(RowOrder.identity(parents.length))
                .filter(at -> root(at) == at)
                .count();
    }

    void writeClusters(Path file) {
        Output.write(file, csv -> {
            csv.writeRecord("record_id", "cluster_id");
            for (int at = 0; at < byId.length; at++) {
                csv.writeRecord(table.id(byId[at]), table.id(byId[root(at)]));
            }
        });
    }

    void writePairs(Path file) {
        long[] keys = new long[scores.size()];
        Arrays.setAll(keys, pair -> {
            int one = place[scores.left(pair)];
            int other = place[scores.right(pair)];
            return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
        });
        Output.write(file, csv -> {
            csv.writeRecord("id1", "id2", "match_weight", "match_probability");
            for (int pair : RowOrder.by(keys)) {
                csv.writeRecord(
                        table.id(byId[(int) (keys[pair] >>> Integer.SIZE)]),
                        table.id(byId[(int) keys[pair]]),
                        Double.toString(scores.weight(pair)),
                        Double.toString(scores.probability(pair)));
            }
        });
    }
}
