package dev.cdm.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cdm.matching.clustering.FieldEvidence;
import dev.cdm.matching.clustering.ScoredPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QualityEstimationTest {

    /** Every pair has the logit of its sum of evidence, made up by hand; a record says as much as stands on the diagonal. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Matrix(double[][] logits) implements FieldEvidence {
        @Override
        public int fields() {
            return 1;
        }

        @Override
        public void factors(int a, int b, double[] forEntity, double[] forHousehold, double[] forNeighbours) {
            forEntity[0] = Math.exp(logits[Math.min(a, b)][Math.max(a, b)]);
            forHousehold[0] = 1;
            forNeighbours[0] = 1;
        }

        @Override
        public double logit(double logEntity, double logHousehold, double logNeighbours) {
            return logEntity;
        }
    }

    private static double[][] apart(int records) {
        double[][] logits = new double[records][records];
        for (int a = 0; a < records; a++) {
            for (int b = 0; b < records; b++) {
                logits[a][b] = a == b ? 20 : -20;
            }
        }
        return logits;
    }

    /** Pairs above -6 were found; the ids are r0, r1 and so on. */
    private static QualityEstimation estimation(double[][] logits, int... labels) {
        List<int[]> found = new ArrayList<>();
        for (int a = 0; a < labels.length; a++) {
            for (int b = a + 1; b < labels.length; b++) {
                if (logits[a][b] > -6) {
                    found.add(new int[] {a, b});
                }
            }
        }
        ScoredPairs pairs = new ScoredPairs(
                found.stream().mapToInt(pair -> pair[0]).toArray(),
                found.stream().mapToInt(pair -> pair[1]).toArray(),
                found.stream().mapToDouble(pair -> logits[pair[0]][pair[1]]).toArray());
        int[] byId = IntStream.range(0, labels.length).toArray();
        return new QualityEstimation(row -> "r" + row, byId, pairs, labels, 0, new Matrix(logits));
    }

    @Test
    void aWeakBridgeIsTheBestPairOfTwoPartsThatSpeakAgainstEachOther() {
        double[][] logits = apart(4);
        logits[0][1] = 15;
        logits[2][3] = 15;
        logits[1][2] = 3;
        logits[0][2] = -4;
        logits[0][3] = -4;
        logits[1][3] = -4;
        QualityReport report = estimation(logits, 0, 0, 0, 0).ofClusters();
        assertThat(report.joinedPairs()).isEqualTo(6);
        assertThat(report.weakBridges()).hasSize(1);
        WeakBridge bridge = report.weakBridges().get(0);
        assertThat(bridge.probability()).isLessThan(.7);
        assertThat(bridge).isEqualTo(new WeakBridge("r0", "r1", "r2", bridge.probability(), 2, 4));
        assertThat(report.suspiciousClusters()).isEmpty();
    }

    @Test
    void clustersAreSuspiciousForContradictionsThenForWeaknessThenForSize() {
        int many = 12;
        double[][] logits = apart(5 + many + 8);
        logits[0][1] = 8;
        logits[1][2] = 8;
        logits[3][4] = .5;
        int[] labels = new int[logits.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row < 3 ? 0 : row < 5 ? 3 : row < 5 + many ? 5 : 5 + many + (row - 5 - many) / 2 * 2;
            for (int other = 5; other < row; other++) {
                logits[other][row] = labels[other] == labels[row] ? 12 : -20;
            }
        }
        QualityReport report = estimation(logits, labels).ofClusters();
        assertThat(report.suspiciousClusters())
                .extracting(SuspiciousCluster::clusterId)
                .containsExactly("r3", "r0", "r5");
        assertThat(report.suspiciousClusters())
                .extracting(SuspiciousCluster::reason)
                .containsExactly(Suspicion.WEAK, Suspicion.CONTRADICTION, Suspicion.LARGE);
        assertThat(report.suspiciousClusters())
                .extracting(SuspiciousCluster::size)
                .containsExactly(2, 3, many);
        assertThat(report.weakBridges()).extracting(WeakBridge::firstId).contains("r3");
    }

    @Test
    void aClusterOfHundredsIsEstimatedFromTheBestPairOfEveryRecord() {
        int size = 70;
        double[][] logits = apart(size + 40);
        int[] labels = new int[logits.length];
        for (int row = 1; row < logits.length; row++) {
            boolean joined = row < size || row % 2 == 1;
            labels[row] = row < size ? 0 : row - row % 2;
            logits[row - 1][row] = joined ? 10 : -20;
        }
        QualityReport report = estimation(logits, labels).ofClusters();
        assertThat(report.joinedPairs()).isEqualTo(size * (size - 1) / 2 + 20);
        assertThat(report.falsePairs().value()).isBetween(0.0, 1.0);
        assertThat(report.suspiciousClusters())
                .singleElement()
                .extracting(SuspiciousCluster::reason)
                .isEqualTo(Suspicion.LARGE);
    }

    @Test
    void whatOneRecordSuggestsIsMissedOnlyIfTheRestOfTheClusterAgrees() {
        double[][] alone = apart(3);
        alone[0][1] = 12;
        alone[1][2] = -.1;
        double[][] backed = apart(3);
        backed[0][1] = 12;
        backed[1][2] = -.1;
        backed[0][2] = -.1;
        Estimate few = estimation(alone, 0, 0, 2).ofClusters().missedPairs();
        Estimate more = estimation(backed, 0, 0, 2).ofClusters().missedPairs();
        assertThat(more.value()).isGreaterThan(few.value() + .3);
    }

    @Test
    void moreDoubtLowersPrecisionAndRecall() {
        double[][] sure = apart(40);
        double[][] doubtful = apart(40);
        int[] labels = new int[40];
        for (int row = 0; row < 40; row += 2) {
            labels[row] = row;
            labels[row + 1] = row;
            sure[row][row + 1] = 14;
            doubtful[row][row + 1] = .5 + row / 20.0;
        }
        QualityReport high = estimation(sure, labels).ofClusters();
        QualityReport low = estimation(doubtful, labels).ofClusters();
        assertThat(high.precision().orElseThrow().value()).isGreaterThan(.98);
        assertThat(low.precision().orElseThrow().value()).isLessThan(.95);
        assertThat(low.recall().orElseThrow().value())
                .isLessThan(high.recall().orElseThrow().value());
        assertThat(low.f1().orElseThrow()).isLessThan(high.f1().orElseThrow());
        assertThat(low.precision().orElseThrow().covers(1)).isFalse();
    }

    @Test
    void linksCountAcrossTablesOnly() {
        double[][] logits = apart(4);
        logits[0][2] = 9;
        logits[1][3] = 9;
        logits[0][3] = -1;
        boolean[] isRight = {false, false, true, true};
        QualityReport report = estimation(logits, 0, 1, 0, 1).ofLinks(new int[] {0, 2}, isRight);
        assertThat(report.joinedPairs()).isEqualTo(2);
        assertThat(report.falsePairs().value()).isLessThan(.5);
        assertThat(report.precision()).isPresent();
    }

    @Test
    void aPairThatMustBeJoinedIsNoWeakBridge() {
        double[][] logits = apart(2);
        logits[0][1] = Double.POSITIVE_INFINITY;
        assertThat(estimation(logits, 0, 0).ofClusters().weakBridges()).isEmpty();
    }

    @Test
    void recordsThatSayTooLittleAreUnlinkable() {
        double[][] logits = apart(3);
        logits[1][1] = -2;
        logits[2][2] = 0;
        assertThat(estimation(logits, 0, 1, 2).unlinkables()).containsExactly("r1", "r2");
    }

    @Test
    void whereNothingIsJoinedNothingIsSaidAboutPrecision() {
        QualityReport report = estimation(apart(3), 0, 1, 2).ofClusters();
        assertThat(report.joinedPairs()).isZero();
        assertThat(report.precision()).isEmpty();
        assertThat(report.recall()).isEmpty();
        assertThat(report.f1()).isEmpty();
        assertThat(report.falsePairs().high()).isZero();
        assertThat(report.missedPairs().low()).isZero();
        assertThat(report)
                .hasToString("QualityReport of 0 pairs, 0.000 (0.000-0.000) false, " + report.missedPairs()
                        + " missed, 0 weak bridges, 0 suspicious clusters");
        assertThat(estimation(new double[0][0]).ofClusters().joinedPairs()).isZero();
    }

    @Test
    void moreErrorsAreCountedWithLessRelativeDoubt() {
        Estimate few = new ErrorCounts(1_000, 2, 2, 100, 1).falsePairs();
        Estimate many = new ErrorCounts(100_000, 200, 200, 10_000, 100).falsePairs();
        assertThat(many.value()).isCloseTo(100 * few.value(), within(40.0));
        assertThat(many.high() / many.value()).isLessThan(few.high() / few.value());
        assertThat(many.low() / many.value()).isGreaterThan(few.low() / few.value());
    }

    @Test
    void whatWasNotFoundByItselfTellsHowMuchWasMissed() {
        Estimate found = new ErrorCounts(1_000, 5, 5, 800, 0).missedPairs();
        Estimate unseen = new ErrorCounts(1_000, 5, 5, 800, 80).missedPairs();
        assertThat(unseen.value()).isGreaterThan(1.8 * found.value());
    }

    @Test
    void anEstimateLiesInItsInterval() {
        assertThatThrownBy(() -> new Estimate(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(1, 0, .5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(Double.NaN, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Estimate(.98, .97, .99)).hasToString("0.980 (0.970-0.990)");
    }

    @Test
    void aReportIsWithinItsRanges() {
        Estimate one = new Estimate(1, 1, 1);
        assertThatThrownBy(() -> new QualityReport(0, one, one, List.of(), List.of()))
                .hasMessageContaining("`falsePairs` must be at most");
        assertThatThrownBy(() -> new QualityReport(1, new Estimate(0, -1, 0), one, List.of(), List.of()))
                .hasMessageContaining("`falsePairs` must be at least 0");
        assertThat(new QualityReport(1, one, new Estimate(0, 0, 0), List.of(), List.of()).recall())
                .contains(new Estimate(1, 1, 1));
    }
}
