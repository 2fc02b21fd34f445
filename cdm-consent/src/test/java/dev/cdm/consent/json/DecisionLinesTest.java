package dev.cdm.consent.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.policy.PolicyEngine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionLinesTest {

    private static final String GIVEN = """
            {"id":"e1","subject":"hanako","purpose":"general","kind":"given","asserted":"2025-03-01T10:00:00Z","seq":1}""";
    private static final String WITHDRAWN = """
            {"id":"e2","subject":"hanako","purpose":"general","kind":"withdrawn","asserted":"2025-04-01T10:00:00Z"}""";
    private static final String QUERY = """
            {"id":"q1","subject":"hanako","purpose":"general","effectiveAt":"2025-05-01T10:00:00Z"}""";

    private final PolicyEngine engine = new PolicyEngine(ExamplePurposes.ALL);

    @Test
    void everyQuestionGetsOneDecision() {
        assertThat(lines(List.of(GIVEN, ""), null).decide(QUERY)).isEqualTo("""
                        {"id":"q1","decision":"PERMIT","reason":"CONSENT","ground":"CONSENT","events":["e1"],"rules":[],\
                        "obligations":[],"conflict":false,"position":1,"packs":[]}""");
        assertThat(lines(List.of(GIVEN, WITHDRAWN), null).decide(QUERY)).contains("\"WITHDRAWN\"", "\"e2\"");
        assertThat(lines(List.of(), Locale.ENGLISH).decide(QUERY))
                .contains("\"explanation\":\"no legal ground for general is recorded\"");
        assertThat(lines(List.of(), Locale.JAPANESE).decide(QUERY)).contains("法的根拠");
    }

    @Test
    void knownAtIsAPositionOrAnInstant() {
        DecisionLines lines = lines(List.of(GIVEN, WITHDRAWN), null);
        assertThat(lines.decide(QUERY.replace("}", ",\"knownAt\":1}"))).contains("PERMIT");
        assertThat(lines.decide(QUERY.replace("}", ",\"knownAt\":\"2025-03-31T00:00:00Z\"}")))
                .contains("PERMIT");
        assertThat(lines.decide(QUERY.replace("}", ",\"knownAt\":2}"))).contains("WITHDRAWN");
    }

    @Test
    void whatCannotBeReadIsDenied() {
        DecisionLines lines = lines(List.of(GIVEN), null);
        for (String line : List.of(
                "",
                "{",
                "[]",
                "null",
                "{\"id\":\"q1\"}",
                QUERY.replace("2025-05-01T10:00:00Z", "yesterday"),
                QUERY.replace("2025-05-01T10:00:00Z", "+1000000000-12-31T23:59:59Z"),
                QUERY.replace("}", ",\"chanel\":\"EMAIL\"}"),
                QUERY.replace("}", ",\"facts\":{\"moon\":true}}"),
                QUERY.replace("}", ",\"birthDate\":\"2025-02-30\"}"),
                QUERY.replace("}", ",\"signals\":{\"tcf\":\"x\"}}"))) {
            assertThat(lines.decide(line)).as(line).contains("\"DENY\"", "\"MALFORMED\"");
        }
        assertThat(lines.decide(QUERY.replace("general", "unknown"))).contains("UNKNOWN_PURPOSE");
        assertThat(lines.decide(QUERY.replace("}", ",\"region\":\"XX\"}"))).contains("UNKNOWN_REGION");
        assertThat(lines.decide(QUERY.replace("}", ",\"categories\":[\"aura\"]}")))
                .contains("UNKNOWN_CATEGORY");
    }

    @Test
    void anUnreadableEventDeniesWhatReliesOnIt() {
        String broken = WITHDRAWN.replace("withdrawn", "vanished");
        assertThat(lines(List.of(GIVEN, broken), null).decide(QUERY)).contains("MALFORMED");
        String other = broken.replace("hanako", "taro");
        assertThat(lines(List.of(GIVEN, other), null).decide(QUERY)).contains("PERMIT");
        assertThat(lines(List.of(GIVEN, "{\"kind\":"), null).decide(QUERY)).contains("MALFORMED");
        String clash = GIVEN.replace("\"seq\":1", "\"seq\":2");
        assertThat(lines(List.of(GIVEN, clash), null).decide(QUERY)).contains("MALFORMED");
        assertThat(lines(List.of(GIVEN, GIVEN), null).decide(QUERY)).contains("PERMIT");
    }

    @Property(tries = 3000)
    void aDamagedLineNeverPermitsMoreThanTheWholeOne(@ForAll long seed) {
        Random random = new Random(seed);
        DecisionLines lines = lines(List.of(damaged(GIVEN, random), WITHDRAWN), null);
        assertThat(lines.decide(damaged(QUERY, random))).contains("\"DENY\"");
    }

    @Property(tries = 1000)
    void aDamagedPackIsRefusedOrAPack(@ForAll long seed) {
        Random random = new Random(seed);
        String text = PackFiles.text(
                PackFiles.names().get(random.nextInt(PackFiles.names().size())));
        try {
            assertThat(PackFiles.parse(damaged(text, random)).rules()).isNotEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("NullPointer");
        }
    }

    @Test
    void aPackThatIsNotOneIsRefused() {
        assertThatThrownBy(() -> PackFiles.standard("atlantis")).hasMessageContaining("must be one of");
        assertThatThrownBy(() -> PackFiles.parse("{}")).hasMessageContaining("`id`");
        String pack =
                "{\"id\":\"a\",\"version\":\"1\",\"title\":\"A\",\"regions\":[\"*\"],\"otherwise\":\"ABSTAINS\",\"rules\":[%s]}";
        assertThat(PackFiles.parse(String.format(Locale.ROOT, pack, "")).label())
                .isEqualTo("a@1");
        assertThatThrownBy(() -> PackFiles.parse(String.format(
                        Locale.ROOT,
                        pack,
                        "{\"id\":\"R\",\"title\":\"R\",\"cite\":[],"
                                + "\"verified\":true,\"when\":{\"moonPhase\":true}}")))
                .hasMessageContaining("is not a condition");
        assertThatThrownBy(() -> PackFiles.parse(String.format(
                        Locale.ROOT,
                        pack,
                        "{\"id\":\"R\",\"title\":\"R\",\"cite\":[]," + "\"verified\":true,\"lifts\":[\"Q\"]}")))
                .hasMessageContaining("must name rules");
    }

    private DecisionLines lines(List<String> events, @Nullable Locale explain) {
        return new DecisionLines(engine, events, explain);
    }

    private static String damaged(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
