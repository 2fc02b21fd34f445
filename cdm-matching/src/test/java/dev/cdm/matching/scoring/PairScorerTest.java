package dev.cdm.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.comparison.ComparisonLevel.TermFrequency;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model of one column whose weights are known: 3 bits for the prior against, 3 for equal, and 1 for every halving. */
class PairScorerTest {

    private static final Field NAME = Field.of("name");
    private static final Comparison EQUAL = Comparison.of(
            NAME, ComparisonLevel.of("equal", Condition.equal(NAME)).with(TermFrequency.of("name")));
    private static final FellegiSunterModel MODEL = new FellegiSunterModel(
            1 / 9.0,
            List.of(new TrainedComparison(
                    EQUAL, List.of(LevelParameters.unknown(), LevelParameters.of(.8, .1), LevelParameters.of(.2, .8)))),
            List.of());
    private static final TermFrequencies SHARES =
            TermFrequencies.of(Map.of("name", Map.of("kim", .1, "ayo", .025, "lee", .4)));

    private static Table table() {
        TableBuilder builder = new TableBuilder(List.of("name"));
        int id = 0;
        for (String name : Arrays.asList("kim", "kim", "ayo", "ayo", "lee", "lee", null, "new", "new")) {
            builder.add("r" + id++, Arrays.asList(name));
        }
        return builder.build();
    }

    private final PairScorer scorer = new PairScorer(MODEL, table(), SHARES);

    @Test
    void aWeightIsPriorAndLevelAndRarity() {
        PairScores scores = scorer.score(new int[] {0, 2, 4, 0, 0, 7}, new int[] {1, 3, 5, 2, 6, 8}, Workers.caller());
        double[] expected = {0, 2, -2, -5, -3, 0};

        assertThat(MODEL.priorWeight()).isCloseTo(-3, within(1e-9));
        assertThat(scores.size()).isEqualTo(expected.length);
        for (int pair = 0; pair < expected.length; pair++) {
            assertThat(scores.weight(pair)).isCloseTo(expected[pair], within(1e-9));
            assertThat(scores.probability(pair)).isCloseTo(1 / (1 + Math.pow(2, -expected[pair])), within(1e-9));
            assertThat(scorer.weight(scores.left(pair), scores.right(pair), scores.pattern(pair)))
                    .isEqualTo(scores.weight(pair));
        }
        assertThat(scores.left(1)).isEqualTo(2);
        assertThat(scores.right(3)).isEqualTo(2);
    }

    @Test
    void theMoreFrequentValueCounts() {
        assertThat(scorer.share(0, 1, 2, 4)).isEqualTo(.4);
        assertThat(scorer.share(0, 1, 4, 2)).isEqualTo(.4);
        assertThat(scorer.share(0, 1, 6, 2)).isEqualTo(.025);
        assertThat(scorer.share(0, 1, 2, 6)).isEqualTo(.025);
        assertThat(scorer.share(0, 2, 2, 4)).isNaN();
        assertThat(scorer.adjustment(0, 1, 2, 4)).isCloseTo(-2, within(1e-9));
        assertThat(scorer.adjustment(0, 1, 4, 2)).isCloseTo(-2, within(1e-9));
        assertThat(scorer.adjustment(0, 1, 2, 6)).isCloseTo(2, within(1e-9));
        assertThat(scorer.adjustment(0, 1, 6, 2)).isCloseTo(2, within(1e-9));
        assertThat(scorer.adjustment(0, 1, 6, 7)).isZero();
        assertThat(scorer.adjustment(0, 2, 2, 4)).isZero();
    }

    @Test
    void allPairsNeedTwoRecords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(new int[1], new int[2], Workers.caller()))
                .withMessageContaining("right");
    }

    @Test
    void manyPairsAreScoredEachOnce() {
        int many = 20_001;
        int[] left = new int[many];
        int[] right = new int[many];
        Arrays.setAll(left, pair -> pair % 9);
        Arrays.setAll(right, pair -> pair / 9 % 9);
        PairScores scores = scorer.score(left, right, Workers.caller());

        for (int pair = 0; pair < many; pair++) {
            assertThat(scores.weight(pair)).isEqualTo(scores.weight(pair % 81));
            assertThat(scores.weight(pair)).isBetween(-5.1, 2.1);
        }
    }

    @Test
    void partsOfAModelCanBeReplaced() {
        assertThat(MODEL.withPrior(.5).priorWeight()).isZero();
        assertThat(MODEL.withComparisons(List.of(TrainedComparison.untrained(EQUAL)))
                        .comparisons()
                        .get(0)
                        .m(1))
                .isEqualTo(.95);
        assertThat(scorer.model()).isSameAs(MODEL);
        assertThat(SHARES.toString()).isNotEmpty().doesNotContain("kim", "lee");
    }
}
