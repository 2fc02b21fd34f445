package dev.cdm.consent.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.policy.PolicyEngine;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Inputs that are cut or scrambled: nothing but a documented exception comes out, and nothing malformed is permitted. The
 * build tries some; {@code -Dcdm.malformed=1000000} tries a million.
 */
class MalformedInputTest {

    private static final int TRIES = Integer.getInteger("cdm.malformed", 6_000);
    private static final String GIVEN = """
            {"id":"e1","subject":"hanako","purpose":"general","kind":"given","asserted":"2025-03-01T10:00:00Z","seq":1}""";
    private static final String QUERY = """
            {"id":"q1","subject":"hanako","purpose":"general","effectiveAt":"2025-05-01T10:00:00Z","channel":"EMAIL"}""";
    private static final String SIGNS = "{}[]\",:0-9aZ\\\u0000é漢";

    private final PolicyEngine engine = new PolicyEngine(ExamplePurposes.ALL);
    private final Random random = new Random(7);

    @Test
    void aQuestionThatIsCutIsDenied() {
        DecisionLines lines = new DecisionLines(engine, List.of(GIVEN), null);
        assertThat(lines.decide(QUERY)).contains("PERMIT");
        for (int i = 0; i < TRIES / 3; i++) {
            String cut = scrambled(QUERY.substring(0, random.nextInt(QUERY.length())), random.nextInt(2));
            if (!cut.endsWith("}")) {
                assertThat(lines.decide(cut)).as(cut).contains("\"DENY\"").contains("\"MALFORMED\"");
            }
        }
    }

    @Test
    void anEventThatIsCutPermitsNothing() {
        for (int i = 0; i < TRIES / 3; i++) {
            String cut = GIVEN.substring(0, random.nextInt(GIVEN.length()));
            DecisionLines lines = new DecisionLines(engine, List.of(GIVEN, cut), null);
            assertThat(lines.decide(QUERY)).as(cut).contains(cut.isBlank() ? "PERMIT" : "\"DENY\"");
            lines.decide(scrambled(QUERY, 3));
        }
    }

    @Test
    void aPackThatIsScrambledIsReadOrRefused() {
        List<String> texts = PackFiles.names().stream().map(PackFiles::text).toList();
        int refused = 0;
        for (int i = 0; i < TRIES / 3; i++) {
            String text = scrambled(texts.get(i % texts.size()), 1 + random.nextInt(4));
            try {
                assertThat(PackFiles.parse(text).rules()).isNotNull();
            } catch (IllegalArgumentException documented) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private String scrambled(String text, int changes) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < changes && !result.isEmpty(); i++) {
            int place = random.nextInt(result.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            if (random.nextBoolean()) {
                result.setCharAt(place, sign);
            } else {
                result.deleteCharAt(place);
            }
        }
        return result.toString();
    }
}
