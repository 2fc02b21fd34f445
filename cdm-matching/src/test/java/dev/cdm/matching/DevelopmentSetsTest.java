package dev.cdm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cdm.matching.evaluate.ClusterEvaluation;
import dev.cdm.matching.evaluate.PairEvaluation;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public sets with known truth, where they are at hand. */
class DevelopmentSetsTest {

    private static final String FAKE = "first_name=given-name,surname=family-name,dob=birth-date,city=city,email=email";
    private static final String FEBRL = "given_name=given-name,surname=family-name,address_1=street,suburb=city,"
            + "postcode=postcode,state=region,date_of_birth=birth-date,soc_sec_id=national-id";
    private static final String PEOPLE = "first_name=given-name,surname=family-name,first_name_kana=given-name-kana,"
            + "surname_kana=family-name-kana,dob=birth-date,sex=sex,street=street,city=city,postcode=postcode,"
            + "phone=phone,email=email";

    /** A set with its result. */
    private static final class Found {
        private final int[] truth;
        private final int[] clusters;
        private final int[] left;
        private final int[] right;
        private final double[] weights;

        Found(String table, String truthFile, String roles) throws IOException {
            Map<String, Role> meanings = new LinkedHashMap<>();
            Arrays.stream(roles.split(",", -1))
                    .map(role -> role.split("=", -1))
                    .forEach(role -> meanings.put(role[0], Role.of(role[1]).orElseThrow()));
            Clusters found = Deduplicator.of(meanings).dedupe(table(table));
            Map<String, String> persons = new HashMap<>();
            lines(truthFile).forEach(row -> persons.put(row[0], row[1]));
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
        Found found = new Found(table, truth, roles(table));

        assertThat(found.f1()).isGreaterThanOrEqualTo(least);
    }

    @Test
    void probabilitiesAgreeWithTheSharesOfTruePairsOverAllSets() throws IOException {
        List<Found> sets = new ArrayList<>();
        for (String folder : List.of("fake_1000/fake_1000.csv", "people_en/people.csv", "people_ja/people.csv")) {
            sets.add(new Found(folder, folder.replaceAll("/.*", "/truth.csv"), roles(folder)));
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

    private static String roles(String table) {
        return table.startsWith("fake") ? FAKE : table.startsWith("febrl") ? FEBRL : PEOPLE;
    }

    private static Table table(String name) throws IOException {
        List<String[]> rows = lines(name);
        List<String> header = Arrays.stream(header(name)).map(String::strip).toList();
        TableBuilder builder = new TableBuilder(header.subList(1, header.size()));
        for (String[] row : rows) {
            List<String> values = Arrays.stream(row).map(String::strip).toList();
            builder.add(values.get(0), values.subList(1, header.size()));
        }
        return builder.build();
    }

    private static String[] header(String name) throws IOException {
        return Files.readAllLines(data(name)).get(0).replace("\uFEFF", "").split(",", -1);
    }

    private static List<String[]> lines(String name) throws IOException {
        return Files.readAllLines(data(name)).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Path data(String name) {
        String folder = System.getProperty("cdm.data", "");
        Path path = Path.of(folder, name);
        assumeTrue(!folder.isEmpty() && Files.isRegularFile(path), "the public sets are not at hand");
        return path;
    }
}
