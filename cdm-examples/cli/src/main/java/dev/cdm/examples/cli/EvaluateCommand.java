package dev.cdm.examples.cli;

import dev.cdm.matching.evaluate.ClusterEvaluation;
import dev.cdm.matching.evaluate.PairEvaluation;
import dev.cdm.matching.evaluate.Score;
import dev.cdm.matching.evaluate.ThresholdRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares a result with the truth. */
@Command(
        name = "evaluate",
        description = "Compares clusters or scored pairs with the truth; what was never scored counts as missed.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    private static final int SHOWN_ERRORS = 20;

    @Option(names = "--truth", required = true, description = "The true clusters: record_id,cluster_id.")
    Path truth = Path.of("");

    @Option(names = "--clusters", description = "The clusters found: record_id,cluster_id.")
    @Nullable
    Path clusters;

    @Option(names = "--pairs", description = "The pairs found: id1,id2,match_weight,match_probability.")
    @Nullable
    Path pairs;

    @Option(
            names = "--threshold",
            defaultValue = "0",
            description = "The weight in bits from which pairs count as matches (default: ${DEFAULT-VALUE}).")
    double threshold;

    @Option(names = "--json", description = "Print one line of JSON.")
    boolean json;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        LabelFile known = LabelFile.read(truth);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("records", known.size());
        if (clusters == null && pairs == null) {
            throw new InputProblem("`--clusters` or `--pairs` is needed");
        }
        if (clusters != null) {
            clusters(figures, ClusterEvaluation.of(known.labels(), known.labelsOf(clusters)));
        }
        if (pairs != null) {
            pairs(figures, known, LabelFile.rows(pairs, 3));
        }
        print(figures);
        return 0;
    }

    private void print(Map<String, Object> figures) {
        if (json) {
            spec.commandLine().getOut().println(Report.json(figures));
        } else {
            figures.forEach((name, value) -> spec.commandLine().getOut().println(name + ": " + value));
        }
    }

    private static void clusters(Map<String, Object> figures, ClusterEvaluation evaluation) {
        figures.put("true_pairs", evaluation.truePairs());
        figures.put("found_pairs", evaluation.foundPairs());
        figures.put("right_pairs", evaluation.rightPairs());
        figures.put("pairwise", score(evaluation.pairs()));
        figures.put("b_cubed", score(evaluation.bCubed()));
        figures.put("clusters", score(evaluation.clusters()));
        figures.put("variation_of_information", evaluation.variation());
    }

    private void pairs(Map<String, Object> figures, LabelFile known, List<List<String>> rows) {
        int[] left = rows.stream().mapToInt(row -> known.row(row.get(0))).toArray();
        int[] right = rows.stream().mapToInt(row -> known.row(row.get(1))).toArray();
        double[] weights =
                rows.stream().mapToDouble(row -> LabelFile.number(row.get(2))).toArray();
        PairEvaluation evaluation = new PairEvaluation(known.labels(), 0, left, right, weights);
        figures.put("scored_pairs", rows.size());
        figures.put("missed_by_blocking", evaluation.missedByBlocking());
        figures.put("scored", score(evaluation.at(threshold).score()));
        figures.put("calibration_error", evaluation.calibrationError());
        List<Object> table = new ArrayList<>();
        evaluation.table().forEach(row -> table.add(row(row)));
        figures.put("thresholds", table);
        figures.put("false_positives", ids(rows, evaluation.errors(threshold, true)));
        figures.put("false_negatives", ids(rows, evaluation.errors(threshold, false)));
    }

    private static Map<String, Object> row(ThresholdRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("match_weight", row.threshold());
        map.put("tp", row.truePositives());
        map.put("fp", row.falsePositives());
        map.put("fn", row.falseNegatives());
        map.put("tn", row.trueNegatives());
        map.putAll(score(row.score()));
        return map;
    }

    private static List<String> ids(List<List<String>> rows, List<Integer> errors) {
        return errors.stream()
                .limit(SHOWN_ERRORS)
                .map(pair -> String.join(
                        ",", Arrays.asList(rows.get(pair).get(0), rows.get(pair).get(1))))
                .toList();
    }

    private static Map<String, Object> score(Score score) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("precision", score.precision());
        map.put("recall", score.recall());
        map.put("f1", score.f1());
        return map;
    }
}
