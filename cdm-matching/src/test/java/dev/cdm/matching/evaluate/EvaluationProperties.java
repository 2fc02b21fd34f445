package dev.cdm.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EvaluationProperties {

    @Property(tries = 100)
    void countsArePlainCounts(
            @ForAll @Size(12) List<@IntRange(max = 4) Integer> truth,
            @ForAll @Size(12) List<@IntRange(max = 4) Integer> found,
            @ForAll @IntRange(max = 6) int leftRows) {
        long real = 0;
        long made = 0;
        long both = 0;
        for (int one = 0; one < 12; one++) {
            for (int other = one + 1; other < 12; other++) {
                boolean counts = leftRows == 0 || (one < leftRows && other >= leftRows);
                boolean isReal = truth.get(one).equals(truth.get(other));
                boolean isMade = found.get(one).equals(found.get(other));
                real += counts && isReal ? 1 : 0;
                made += counts && isMade ? 1 : 0;
                both += counts && isReal && isMade ? 1 : 0;
            }
        }
        ClusterEvaluation evaluation = ClusterEvaluation.of(ints(truth), ints(found), leftRows);
        assertThat(List.of(evaluation.truePairs(), evaluation.foundPairs(), evaluation.rightPairs()))
                .containsExactly(real, made, both);
    }

    @Property(tries = 50)
    void theTruthIsPerfectAndExchangingBothExchangesPrecisionAndRecall(
            @ForAll @Size(10) List<@IntRange(max = 4) Integer> truth,
            @ForAll @Size(10) List<@IntRange(max = 4) Integer> found) {
        ClusterEvaluation perfect = ClusterEvaluation.of(ints(truth), ints(truth));
        assertThat(perfect.bCubed()).isEqualTo(new Score(1, 1));
        assertThat(perfect.clusters()).isEqualTo(new Score(1, 1));
        assertThat(perfect.variation()).isCloseTo(0, within(1e-12));
        ClusterEvaluation one = ClusterEvaluation.of(ints(truth), ints(found));
        ClusterEvaluation other = ClusterEvaluation.of(ints(found), ints(truth));
        assertThat(one.bCubed().precision()).isCloseTo(other.bCubed().recall(), within(1e-12));
        assertThat(one.pairs().precision()).isEqualTo(other.pairs().recall());
        assertThat(one.variation()).isCloseTo(other.variation(), within(1e-9));
    }

    @Property(tries = 50)
    void everyRowOfTheThresholdTableCountsAllPairs(
            @ForAll @Size(8) List<@IntRange(max = 2) Integer> truth,
            @ForAll @Size(20) List<@IntRange(min = -9, max = 9) Integer> weights) {
        List<int[]> pairs = new ArrayList<>();
        for (int left = 0; left < 8 && pairs.size() < 20; left++) {
            for (int right = left + 1; right < 8 && pairs.size() < 20; right++) {
                pairs.add(new int[] {left, right});
            }
        }
        PairEvaluation evaluation = new PairEvaluation(
                ints(truth),
                0,
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                weights.stream().mapToDouble(Integer::doubleValue).toArray());
        for (ThresholdRow row : evaluation.table()) {
            assertThat(row.truePositives() + row.falsePositives() + row.falseNegatives() + row.trueNegatives())
                    .isEqualTo(28);
            assertThat(row.truePositives() + row.falseNegatives()).isEqualTo(evaluation.truePairs());
            assertThat(evaluation.at(row.threshold())).isEqualTo(row);
            assertThat(row.correlation()).isBetween(-1.0, 1.0);
            assertThat(evaluation.errors(row.threshold(), true)).hasSize((int) row.falsePositives());
            assertThat(evaluation.errors(row.threshold(), false))
                    .hasSize((int) (row.falseNegatives() - evaluation.missedByBlocking()));
        }
        assertThat(evaluation.calibrationError()).isBetween(0.0, 1.0);
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
