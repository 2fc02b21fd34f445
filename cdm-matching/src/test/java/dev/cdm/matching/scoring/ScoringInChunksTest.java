package dev.cdm.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.matching.blocking.BlockedPairs;
import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.blocking.RuleBlocking;
import dev.cdm.matching.blocking.RuleCount;
import dev.cdm.matching.comparison.Comparisons;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoringInChunksTest {

    private static final List<BlockingRule> RULES = List.of(BlockingRule.on("city"), BlockingRule.on("name"));

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Table table = table(300);
    private final FellegiSunterModel model = FellegiSunterModel.untrained(
                    List.of(Comparisons.familyName("name"), Comparisons.restricted("city")), RULES)
            .withPrior(.05);
    private final PairScorer scorer = new PairScorer(model, table, TermFrequencies.counted(table, model));

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private static Table table(int rows) {
        TableBuilder builder = new TableBuilder(List.of("name", "city"));
        for (int row = 0; row < rows; row++) {
            builder.add("r" + row, List.of("name" + row % 37, row % 5 == 0 ? "" : "city" + row % 11));
        }
        return builder.build();
    }

    private static String line(PairScores scores, int pair) {
        return scores.left(pair) + " " + scores.right(pair) + " " + scores.pattern(pair) + " " + scores.weight(pair);
    }

    private List<String> inChunks(double threshold, int size, Workers workers) {
        List<String> lines = new ArrayList<>();
        scorer.score(
                RuleBlocking.of(RULES).chunk(size).search(table, 0),
                threshold,
                chunk -> {
                    assertThat(chunk.size()).isBetween(1, size);
                    for (int pair = 0; pair < chunk.size(); pair++) {
                        lines.add(line(chunk, pair));
                    }
                },
                workers);
        return lines;
    }

    @Test
    void chunksGiveTheScoresOfAllPairsAtOnceInTheSameOrder() {
        BlockedPairs pairs = BlockedPairs.dedupe(table, RULES, Long.MAX_VALUE, Workers.caller());
        PairScores all = scorer.score(pairs.left(), pairs.right(), Workers.caller());
        List<String> lines = new ArrayList<>();
        List<String> likely = new ArrayList<>();
        for (int pair = 0; pair < all.size(); pair++) {
            lines.add(line(all, pair));
            if (all.probability(pair) >= .5) {
                likely.add(line(all, pair));
            }
        }
        assertThat(inChunks(0, 100, Workers.caller())).isEqualTo(lines);
        assertThat(inChunks(0, 100, Workers.of(pool, 3))).isEqualTo(lines);
        assertThat(likely).isNotEmpty().hasSizeLessThan(lines.size());
        assertThat(inChunks(.5, 100, Workers.of(pool, 2))).isEqualTo(likely);
    }

    @Test
    void whatEachRuleFoundAndTheProgressAreTold() {
        List<String> stages = new ArrayList<>();
        List<RuleCount> counts = scorer.score(
                RuleBlocking.of(RULES).chunk(1000).search(table, 0),
                1,
                chunk -> {},
                Workers.caller().reporting((stage, done, total) -> stages.add(stage + " " + done + "/" + total)));
        BlockedPairs pairs = BlockedPairs.dedupe(table, RULES, Long.MAX_VALUE, Workers.caller());
        assertThat(counts).isEqualTo(pairs.counts());
        int chunks = stages.size();
        assertThat(chunks).isGreaterThan(3);
        assertThat(stages).startsWith("scoring 1/" + chunks).endsWith("scoring " + chunks + "/" + chunks);
    }

    @Test
    void theWorkEndsMidwayWhenItIsCancelledOrTheSinkHasEnough() {
        List<PairScores> taken = new ArrayList<>();
        Workers stopping = Workers.of(pool, 2).until(() -> taken.size() >= 2);
        assertThatThrownBy(() -> scorer.score(
                        RuleBlocking.of(RULES).chunk(10).search(table, 0), 0, taken::add, stopping))
                .isInstanceOf(CancellationException.class)
                .hasMessage("scoring was cancelled");
        assertThat(taken).hasSizeBetween(2, 40);
        assertThatThrownBy(() -> scorer.score(
                        RuleBlocking.of(RULES).search(table, 0),
                        0,
                        chunk -> {
                            throw new IllegalStateException("disk full");
                        },
                        Workers.of(pool, 2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    @Test
    void aSearchOfAnotherTableAndAThresholdOutOfRangeAreRefused() {
        RuleBlocking blocking = RuleBlocking.of(RULES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(blocking.search(table(3), 0), 0, chunk -> {}, Workers.caller()))
                .withMessageContaining("same table");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(blocking.search(table, 0), 1.4, chunk -> {}, Workers.caller()))
                .withMessage("`threshold` must be between 0.0 and 1.0, was 1.4");
    }
}
