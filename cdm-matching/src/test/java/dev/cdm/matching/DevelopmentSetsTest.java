package dev.cdm.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.evaluate.ClusterEvaluation;
import dev.cdm.matching.evaluate.PairEvaluation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public sets with known truth, where they are at hand. */
class DevelopmentSetsTest {

    /** A set with its result. */
    private static final class Found {
        private final int[] truth;
        private final int[] clusters;
        private final int[] left;
        private final int[] right;
        private final double[] weights;

        Found(String table, String truthFile) throws IOException {
            Clusters found = Deduplicator.of(KnownSets.roles(table)).dedupe(KnownSets.table(table));
            Map<String, String> persons = new HashMap<>();
            KnownSets.lines(truthFile).forEach(row -> persons.put(row[0], row[1]));
            Map<String, Integer> numbers = new TreeMap<>();
            Map<String, Integer> places = new HashMap<>();
            truth = new int[found.records()];
            clusters = new int[truth.length];
            for (int i = 0; i < truth.length; i++) {
                places.put(found.recordId(i), i);
                truth[i] = numbers.computeIfAbsent("t" + persons.get(found.recordId(i)), key -> numbers.size());
                clusters[i] = numbers.computeIfAbsent("c" + found.clusterId(i), key -> numbers.size());
            }
            MatchPairs pairs = found.pairs();
            left = new int[pairs.size()];
            right = new int[left.length];
            weights = new double[left.length];
            for (int pair = 0; pair < left.length; pair++) {
                left[pair] = places.getOrDefault(pairs.firstId(pair), 0);
                right[pair] = places.getOrDefault(pairs.secondId(pair), 0);
                weights[pair] = pairs.weight(pair);
            }
        }

        double f1() {
            return ClusterEvaluation.of(truth, clusters).pairs().f1();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fake_1000/fake_1000.csv, fake_1000/truth.csv, 0.985",
        "febrl/dataset1.csv, febrl/truth1.csv, 0.998",
        "febrl/dataset2.csv, febrl/truth2.csv, 0.998",
        "people_en/people.csv, people_en/truth.csv, 0.98",
        "people_ja/people.csv, people_ja/truth.csv, 0.97"
    })
    void oneDefaultIsRightForEverySet(String table, String truth, double least) throws IOException {
        Found found = new Found(table, truth);

        assertThat(found.f1()).isGreaterThanOrEqualTo(least);
    }

    @Test
    void probabilitiesAgreeWithTheSharesOfTruePairsOverAllSets() throws IOException {
        List<Found> sets = new ArrayList<>();
        for (String folder : List.of("fake_1000/fake_1000.csv", "people_en/people.csv", "people_ja/people.csv")) {
            sets.add(new Found(folder, folder.replaceAll("/.*", "/truth.csv")));
        }
        int rows = sets.stream().mapToInt(set -> set.truth.length).sum();
        int pairs = sets.stream().mapToInt(set -> set.left.length).sum();
        int[] truth = new int[rows];
        int[] left = new int[pairs];
        int[] right = new int[pairs];
        double[] weights = new double[pairs];
        int row = 0;
        int at = 0;
        for (Found set : sets) {
            for (int i = 0; i < set.truth.length; i++) {
                truth[row + i] = row * 10 + set.truth[i];
            }
            for (int pair = 0; pair < set.left.length; pair++, at++) {
                left[at] = row + set.left[pair];
                right[at] = row + set.right[pair];
                weights[at] = set.weights[pair];
            }
            row += set.truth.length;
        }

        assertThat(new PairEvaluation(truth, 0, left, right, weights).calibrationError())
                .isLessThanOrEqualTo(.03);
    }
}
