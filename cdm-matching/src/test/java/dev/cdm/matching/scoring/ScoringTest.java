package dev.cdm.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.comparison.ComparisonLevel.TermFrequency;
import dev.cdm.matching.comparison.Comparisons;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Comparison RESTRICTED = Comparisons.restricted("a");

    @Test
    void weightsAndProbabilitiesBelongTogether() {
        double[] weights = {0, 2, 3, 4, 7, 10};
        double[] probabilities = {0.5, 0.8, 0.89, 0.94, 0.992, 0.999};
        for (int i = 0; i < weights.length; i++) {
            assertThat(FellegiSunterModel.probability(weights[i])).isCloseTo(probabilities[i], within(0.002));
            assertThat(FellegiSunterModel.probability(-weights[i])).isCloseTo(1 - probabilities[i], within(0.002));
        }
        assertThat(FellegiSunterModel.probability(-2000)).isZero();
        assertThat(FellegiSunterModel.probability(2000)).isEqualTo(1);
    }

    @Test
    void levelsWithoutAnEstimateHaveDefaults() {
        TrainedComparison two = TrainedComparison.untrained(RESTRICTED);
        assertThat(two.m(1)).isEqualTo(0.95);
        assertThat(two.weight(0)).isZero();
        assertThat(two.weight(1)).isCloseTo(10, within(1e-9));
        assertThat(two.weight(2)).isCloseTo(-5, within(1e-9));
        TrainedComparison five = TrainedComparison.untrained(Comparisons.familyName("a"));
        assertThat(five.weight(2)).isCloseTo(3, within(1e-9));
        assertThat(five.weight(5)).isCloseTo(-5, within(1e-9));
    }

    @Test
    void rareValuesWeighMoreUpToTheMinimum() {
        Field a = Field.of("a");
        TermFrequency half = new TermFrequency("a", 0.5, 0.02, false);
        Comparison comparison =
                Comparison.of(a, ComparisonLevel.of("equal", Condition.equal(a)).with(half));
        TrainedComparison trained = new TrainedComparison(
                comparison,
                List.of(LevelParameters.unknown(), LevelParameters.of(0.9, 0.08), LevelParameters.of(0.1, 0.92)));
        assertThat(trained.adjustment(1, 0.02, 0.04)).isCloseTo(0.5, within(1e-9));
        assertThat(trained.adjustment(1, Double.NaN, 0.001)).isCloseTo(1, within(1e-9));
        assertThat(trained.adjustment(1, Double.NaN, Double.NaN)).isZero();
        assertThat(trained.adjustment(2, 0.5, 0.5)).isZero();
    }

    @Test
    void aFuzzyLevelNeedsAnExactOneForItsFrequencies() {
        Field a = Field.of("a");
        Comparison comparison = Comparison.of(
                a,
                ComparisonLevel.of("similar", new Condition.Similar(a, Condition.Measure.JARO, 0.9))
                        .with(TermFrequency.of("a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainedComparison.untrained(comparison))
                .withMessageContaining("term-frequency");
    }

    @Test
    void badModelsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FellegiSunterModel(1, List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FellegiSunterModel.untrained(List.of(RESTRICTED, RESTRICTED), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> LevelParameters.of(1.2, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainedComparison(RESTRICTED, List.of(LevelParameters.unknown())));
        assertThatIllegalArgumentException().isThrownBy(() -> TermFrequencies.of(Map.of("a", Map.of("x", 1.5))));
    }

    @Test
    void frequenciesMayComeFromElsewhere() {
        TermFrequencies given = TermFrequencies.of(Map.of("a", Map.of("x", 0.25)));
        assertThat(given.of("a", "x")).isEqualTo(0.25);
        assertThat(given.of("a", "y")).isNaN();
        assertThat(given.of("b", "x")).isNaN();
        Table table = new TableBuilder(List.of("a"))
                .add("1", List.of("x"))
                .add("2", List.of("x"))
                .add("3", List.of("y"))
                .add("4", List.of(""))
                .build();
        assertThat(TermFrequencies.counted(table, List.of("a")).of("a", "x")).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameScores() {
        TableBuilder builder = new TableBuilder(List.of("a", "b"));
        for (int row = 0; row < 300; row++) {
            builder.add("r" + row, Arrays.asList("name" + row % 37, row % 5 == 0 ? "" : "city" + row % 11));
        }
        Table table = builder.build();
        FellegiSunterModel model = FellegiSunterModel.untrained(
                List.of(Comparisons.familyName("a"), Comparisons.familyName("b")), List.of());
        PairScorer scorer = new PairScorer(model, table, TermFrequencies.counted(table, model));
        int[] left = IntStream.range(0, 80_000).map(pair -> pair / 300).toArray();
        int[] right = IntStream.range(0, 80_000).map(pair -> pair % 300).toArray();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        PairScores alone = scorer.score(left, right, Workers.caller());
        PairScores helped = scorer.score(left, right, Workers.of(pool, 3));
        pool.shutdownNow();
        for (int pair = 0; pair < alone.size(); pair++) {
            assertThat(helped.weight(pair)).isEqualTo(alone.weight(pair));
            assertThat(helped.pattern(pair)).isEqualTo(alone.pattern(pair));
        }
    }
}
