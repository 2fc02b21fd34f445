package dev.cdm.consent.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the decision table is there, and its examples come out as they say. */
class PackExamplesTest {

    private static final Map<String, Integer> ROWS = rows();

    @TestFactory
    Stream<DynamicTest> everyExampleComesOutAsItSays() {
        return PackFiles.names().stream().flatMap(PackExamplesTest::examples);
    }

    @Test
    void everyRowOfTheTableIsThere() {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (Pack pack : PackFiles.all()) {
            Set<String> ids = new LinkedHashSet<>();
            pack.rules().forEach(rule -> ids.add(row(rule.id())));
            ids.forEach(id -> found.merge(id.substring(0, 1), 1, Integer::sum));
            assertThat(pack.rules())
                    .allSatisfy(rule -> assertThat(rule.citations()).isNotEmpty());
        }
        assertThat(found).isEqualTo(ROWS);
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(93);
    }

    @Test
    void everyRowHasTwoExamplesOfEachOutcomeOrFourOfTheOnlyOne() {
        for (String name : PackFiles.names()) {
            for (Node rule : Node.parse(PackFiles.text(name)).objects("rules")) {
                if (!rule.text("id").contains("/")) {
                    List<String> outcomes = rule.objects("examples").stream()
                            .map(example -> example.text("decision"))
                            .toList();
                    long permits = outcomes.stream().filter("PERMIT"::equals).count();
                    long denies = outcomes.size() - permits;
                    assertThat((permits >= 2 && denies >= 2)
                                    || (Math.max(permits, denies) >= 4 && permits * denies == 0))
                            .as(rule.text("id"))
                            .isTrue();
                }
            }
        }
    }

    private static Stream<DynamicTest> examples(String name) {
        PolicyEngine engine = new PolicyEngine(ExamplePurposes.ALL, List.of(PackFiles.standard(name)));
        List<DynamicTest> tests = new ArrayList<>();
        for (Node rule : Node.parse(PackFiles.text(name)).objects("rules")) {
            int number = 0;
            for (Node example : rule.objects("examples")) {
                number++;
                tests.add(DynamicTest.dynamicTest(
                        rule.text("id") + " example " + number + " " + example.text("decision"),
                        () -> check(engine, example)));
            }
        }
        return tests.stream();
    }

    private static void check(PolicyEngine engine, Node example) {
        Decision decision = engine.decide(
                QueryNodes.read(example.object("query")),
                ConsentHistory.of(
                        example.objects("events").stream().map(EventNodes::read).toList()));
        assertThat(decision.reason())
                .as(decision.toString() + decision.rules() + decision.detail())
                .hasToString(example.text("reason"));
        assertThat(decision.permitted()).isEqualTo(example.text("decision").equals("PERMIT"));
        assertThat(decision.packs()).hasSize(1);
    }

    private static String row(String id) {
        return id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
    }

    private static Map<String, Integer> rows() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        String[] letters = {"G", "E", "U", "C", "S", "P", "M", "K", "J", "B", "I"};
        int[] counts = {25, 7, 9, 9, 7, 1, 6, 6, 15, 6, 2};
        for (int i = 0; i < letters.length; i++) {
            rows.put(letters[i], counts[i]);
        }
        return rows;
    }
}
