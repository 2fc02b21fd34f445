package dev.cdm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeduplicatorTest {

    private static final Map<String, Role> NAMES = Map.of("given", Role.GIVEN_NAME);

    private final Deduplicator deduplicator = Deduplicator.of(Townspeople.roles());

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nearlyAllDuplicatesAreFoundAndNearlyNothingElse(boolean japanese) {
        Townspeople people = new Townspeople(400, japanese, 11);
        Clusters clusters = deduplicator.dedupe(people.table());
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int a = 0; a < clusters.records(); a++) {
            for (int b = 0; b < a; b++) {
                boolean joined = clusters.clusterId(a).equals(clusters.clusterId(b));
                boolean same = people.personOf(clusters.recordId(a)) == people.personOf(clusters.recordId(b));
                right += joined && same ? 1 : 0;
                wrong += joined && !same ? 1 : 0;
                missed += same && !joined ? 1 : 0;
            }
        }
        assertThat(2.0 * right / (2 * right + wrong + missed)).isGreaterThan(.95);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shuffledRowsAndMoreThreadsGiveTheSameBytes(boolean japanese) {
        Townspeople people = new Townspeople(300, japanese, 5);
        String expected = text(deduplicator.dedupe(people.table()));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Deduplicator helped = deduplicator.workers(Workers.of(pool, 4));
            assertThat(text(helped.dedupe(people.shuffled(1)))).isEqualTo(expected);
            assertThat(text(deduplicator.dedupe(people.shuffled(2)))).isEqualTo(expected);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void clustersAreNamedAfterTheirSmallestRecordAndSortedByCodePoint() {
        TableBuilder table = new TableBuilder(List.of("given", "family", "born", "mail"));
        List<String> row = List.of("Ottokar", "Wassermann", "1950-03-04", "ottokar.wassermann@example.org");
        table.add("ｱ", row)
                .add("z", row)
                .add("😀", row)
                .add("b", List.of("Ida", "Kern", "1981-12-30", "ida@example.net"));
        Clusters clusters = Deduplicator.of(Map.of(
                        "given",
                        Role.GIVEN_NAME,
                        "family",
                        Role.FAMILY_NAME,
                        "born",
                        Role.BIRTH_DATE,
                        "mail",
                        Role.EMAIL))
                .dedupe(table.build());
        assertThat(ids(clusters)).containsExactly("b", "z", "ｱ", "😀");
        assertThat(clusters.clusterId(2)).isEqualTo("z");
        assertThat(clusters.clusterId(3)).isEqualTo("z");
    }

    @Test
    void fewRecordsOrNoneAreNoTrouble() {
        TableBuilder one = new TableBuilder(List.of("given"));
        assertThat(Deduplicator.of(NAMES)
                        .dedupe(new TableBuilder(List.of("given")).build())
                        .records())
                .isZero();
        Clusters clusters =
                Deduplicator.of(NAMES).dedupe(one.add("x", List.of("Ada")).build());
        assertThat(clusters.clusterId(0)).isEqualTo("x");
        assertThat(clusters.pairs().size()).isZero();
    }

    @Test
    void emptyConstantAndHugeCellsDoNotStopTheWork() {
        TableBuilder table = new TableBuilder(List.of("given", "family", "empty", "constant", "unique", "mail"));
        for (int i = 0; i < 50; i++) {
            String given = i == 7 ? "x".repeat(1 << 20) : i == 8 ? "\uD800" : "Name" + i % 10;
            table.add(
                    "r" + i,
                    Arrays.asList(given, "Family" + i % 9, null, "same", "u" + i, i % 2 == 0 ? "@" : "n@@example.org"));
        }
        Clusters clusters = Deduplicator.of(Map.of(
                        "given", Role.GIVEN_NAME,
                        "family", Role.FAMILY_NAME,
                        "empty", Role.BIRTH_DATE,
                        "constant", Role.TEXT,
                        "unique", Role.IDENTIFIER,
                        "mail", Role.EMAIL))
                .dedupe(table.build());
        assertThat(clusters.records()).isEqualTo(50);
    }

    @Test
    void wrongUseIsNamed() {
        TableBuilder twice =
                new TableBuilder(List.of("given")).add("x", List.of("Ada")).add("x", List.of("Eva"));
        Table table = new TableBuilder(List.of("given")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deduplicator.of(NAMES).dedupe(twice.build()))
                .withMessage("`id` must be different for every record, but repetitions were found, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deduplicator.of(Map.of("nothing", Role.CITY)).dedupe(table))
                .withMessageContaining("`roles` must name columns of the table, was nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deduplicator.of(Map.of("given", Role.IGNORE)).dedupe(table))
                .withMessage("`roles` must give a role to at least one column");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deduplicator.threshold(1))
                .withMessage("`threshold` must be above 0 and below 1, was 1.0");
    }

    @Test
    void workCanBeCancelled() {
        Deduplicator impatient = deduplicator.workers(Workers.caller().until(() -> true));
        Table table = new Townspeople(30, false, 3).table();
        assertThatThrownBy(() -> impatient.dedupe(table)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aHigherThresholdJoinsNoMore() {
        Table table = new Townspeople(200, false, 9).table();
        assertThat(distinct(deduplicator.threshold(.999).dedupe(table)))
                .isGreaterThanOrEqualTo(distinct(deduplicator.threshold(.01).dedupe(table)));
    }

    @Test
    void pairsAreSortedAndTheirProbabilityFollowsFromTheirWeight() {
        MatchPairs pairs =
                deduplicator.dedupe(new Townspeople(200, false, 9).table()).pairs();
        assertThat(pairs.size()).isPositive();
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(pairs.firstId(i)).isLessThan(pairs.secondId(i));
            assertThat(pairs.probability(i)).isCloseTo(1 / (1 + Math.pow(2, -pairs.weight(i))), within());
            assertThat(i == 0 || pairs.firstId(i - 1).compareTo(pairs.firstId(i)) <= 0)
                    .isTrue();
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static long distinct(Clusters clusters) {
        return java.util.stream.IntStream.range(0, clusters.records())
                .mapToObj(clusters::clusterId)
                .distinct()
                .count();
    }

    private static List<String> ids(Clusters clusters) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < clusters.records(); i++) {
            ids.add(clusters.recordId(i));
        }
        return ids;
    }

    private static String text(Clusters clusters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < clusters.records(); i++) {
            text.append(clusters.recordId(i))
                    .append(',')
                    .append(clusters.clusterId(i))
                    .append('\n');
        }
        MatchPairs pairs = clusters.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            text.append(pairs.firstId(i))
                    .append(',')
                    .append(pairs.secondId(i))
                    .append(',')
                    .append(pairs.weight(i))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void aRestrictedColumnMayOnlyBeANationalId() {
        Table table = new TableBuilder(List.of("name", "ssn"))
                .restricted("ssn", text -> "token " + text.hashCode())
                .add("1", List.of("Anna", "12345"))
                .add("2", List.of("Anna", "12345"))
                .build();
        Map<String, Role> good = Map.of("name", Role.GIVEN_NAME, "ssn", Role.NATIONAL_ID);
        assertThat(Deduplicator.of(good).dedupe(table).records()).isEqualTo(2);
        Map<String, Role> bad = Map.of("name", Role.GIVEN_NAME, "ssn", Role.PHONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deduplicator.of(bad).dedupe(table))
                .withMessage("`roles` must give a restricted column the role national-id, was ssn");
    }
}
