package dev.cdm.matching.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

    @Test
    void pairsThatStandAloneChangeNothing() {
        ScoredPairs pairs = new ScoredPairs(new int[] {0, 2, 4}, new int[] {1, 3, 5}, new double[] {-3, .5, 4});

        LogisticFit fit = LogisticFit.of(pairs, new int[] {0, 1, 2, 2, 4, 4});

        assertThat(fit.slope()).isCloseTo(1, within(1e-9));
        assertThat(fit.shift()).isCloseTo(0, within(1e-9));
    }

    @Test
    void scoresThatAreTooLowByASteadyAmountAreRaisedByIt() {
        LogisticFit fit = fitOfTriples(1.5);

        assertThat(fit.shift()).isCloseTo(1.5, within(.15));
        assertThat(fit.slope()).isCloseTo(1, within(.1));
    }

    @Test
    void scoresThatAreRightStayAsTheyAre() {
        assertThat(fitOfTriples(0).shift()).isCloseTo(0, within(.15));
    }

    @Test
    void noPairsChangeNothing() {
        ScoredPairs none = new ScoredPairs(new int[0], new int[0], new double[0]);

        assertThat(LogisticFit.of(none, new int[] {0, 1})).isEqualTo(new LogisticFit(1, 0));
    }

    @Test
    void scoresOutsideTheRangeAreNotHeard() {
        ScoredPairs pairs = new ScoredPairs(new int[] {0, 0, 1}, new int[] {1, 2, 2}, new double[] {-9, -20, 40});

        assertThat(LogisticFit.of(pairs, new int[] {0, 0, 0})).isEqualTo(new LogisticFit(1, 0));
    }

    /** At the best fit the gradient of the likelihood with its priors is 0, and every step aside is worse. */
    @Test
    void nothingNearbyFitsBetter() {
        double[] logits = {-3, -2, -1, 0, .5, 1, 2, 3, -1, 1};
        int[] left = new int[logits.length];
        int[] right = new int[logits.length];
        int[] labels = new int[2 * logits.length + 1];
        for (int pair = 0; pair < logits.length; pair++) {
            right[pair] = pair + 1;
            labels[pair + 1] = pair % 3 == 1 ? pair + 1 : 0;
        }
        ScoredPairs pairs = new ScoredPairs(left, right, logits);
        LogisticFit fit = LogisticFit.of(pairs, labels);

        double best = likelihood(pairs, labels, fit.slope(), fit.shift());
        for (double step : new double[] {-1e-3, 1e-3}) {
            assertThat(likelihood(pairs, labels, fit.slope() + step, fit.shift()))
                    .isLessThan(best);
            assertThat(likelihood(pairs, labels, fit.slope(), fit.shift() + step))
                    .isLessThan(best);
        }
        assertThat(fit.shift()).isNotZero();
    }

    private static double likelihood(ScoredPairs pairs, int[] labels, double slope, double shift) {
        double sum = -500 * (slope - 1) * (slope - 1) - shift * shift / 2;
        for (int pair = 0; pair < pairs.size(); pair++) {
            boolean together = labels[pairs.left()[pair]] == labels[pairs.right()[pair]];
            double logit = slope * pairs.logits()[pair] + shift;
            sum -= Math.log1p(Math.exp(together ? -logit : logit));
        }
        return sum;
    }

    @Test
    void aSlopeIsAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticFit(0, 1))
                .withMessageContaining("slope");
    }

    /** Three records each, of which the first two are one entity as often as the score and the amount say. */
    private static LogisticFit fitOfTriples(double amount) {
        int triples = 6000;
        Random random = new Random(3);
        int[] left = new int[2 * triples];
        int[] right = new int[2 * triples];
        double[] logits = new double[2 * triples];
        int[] labels = new int[3 * triples];
        for (int i = 0; i < triples; i++) {
            left[2 * i] = 3 * i;
            right[2 * i] = 3 * i + 1;
            left[2 * i + 1] = 3 * i;
            right[2 * i + 1] = 3 * i + 2;
            logits[2 * i] = 8 * random.nextDouble() - 4;
            logits[2 * i + 1] = -30;
            boolean together = random.nextDouble() < 1 / (1 + Math.exp(-logits[2 * i] - amount));
            labels[3 * i] = 3 * i;
            labels[3 * i + 1] = together ? 3 * i : 3 * i + 1;
            labels[3 * i + 2] = 3 * i + 2;
        }
        return LogisticFit.of(new ScoredPairs(left, right, logits), labels);
    }
}
