package dev.cdm.matching.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cdm.matching.Townspeople;
import dev.cdm.matching.blocking.BlockedPairs;
import dev.cdm.matching.blocking.RuleBlocking;
import dev.cdm.matching.blocking.RuleCount;
import dev.cdm.matching.blocking.RuleSearch;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleChoiceTest {

    /** The share of the true pairs that the rules find. */
    static double recall(Table table, RuleChoice choice, ToIntFunction<String> person) {
        RuleSearch search = RuleBlocking.of(choice.rules()).search(table, 0);
        int[] persons = IntStream.range(0, table.rows())
                .map(row -> person.applyAsInt(table.id(row)))
                .toArray();
        int all = 0;
        int found = 0;
        for (int left = 0; left < persons.length; left++) {
            for (int right = left + 1; right < persons.length; right++) {
                if (persons[left] == persons[right]) {
                    all++;
                    found += search.rule(left, right) >= 0 ? 1 : 0;
                }
            }
        }
        return (double) found / all;
    }

    @ParameterizedTest
    @CsvSource({"false, 500", "false, 6000", "true, 600", "true, 6000"})
    void theRulesKeepToTheBudgetAndTheEstimateIsNearTheTruth(boolean japanese, long budget) {
        Townspeople town = new Townspeople(700, japanese, 11);
        Table table = town.table();

        RuleChoice choice = RuleChoice.of(table, Townspeople.roles(), budget, Workers.caller());

        BlockedPairs pairs = RuleBlocking.of(choice.rules()).dedupe(table, Workers.caller());
        assertThat(choice.pairs()).isEqualTo(pairs.size()).isBetween(1L, budget);
        assertThat(choice.steps())
                .extracting(RuleChoice.Step::pairs)
                .containsExactlyElementsOf(
                        pairs.counts().stream().map(RuleCount::pairs).toList());
        double truth = recall(table, choice, town::personOf);
        assertThat(choice.recall().recall()).isCloseTo(truth, within(.03));
        assertThat(truth).isBetween(choice.recall().low(), choice.recall().high());
    }

    @Test
    void everyFurtherRuleAddsRecallAndALargerBudgetFindsNoLess() {
        Table table = new Townspeople(500, false, 3).table();
        RuleChoice small = RuleChoice.of(table, Townspeople.roles(), 150, Workers.caller());
        RuleChoice large = RuleChoice.of(table, Townspeople.roles(), 5000, Workers.caller());
        assertThat(small.recall().recall()).isBetween(.3, .99);
        assertThat(large.recall().recall()).isGreaterThan(small.recall().recall());
        assertThat(large.steps())
                .extracting(step -> step.cumulativeRecall().recall())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(large.rules()).hasSizeLessThanOrEqualTo(RuleChoice.MOST_RULES);
        assertThat(large.likelyMatches()).isEqualTo(small.likelyMatches()).isPositive();
    }

    @Test
    void shuffledRowsAndMoreThreadsGiveTheSameChoice() {
        Townspeople town = new Townspeople(300, true, 5);
        RuleChoice expected = RuleChoice.of(town.table(), Townspeople.roles(), 2000, Workers.caller());
        ExecutorService pool = Executors.newFixedThreadPool(2);
        RuleChoice other = RuleChoice.of(town.shuffled(8), Townspeople.roles(), 2000, Workers.of(pool, 3));
        pool.shutdownNow();
        assertThat(other.steps()).isEqualTo(expected.steps());
        assertThat(other).hasToString(expected.toString());
    }

    @Test
    void anIdentityNumberIsOfferedAsItIsAndOnlyToBeEqual() {
        assertThat(OfferedFields.of("ssn", Role.NATIONAL_ID))
                .singleElement()
                .satisfies(field -> assertThat(field.steps()).isEmpty());
        assertThat(OfferedFields.spreads(new TableBuilder(List.of("ssn")).build(), "ssn", Role.NATIONAL_ID))
                .isEmpty();
    }

    @Test
    void recordsWithoutMatchesGetNoRulesAndNoEstimate() {
        Table table = new TableBuilder(List.of("name"))
                .add("1", List.of("Anna"))
                .add("2", List.of("Bert"))
                .build();
        Map<String, Role> roles = Map.of("name", Role.GIVEN_NAME);
        RuleChoice choice = RuleChoice.of(table, roles, 10, Workers.caller());
        assertThat(choice.rules()).isEmpty();
        assertThat(choice.pairs()).isZero();
        assertThat(choice.recall()).isEqualTo(new RecallEstimate(0, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleChoice.of(table, roles, 0, Workers.caller()))
                .withMessage("`budget` must be at least 1, was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new RecallEstimate(.5, .6, 1));
    }
}
