package dev.cdm.examples.benchmarks;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.evaluate.ClusterEvaluation;
import dev.cdm.matching.evaluate.Score;
import dev.cdm.matching.quality.Estimate;
import dev.cdm.matching.quality.QualityReport;
import dev.cdm.matching.table.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Checks how often the intervals of the quality report cover true precision and recall, on people of many kinds. Prints a
 * line for every set and the shares at the end. Run like {@link ComparatorBenchmark}, with {@code -cp %classpath
 * dev.cdm.examples.benchmarks.QualityCheck 2 100 2}.
 */
public final class QualityCheck {

    private final Coverage precision = new Coverage();
    private final Coverage recall = new Coverage();

    QualityCheck() {}

    /**
     * Runs it.
     *
     * @param args the first seed, the last seed and, if not 1, the step: even seeds test what odd seeds have tuned
     */
    public static void main(String[] args) {
        QualityCheck check = new QualityCheck();
        long step = args.length > 2 ? Long.parseLong(args[2]) : 1;
        for (long seed = Long.parseLong(args[0]); seed <= Long.parseLong(args[1]); seed += step) {
            System.out.println(check.run(seed));
        }
        System.out.println(check);
    }

    /** {@return what the set of a seed gave, as a line} */
    String run(long seed) {
        VariedPeople people = VariedPeople.of(seed);
        Clusters clusters = Deduplicator.of(people.roles()).dedupe(people.table());
        Score truth = truth(people, clusters);
        QualityReport report = clusters.quality();
        return people
                + String.format(
                        Locale.ROOT,
                        "%n  precision %s, recall %s",
                        precision.add(report.precision().orElseThrow(), truth.precision()),
                        recall.add(report.recall().orElseThrow(), truth.recall()));
    }

    private static Score truth(VariedPeople people, Clusters clusters) {
        Dictionary names = new Dictionary();
        int[] found = new int[clusters.records()];
        int[] truth = new int[found.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = names.add(clusters.clusterId(i));
            truth[i] = people.truth()[Integer.parseInt(clusters.recordId(i))];
        }
        return ClusterEvaluation.of(truth, found).pairs();
    }

    /** {@return the coverage so far} */
    @Override
    public String toString() {
        return "precision: " + precision + "; recall: " + recall;
    }

    /** How many intervals cover the truth. */
    private static final class Coverage {
        private final List<Double> widths = new ArrayList<>();
        private final List<Double> good = new ArrayList<>();
        private int covered;

        String add(Estimate estimate, double truth) {
            widths.add(estimate.high() - estimate.low());
            if (truth >= .97) {
                good.add(estimate.high() - estimate.low());
            }
            covered += estimate.covers(truth) ? 1 : 0;
            return String.format(
                    Locale.ROOT, "%.4f estimated %s%s", truth, estimate, estimate.covers(truth) ? "" : " missed");
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "covered in %d of %d, median width %.4f (%.4f where the truth is at least 0.97)",
                    covered,
                    widths.size(),
                    median(widths),
                    median(good));
        }

        private static double median(List<Double> values) {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted.length == 0
                    ? 0
                    : Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
        }
    }
}
