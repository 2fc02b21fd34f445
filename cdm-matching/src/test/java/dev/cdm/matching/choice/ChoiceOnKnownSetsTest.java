package dev.cdm.matching.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cdm.matching.KnownSets;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public sets with known truth, where they are at hand. */
class ChoiceOnKnownSetsTest {

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
        Table table = KnownSets.table(file);
        Map<String, Integer> persons = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        KnownSets.lines(truthFile)
                .forEach(row -> persons.put(row[0], numbers.computeIfAbsent(row[1], key -> numbers.size())));
        LikelyMatches matches = LikelyMatches.of(table, KnownSets.roles(file), Workers.caller());
        for (long budget : new long[] {table.rows() * 2L, table.rows() * 20L}) {
            RuleChoice choice = RuleChoice.of(table, KnownSets.roles(file), matches, budget, Workers.caller());

            double truth = RuleChoiceTest.recall(table, choice, id -> persons.getOrDefault(id, -1));
            assertThat(choice.pairs()).isLessThanOrEqualTo(budget);
            assertThat(choice.recall().recall()).isCloseTo(truth, within(.03));
            assertThat(truth).isBetween(choice.recall().low(), choice.recall().high());
        }
    }
}
