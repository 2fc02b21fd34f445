package dev.cdm.matching.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FieldwiseClustersTest {

    /** One field; the factor of a pair is e to the power of what the matrix says, 0 where it says nothing. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Matrix(double[][] logits) implements FieldEvidence {

        @Override
        public int fields() {
            return 1;
        }

        @Override
        public void factors(int a, int b, double[] forEntity, double[] forHousehold, double[] forNeighbours) {
            double logit = logits[Math.min(a, b)][Math.max(a, b)];
            forEntity[0] = Double.isNaN(logit) ? 0 : Math.exp(logit);
            forHousehold[0] = 1;
            forNeighbours[0] = 1;
        }

        @Override
        public double logit(double logEntity, double logHousehold, double logNeighbours) {
            return logEntity;
        }
    }

    private static double[][] matrix(int rows, double other) {
        double[][] logits = new double[rows][rows];
        for (double[] row : logits) {
            java.util.Arrays.fill(row, other);
        }
        return logits;
    }

    private static ScoredPairs pairs(double[][] logits, List<int[]> chosen) {
        return new ScoredPairs(
                chosen.stream().mapToInt(pair -> pair[0]).toArray(),
                chosen.stream().mapToInt(pair -> pair[1]).toArray(),
                chosen.stream().mapToDouble(pair -> logits[pair[0]][pair[1]]).toArray());
    }

    private static int[] labels(double[][] logits, List<int[]> chosen, double cut) {
        return labels(logits, chosen, cut, JoinRules.none(logits.length));
    }

    private static int[] labels(double[][] logits, List<int[]> chosen, double cut, JoinRules rules) {
        return new FieldwiseClusters(
                        pairs(logits, chosen), cut, () -> new Matrix(logits), rules, Workers.caller())
                .labels();
    }

    @Test
    void aChainIsNotGluedWhenItsEndsSpeakAgainstIt() {
        double[][] logits = matrix(3, -14);
        logits[0][1] = 5;
        logits[1][2] = 4;
        assertThat(labels(logits, List.of(new int[] {0, 1}, new int[] {1, 2}), 0))
                .containsExactly(0, 0, 2);
    }

    @Test
    void aChainHoldsWhenItsEndsSayNothing() {
        double[][] logits = matrix(3, Double.NaN);
        logits[0][1] = 5;
        logits[1][2] = 4;
        assertThat(labels(logits, List.of(new int[] {1, 2}, new int[] {0, 1}), 0))
                .containsExactly(0, 0, 0);
    }

    @Test
    void aCutKeepsWeakLinksApart() {
        double[][] logits = matrix(2, 3);
        assertThat(labels(logits, List.of(new int[] {0, 1}), 3)).containsExactly(0, 1);
        assertThat(labels(logits, List.of(new int[] {0, 1}), 2.9)).containsExactly(0, 0);
    }

    @Test
    void twoStrongGroupsWithAWeakBridgeStayTwo() {
        double[][] logits = matrix(20, -3);
        List<int[]> all = new ArrayList<>();
        for (int a = 0; a < 20; a++) {
            for (int b = a + 1; b < 20; b++) {
                logits[a][b] = (a < 10) == (b < 10) ? 6 : -3;
                all.add(new int[] {a, b});
            }
        }
        logits[9][10] = 2;
        int[] labels = labels(logits, all, 0);
        assertThat(labels[9]).isZero();
        assertThat(labels[19]).isEqualTo(10);
    }

    @Property(tries = 100)
    void theOrderOfThePairsDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] logits = matrix(12, 0);
        List<int[]> all = new ArrayList<>();
        for (int a = 0; a < 12; a++) {
            for (int b = a + 1; b < 12; b++) {
                logits[a][b] = random.nextDouble() * 20 - 10;
                all.add(new int[] {a, b});
            }
        }
        int[] expected = labels(logits, all, 0);
        List<int[]> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        assertThat(labels(logits, shuffled, 0)).isEqualTo(expected);
        for (int row = 0; row < expected.length; row++) {
            assertThat(expected[expected[row]]).isEqualTo(expected[row]).isLessThanOrEqualTo(row);
        }
    }

    @Test
    void linksFollowTheirCardinality() {
        double[][] logits = matrix(4, 0);
        logits[0][2] = 5;
        logits[0][3] = 4;
        logits[1][2] = 3;
        logits[1][3] = -1;
        boolean[] right = {false, false, true, true};
        JoinRules free = JoinRules.none(4);
        ScoredPairs pairs =
                pairs(logits, List.of(new int[] {1, 3}, new int[] {1, 2}, new int[] {0, 3}, new int[] {0, 2}));
        assertThat(LinkAssignment.ONE_TO_ONE.links(pairs, right, 0, free)).containsExactly(3);
        assertThat(LinkAssignment.ONE_TO_MANY.links(pairs, right, 0, free)).containsExactly(3, 2);
        assertThat(LinkAssignment.MANY_TO_MANY.links(pairs, right, 0, free)).containsExactly(3, 2, 1);
        assertThat(LinkAssignment.ONE_TO_ONE.links(pairs, right, -2, free)).containsExactly(3, 0);
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoredPairs(new int[1], new int[2], new double[1]))
                .withMessage("`right` must be as long as left");
    }
}
