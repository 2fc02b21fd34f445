package dev.cdm.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void figuresOfASmallExample() {
        ClusterEvaluation evaluation = ClusterEvaluation.of(new int[] {1, 1, 1, 2}, new int[] {7, 7, 8, 8});
        assertThat(evaluation.pairs()).isEqualTo(new Score(0.5, 1.0 / 3));
        assertThat(evaluation.pairs().f1()).isCloseTo(0.4, within(1e-12));
        assertThat(evaluation.bCubed().precision()).isCloseTo(0.75, within(1e-12));
        assertThat(evaluation.bCubed().recall()).isCloseTo((4.0 / 3 + 1.0 / 3 + 1) / 4, within(1e-12));
        assertThat(evaluation.clusters()).isEqualTo(new Score(0, 0));
        assertThat(new Score(0, 0).f1()).isZero();
    }

    @Test
    void pairsNeverScoredAreMissed() {
        PairEvaluation evaluation =
                new PairEvaluation(new int[] {1, 1, 1}, 0, new int[] {0}, new int[] {1}, new double[] {5});
        assertThat(evaluation.missedByBlocking()).isEqualTo(2);
        assertThat(evaluation.at(0).score().recall()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void aScoreThatIsRightAsOftenAsItSaysIsCalibrated() {
        int[] truth = new int[400];
        int[] left = new int[200];
        int[] right = new int[200];
        for (int pair = 0; pair < 200; pair++) {
            left[pair] = 2 * pair;
            right[pair] = 2 * pair + 1;
            truth[2 * pair] = pair;
            truth[2 * pair + 1] = pair % 2 == 0 ? pair : -1 - pair;
        }
        double[] even = new double[200];
        assertThat(new PairEvaluation(truth, 0, left, right, even).calibrationError())
                .isCloseTo(0, within(1e-9));
        double[] high = new double[200];
        Arrays.fill(high, 2);
        assertThat(new PairEvaluation(truth, 0, left, right, high).calibrationError())
                .isCloseTo(0.3, within(1e-9));
    }
}
