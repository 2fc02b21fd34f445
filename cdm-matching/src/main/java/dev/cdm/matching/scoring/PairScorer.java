package dev.cdm.matching.scoring;

import dev.cdm.core.internal.Checks;
import dev.cdm.matching.blocking.RuleCount;
import dev.cdm.matching.blocking.RuleSearch;
import dev.cdm.matching.comparison.ComparedTable;
import dev.cdm.matching.comparison.ComparedTable.Comparer;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Scores pairs of records of one table by a model. To link two tables, put them one behind the other into one. Immutable and
 * safe for any thread.
 */
public final class PairScorer {

    private static final int CHUNK = 1 << 15;

    private final FellegiSunterModel model;
    private final ComparedTable compared;
    private final BoundFrequencies frequencies;
    private final double prior;
    private final double[][] weights;

    /**
     * Makes a table ready.
     *
     * @param model the model
     * @param table the records
     * @param frequencies how common values are, as a rule {@link TermFrequencies#counted(Table, FellegiSunterModel)}
     * @throws IllegalArgumentException if the table lacks a column that the model needs
     */
    public PairScorer(FellegiSunterModel model, Table table, TermFrequencies frequencies) {
        this.model = model;
        prior = model.priorWeight();
        compared = new ComparedTable(table, model.definitions());
        this.frequencies = new BoundFrequencies(table, model, frequencies);
        int size = model.comparisons().size();
        weights = new double[size][];
        for (int i = 0; i < size; i++) {
            TrainedComparison trained = model.comparisons().get(i);
            weights[i] = new double[trained.parameters().size()];
            Arrays.setAll(weights[i], trained::weight);
        }
    }

    /** {@return the model} */
    public FellegiSunterModel model() {
        return model;
    }

    /** {@return the records, made ready for comparing} */
    public ComparedTable compared() {
        return compared;
    }

    /**
     * {@return the weight of a pair in bits}
     *
     * @param left one record, from 0
     * @param right the other record
     * @param pattern their agreement pattern, as {@link Comparer#compare} gave it
     */
    public double weight(int left, int right, long pattern) {
        double weight = prior;
        for (int i = 0; i < weights.length; i++) {
            int level = compared.level(pattern, i);
            weight += weights[i][level];
            if (frequencies.has(i, level)) {
                weight += frequencies.adjustment(i, level, left, right);
            }
        }
        return weight;
    }

    /**
     * {@return the correction by term frequency of a comparison in bits}
     *
     * @param comparison the place of the comparison, from 0
     * @param level the level, from 0
     * @param left one record
     * @param right the other record
     */
    public double adjustment(int comparison, int level, int left, int right) {
        return frequencies.has(comparison, level) ? frequencies.adjustment(comparison, level, left, right) : 0;
    }

    /**
     * {@return the larger of the frequencies of the two values that a level counts, or NaN if there is none}
     *
     * @param comparison the place of the comparison, from 0
     * @param level the level, from 0
     * @param left one record
     * @param right the other record
     */
    public double share(int comparison, int level, int left, int right) {
        if (!frequencies.has(comparison, level)) {
            return Double.NaN;
        }
        double one = frequencies.share(comparison, level, left);
        double other = frequencies.share(comparison, level, right);
        return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.max(one, other);
    }

    /**
     * {@return scored pairs, in the order given}
     *
     * @param left one record of each pair
     * @param right the other record of each pair
     * @param workers who does the work; it does not change the result
     */
    public PairScores score(int[] left, int[] right, Workers workers) {
        Checks.require(left.length == right.length, "right", "must be as many as left", right.length);
        long[] patterns = new long[left.length];
        double[] scores = new double[left.length];
        Queue<Comparer> spare = new ConcurrentLinkedQueue<>();
        workers.run("scoring", (left.length + CHUNK - 1) / CHUNK, chunk -> {
            Comparer taken = spare.poll();
            Comparer comparer = taken == null ? compared.comparer() : taken;
            for (int pair = chunk * CHUNK; pair < Math.min(left.length, (chunk + 1) * CHUNK); pair++) {
                patterns[pair] = comparer.compare(left[pair], right[pair]);
                scores[pair] = weight(left[pair], right[pair], patterns[pair]);
            }
            spare.add(comparer);
        });
        return new PairScores(left.clone(), right.clone(), patterns, scores);
    }

    /**
     * Scores all pairs that rules find, chunk by chunk, so that memory stays bounded whatever the number of pairs. The
     * chunks, their order and their content are the same for any number of threads; one without a pair is not given.
     *
     * @param search the rules, ready for the table of this scorer
     * @param threshold the least probability of a pair that is given, from 0, which gives all, to 1
     * @param sink takes the pairs, in the calling thread; what it throws ends the work
     * @param workers who does the work; it does not change the result
     * @return what each rule found; the sum of the pairs is how many were scored
     * @throws CancellationException if the work was cancelled
     */
    public List<RuleCount> score(
            RuleSearch search, double threshold, Consumer<? super PairScores> sink, Workers workers) {
        Checks.between(threshold, 0, 1, "threshold");
        Checks.require(search.table().equals(compared.table()), "search", "must be of the same table");
        Queue<Comparer> spare = new ConcurrentLinkedQueue<>();
        return search.<PairScores>run(
                "scoring",
                chunk -> {
                    Comparer taken = spare.poll();
                    Comparer comparer = taken == null ? compared.comparer() : taken;
                    PairScores scores = above(threshold, chunk, comparer);
                    spare.add(comparer);
                    return scores;
                },
                scores -> {
                    if (scores.size() > 0) {
                        sink.accept(scores);
                    }
                },
                workers);
    }

    private PairScores above(double threshold, RuleSearch.Chunk chunk, Comparer comparer) {
        int[] left = new int[chunk.size()];
        int[] right = new int[left.length];
        long[] patterns = new long[left.length];
        double[] scores = new double[left.length];
        int size = 0;
        for (int pair = 0; pair < left.length; pair++) {
            left[size] = chunk.left(pair);
            right[size] = chunk.right(pair);
            patterns[size] = comparer.compare(left[size], right[size]);
            scores[size] = weight(left[size], right[size], patterns[size]);
            boolean kept = threshold == 0 || FellegiSunterModel.probability(scores[size]) >= threshold;
            size += kept ? 1 : 0;
        }
        return size == left.length
                ? new PairScores(left, right, patterns, scores)
                : new PairScores(
                        Arrays.copyOf(left, size),
                        Arrays.copyOf(right, size),
                        Arrays.copyOf(patterns, size),
                        Arrays.copyOf(scores, size));
    }
}
