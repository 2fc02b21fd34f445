package dev.cdm.matching.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cdm.matching.blocking.BlockedPairs;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.PairScores;
import dev.cdm.matching.scoring.TermFrequencies;
import dev.cdm.matching.scoring.TrainedComparison;
import dev.cdm.matching.table.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our scores against those of Splink 5 on the same records; skipped where the data is not there. */
class SplinkParityTest {

    private static final double TOLERANCE = 1e-6;

    private static ParitySet set(String name) {
        String data = System.getProperty("cdm.data", "");
        assumeTrue(!data.isEmpty() && Files.isDirectory(Path.of(data, "parity", name)), "no reference data");
        return new ParitySet(Path.of(data), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "fake_1000", "febrl3", "febrl2_link", "clk_link"})
    void findsAndWeighsEveryPairAsSplinkDoes(String name, TestReporter reporter) {
        ParitySet set = set(name);
        FellegiSunterModel model = set.splink.model();
        Workers caller = Workers.caller();
        BlockedPairs pairs = set.splink.isLink()
                ? BlockedPairs.link(set.table, set.leftRows, model.rules(), Long.MAX_VALUE, caller)
                : BlockedPairs.dedupe(set.table, model.rules(), Long.MAX_VALUE, caller);
        PairScorer scorer = new PairScorer(model, set.table, TermFrequencies.counted(set.table, model));
        PairScores scores = scorer.score(pairs.left(), pairs.right(), caller);
        Map<Long, Integer> places = new HashMap<>();
        for (int pair = 0; pair < scores.size(); pair++) {
            places.put((long) scores.left(pair) << Integer.SIZE | scores.right(pair), pair);
        }
        List<ParitySet.Line> expected = set.rows("pairs.csv.gz");
        assertThat(places).hasSameSizeAs(expected);
        double largest = 0;
        for (ParitySet.Line row : expected) {
            long key = (long) set.row(id(row, "1")) << Integer.SIZE | set.row(id(row, "2"));
            assertThat(places).as("%s", row).containsKey(key);
            int pair = places.getOrDefault(key, -1);
            assertThat(pairs.rule(pair)).isEqualTo(Integer.parseInt(row.get("match_key")));
            checkLevels(row, scorer, scores.pattern(pair));
            double weight = Double.parseDouble(row.get("match_weight"));
            assertThat(scores.weight(pair)).as("%s", row).isCloseTo(weight, within(TOLERANCE));
            assertThat(scores.probability(pair))
                    .isCloseTo(Double.parseDouble(row.get("match_probability")), within(TOLERANCE));
            largest = Math.max(largest, Math.abs(scores.weight(pair) - weight));
        }
        assertThat(largest).as("largest difference in " + name).isLessThan(TOLERANCE);
        reporter.publishEntry(name + ": pairs " + expected.size() + ", largest difference", Double.toString(largest));
    }

    private static void checkLevels(ParitySet.Line row, PairScorer scorer, long pattern) {
        List<Comparison> comparisons = scorer.compared().comparisons();
        for (int i = 0; i < comparisons.size(); i++) {
            Comparison comparison = comparisons.get(i);
            assertThat(comparison.gamma(scorer.compared().level(pattern, i)))
                    .as("%s of %s", comparison.name(), row)
                    .isEqualTo(Integer.parseInt(row.get("gamma_" + comparison.name())));
        }
    }

    private static String id(ParitySet.Line row, String side) {
        return row.has("source" + side) ? row.get("source" + side) + "/" + row.get("id" + side) : row.get("id" + side);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "fake_1000", "febrl3", "febrl2_link", "clk_link"})
    void readsTheProbabilitiesThatAreInForce(String name) {
        ParitySet set = set(name);
        for (ParitySet.Line row : set.rows("params.csv")) {
            TrainedComparison trained = set.splink.model().comparisons().stream()
                    .filter(one -> one.comparison().name().equals(row.get("comparison")))
                    .findFirst()
                    .orElseThrow();
            int level = Integer.parseInt(row.get("order"));
            assertThat(trained.comparison().gamma(level)).isEqualTo(Integer.parseInt(row.get("gamma")));
            assertThat(trained.weight(level)).isCloseTo(Double.parseDouble(row.get("match_weight")), within(TOLERANCE));
        }
    }
}
