package dev.cdm.matching.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.TrainedComparison;
import dev.cdm.matching.table.Workers;
import dev.cdm.matching.training.ModelTraining;
import dev.cdm.matching.training.TrainingReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training from Splink's settings gives Splink's probabilities; skipped where the data is not there. */
class SplinkTrainingTest {

    private static final double TOLERANCE = 1e-3;
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"fake_1000", "febrl3", "febrl2_link", "clk_link"})
    void trainsWhatSplinkTrains(String name, TestReporter reporter) {
        String data = System.getProperty("cdm.data", "");
        assumeTrue(!data.isEmpty() && Files.isDirectory(Path.of(data, "parity", name)), "no reference data");
        ParitySet set = new ParitySet(Path.of(data), name);
        JsonNode meta = SplinkFormat.tree(set.text("meta.json"));
        ModelTraining training = train(set, meta);
        FellegiSunterModel model = training.model();
        assertThat(model.prior()).isCloseTo(set.splink.model().prior(), within(EXACT));
        double largestM = 0;
        double largestU = 0;
        for (ParitySet.Line row : set.rows("params.csv")) {
            int level = Integer.parseInt(row.get("order"));
            TrainedComparison trained = model.comparisons().stream()
                    .filter(one -> one.comparison().name().equals(row.get("comparison")))
                    .findFirst()
                    .orElseThrow();
            if (row.get("is_null").equals("0")) {
                double m = Double.parseDouble(row.get("m"));
                double u = Double.parseDouble(row.get("u"));
                assertThat(trained.m(level)).as("m of %s", row).isCloseTo(m, within(TOLERANCE));
                assertThat(trained.u(level)).as("u of %s", row).isCloseTo(u, within(TOLERANCE));
                largestM = Math.max(largestM, Math.abs(trained.m(level) - m));
                largestU = Math.max(largestU, Math.abs(trained.u(level) - u));
            }
        }
        checkSessions(training.report(), meta.path("em_sessions"));
        reporter.publishEntry(
                name + ": largest difference of m and u",
                String.format(
                        Locale.ROOT,
                        "%g %g, prior %g",
                        largestM,
                        largestU,
                        model.prior() - set.splink.model().prior()));
    }

    private static ModelTraining train(ParitySet set, JsonNode meta) {
        SplinkFormat.Splink settings = SplinkFormat.read(set.text("settings.json"));
        ModelTraining training = new ModelTraining(settings.model(), set.table, set.leftRows, Workers.caller())
                .until(settings.convergence(), settings.mostIterations())
                .termFrequencies(!meta.path("em_without_term_frequencies").asBoolean());
        List<BlockingRule> rules = new ArrayList<>();
        meta.path("deterministic_rules").forEach(rule -> rules.add(SplinkFormat.rule(rule.asText())));
        training.estimatePrior(rules, meta.path("recall").asDouble()).estimateU(Long.MAX_VALUE, 0);
        meta.path("em_sessions")
                .forEach(session -> training.estimateM(
                        SplinkFormat.rule(session.path("rule").asText())));
        return training;
    }

    private static void checkSessions(TrainingReport report, JsonNode expected) {
        for (int i = 0; i < expected.size(); i++) {
            TrainingReport.Session session = report.sessions().get(i);
            List<Double> priors = session.priors();
            assertThat(session.iterations())
                    .isEqualTo(expected.get(i).path("iterations").asInt());
            assertThat(priors.get(0))
                    .isCloseTo(expected.get(i).path("starting_probability").asDouble(), within(EXACT));
            assertThat(priors.get(priors.size() - 1))
                    .isCloseTo(expected.get(i).path("final_probability").asDouble(), within(EXACT));
            assertThat(session.used()).isTrue();
        }
    }
}
