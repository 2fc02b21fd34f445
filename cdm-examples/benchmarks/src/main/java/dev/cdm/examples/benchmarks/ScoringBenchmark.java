package dev.cdm.examples.benchmarks;

import dev.cdm.matching.blocking.BlockedPairs;
import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.comparison.ComparisonLevel.TermFrequency;
import dev.cdm.matching.comparison.Comparisons;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Condition.Measure;
import dev.cdm.matching.comparison.Condition.Similar;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.PairScores;
import dev.cdm.matching.scoring.TermFrequencies;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scored pairs in a microsecond, which is millions in a second, on one core: six comparisons, three of them by
 * Jaro-Winkler, corrected by term frequency, over the blocks of generated people. The working memory of the scorer is
 * new in every call. Run like {@link ComparatorBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class ScoringBenchmark {

    private static final int RECORDS = 100_000;
    private static final int PAIRS = 1_000_000;
    private static final long BLOCK_CAP = 20_000;

    /** The language of the people. */
    @Param({"en", "ja"})
    public String language = "en";

    private int[] left = {};
    private int[] right = {};
    private @Nullable PairScorer scorer;

    /** Made by the harness. */
    public ScoringBenchmark() {}

    /**
     * Makes the people and the pairs.
     *
     * @throws IOException if they cannot be written for the moment
     */
    @Setup
    public void prepare() throws IOException {
        Table table = PeopleTable.generated(RECORDS, language).table();
        FellegiSunterModel model = FellegiSunterModel.untrained(comparisons(), rules());
        BlockedPairs pairs = BlockedPairs.dedupe(table, rules(), BLOCK_CAP, Workers.caller());
        if (pairs.size() < PAIRS) {
            throw new IllegalStateException("only " + pairs.size() + " pairs");
        }
        /* Those of the second rule too. */
        left = every(pairs.left());
        right = every(pairs.right());
        scorer = new PairScorer(model, table, TermFrequencies.counted(table, model));
    }

    private static int[] every(int[] rows) {
        int[] chosen = new int[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            chosen[i] = rows[(int) ((long) i * rows.length / PAIRS)];
        }
        return chosen;
    }

    /** {@return two levels by similarity, two exact ones, dates and e-mail addresses} */
    static List<Comparison> comparisons() {
        return List.of(
                name("first_name"),
                name("surname"),
                name("street"),
                Comparisons.birthDate("dob", "uuuu-MM-dd"),
                exact("postcode"),
                exact("email"));
    }

    private static Comparison name(String column) {
        Field field = Field.of(column);
        return Comparison.of(
                field,
                equal(column),
                ComparisonLevel.of("0.92", new Similar(field, Measure.JARO_WINKLER, .92)),
                ComparisonLevel.of("0.8", new Similar(field, Measure.JARO_WINKLER, .8)));
    }

    private static Comparison exact(String column) {
        return Comparison.of(Field.of(column), equal(column));
    }

    private static ComparisonLevel equal(String column) {
        return ComparisonLevel.of("equal", Condition.equal(Field.of(column))).with(TermFrequency.of(column));
    }

    private static List<BlockingRule> rules() {
        return List.of(BlockingRule.on("surname"), BlockingRule.on("first_name"), BlockingRule.on("postcode"));
    }

    /** {@return the scores of a million pairs} */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public PairScores score() {
        PairScorer ready = scorer;
        if (ready == null) {
            throw new IllegalStateException("not prepared");
        }
        return ready.score(left, right, Workers.caller());
    }
}
