package dev.cdm.matching.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public sets with known truth, where they are at hand. */
class ChoiceOnKnownSetsTest {

    private static final String FAKE = "first_name=given-name,surname=family-name,dob=birth-date,city=city,email=email";
    private static final String FEBRL = "given_name=given-name,surname=family-name,address_1=street,suburb=city,"
            + "postcode=postcode,state=region,date_of_birth=birth-date,soc_sec_id=national-id";
    private static final String PEOPLE = "first_name=given-name,surname=family-name,first_name_kana=given-name-kana,"
            + "surname_kana=family-name-kana,dob=birth-date,sex=sex,street=street,city=city,postcode=postcode,"
            + "phone=phone,email=email";

    @ParameterizedTest
    @CsvSource({
        "fake_1000/fake_1000.csv, fake_1000/truth.csv",
        "febrl/dataset1.csv, febrl/truth1.csv",
        "febrl/dataset2.csv, febrl/truth2.csv",
        "febrl/dataset3.csv, febrl/truth3.csv",
        "people_en/people.csv, people_en/truth.csv",
        "people_ja/people.csv, people_ja/truth.csv"
    })
    void theEstimateIsWithinThreeHundredthsOfTheTruth(String file, String truthFile) throws IOException {
        Table table = table(file);
        Map<String, Integer> persons = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        lines(truthFile).forEach(row -> persons.put(row[0], numbers.computeIfAbsent(row[1], key -> numbers.size())));
        LikelyMatches matches = LikelyMatches.of(table, roles(file), Workers.caller());
        for (long budget : new long[] {table.rows() * 2L, table.rows() * 20L}) {
            RuleChoice choice = RuleChoice.of(table, roles(file), matches, budget, Workers.caller());

            double truth = RuleChoiceTest.recall(table, choice, id -> persons.getOrDefault(id, -1));
            assertThat(choice.pairs()).isLessThanOrEqualTo(budget);
            assertThat(choice.recall().recall()).isCloseTo(truth, within(.03));
            assertThat(truth).isBetween(choice.recall().low(), choice.recall().high());
        }
    }

    private static Map<String, Role> roles(String file) {
        String text = file.startsWith("fake") ? FAKE : file.startsWith("febrl") ? FEBRL : PEOPLE;
        Map<String, Role> roles = new LinkedHashMap<>();
        Arrays.stream(text.split(",", -1))
                .map(role -> role.split("=", -1))
                .forEach(role -> roles.put(role[0], Role.of(role[1]).orElseThrow()));
        return roles;
    }

    private static Table table(String name) throws IOException {
        List<String> header = Arrays.stream(Files.readAllLines(data(name))
                        .get(0)
                        .replace("\uFEFF", "")
                        .split(",", -1))
                .map(String::strip)
                .toList();
        TableBuilder builder = new TableBuilder(header.subList(1, header.size()));
        for (String[] row : lines(name)) {
            List<String> values = Arrays.stream(row).map(String::strip).toList();
            builder.add(values.get(0), values.subList(1, header.size()));
        }
        return builder.build();
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
