package dev.cdm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideTest {

    private static final String GIVEN = """
            {"id":"e1","subject":"hanako","purpose":"general","kind":"given","asserted":"2025-03-01T10:00:00Z"}""";
    private static final String QUERY = """
            {"id":"q1","subject":"hanako","purpose":"general","effectiveAt":"2025-05-01T10:00:00Z","region":"DE"}""";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void casesOfTheSemanticsComeOutAsTheTablesSay() throws IOException {
        for (String name : List.of("events.jsonl", "queries.jsonl", "purposes.json", "packs/plain.json")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), resource(name), StandardCharsets.UTF_8);
        }
        assertThat(decide("--packs", path("packs"), "--purposes", path("purposes.json")))
                .as(err.toString())
                .isZero();
        List<String> decisions = decisions();
        List<String> expected = resource("expected.csv").lines().toList();
        assertThat(decisions).hasSameSizeAs(expected).hasSizeGreaterThan(60);
        for (int i = 0; i < expected.size(); i++) {
            String[] cells = expected.get(i).split(",", -1);
            assertThat(decisions.get(i))
                    .startsWith("{\"id\":\"" + cells[0] + "\",\"decision\":\"" + cells[1] + "\",\"reason\":\""
                            + cells[2] + "\"");
        }
    }

    @Test
    void everyLineGetsOneDecision() throws IOException {
        file("events.jsonl", "\uFEFF" + GIVEN + "\r\n\r\n");
        file("queries.jsonl", "\uFEFF" + QUERY + "\r\n\n{\"id\":\"q2\",\"subject\":\nno\n" + QUERY.replace("q1", "q3"));
        assertThat(decide("--explain", "ja", "--json")).as(err.toString()).isZero();
        List<String> decisions = decisions();
        assertThat(decisions).hasSize(5);
        assertThat(decisions.get(0))
                .startsWith("{\"id\":\"q1\",\"decision\":\"PERMIT\"")
                .contains("\"explanation\":\"generalへの同意が有効です\"");
        assertThat(decisions.get(1)).contains("\"id\":\"\"", "MALFORMED");
        assertThat(decisions.get(2)).contains("\"id\":\"q2\"", "MALFORMED");
        assertThat(decisions.get(3)).contains("\"id\":\"\"", "MALFORMED");
        assertThat(decisions.get(4)).contains("\"id\":\"q3\"", "PERMIT");
        assertThat(out.toString()).contains("\"rows\":5", "\"permits\":2", "\"malformed\":3", "\"events\":1");
    }

    @Test
    void whatIsNotUtf8IsMalformed() throws IOException {
        Files.write(folder.resolve("queries.jsonl"), latin1(QUERY.replace("hanako", "h\u00e4nako") + "\n" + QUERY));
        file("events.jsonl", GIVEN);
        assertThat(decide()).isZero();
        assertThat(decisions().get(0)).contains("\"id\":\"q1\"", "MALFORMED");
        assertThat(decisions().get(1)).contains("PERMIT");
        Files.write(folder.resolve("events.jsonl"), latin1(GIVEN + "\n" + GIVEN.replace("hanako", "h\u00e4nako")));
        assertThat(decide()).isZero();
        assertThat(decisions().get(1)).contains("MALFORMED");
        assertThat(out.toString()).contains("line 2: `text` must be JSON").doesNotContain("h\u00e4nako");
    }

    @Test
    void anEventIdThatComesTwiceWithAnotherContentDeniesItsSubjects() throws IOException {
        String other = GIVEN.replace("hanako", "taro");
        file(
                "events.jsonl",
                GIVEN + "\n" + GIVEN + "\n" + other + "\n"
                        + GIVEN.replace("e1", "e2").replace("hanako", "jiro"));
        file("queries.jsonl", QUERY + "\n" + QUERY.replace("hanako", "taro") + "\n" + QUERY.replace("hanako", "jiro"));
        assertThat(decide()).isZero();
        assertThat(decisions().get(0)).contains("MALFORMED");
        assertThat(decisions().get(1)).contains("MALFORMED");
        assertThat(decisions().get(2)).contains("PERMIT");
        assertThat(out.toString()).contains("line 3: another event has the same id");
    }

    @Test
    void longLinesAndEmptyFilesAreNoProblem() throws IOException {
        String longId = "x".repeat(1_000_000);
        file("events.jsonl", GIVEN.replace("\"e1\"", "\"e1\",\"evidence\":\"" + longId + "\""));
        file("queries.jsonl", QUERY.replace("q1", longId));
        assertThat(decide()).isZero();
        assertThat(decisions().get(0)).contains("PERMIT").contains(longId);
        file("events.jsonl", "");
        file("queries.jsonl", "");
        assertThat(decide()).isZero();
        assertThat(decisions()).isEmpty();
        assertThat(out.toString()).contains("has no events").contains("has no questions");
        file("events.jsonl", "[\n".repeat(9));
        file("queries.jsonl", "[".repeat(100_000));
        assertThat(decide()).isZero();
        assertThat(decisions().get(0)).contains("MALFORMED");
        assertThat(out.toString()).contains("has 4 more such lines");
    }

    @Test
    void badFilesAndOptionsAreNamed() throws IOException {
        file("events.jsonl", GIVEN);
        file("queries.jsonl", QUERY);
        refused(1, "is none", "--packs", path("atlantis"));
        Files.createDirectories(folder.resolve("none"));
        refused(1, "has no pack", "--packs", path("none"));
        Files.createDirectories(folder.resolve("broken"));
        file("broken/a.json", "{\"id\":\"a\"}");
        refused(1, "is no pack: `version`", "--packs", path("broken"));
        Files.createDirectories(folder.resolve("twice"));
        file("twice/a.json", resource("packs/plain.json"));
        file("twice/b.json", resource("packs/plain.json"));
        refused(1, "has the pack `plain` twice", "--packs", path("twice"));
        file("purposes.json", "{\"purposes\":[{\"id\":\"a\",\"bases\":[\"MAGIC\"]}]}");
        refused(1, "is no register of purposes: `bases`", "--purposes", path("purposes.json"));
        Files.write(folder.resolve("latin.json"), latin1("{\"\u00e4\":1}"));
        refused(1, "is not UTF-8", "--purposes", path("latin.json"));
        refused(1, "there is no file", "--purposes", path("no.json"));
        refused(2, "--explain", "--explain", "fr");
        refused(1, "must not be an input", "--output", path("events.jsonl"));
        assertThat(folder.resolve("events.jsonl")).hasContent(GIVEN);
        Files.delete(folder.resolve("queries.jsonl"));
        refused(1, "there is no file");
        assertThat(folder.resolve("decisions.jsonl")).doesNotExist();
    }

    @Test
    void aDisclosureIsPrintedOrWritten() throws IOException {
        file("purposes.json", resource("purposes.json"));
        assertThat(run("disclosure", "--purposes", path("purposes.json")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("Purpose: News\n", "Since: 2025-01-01\n", "Received by: Mail providers (processor)\n");
        assertThat(run("disclosure", "--language", "ja", "--output", path("told.txt")))
                .isZero();
        assertThat(folder.resolve("told.txt")).content(StandardCharsets.UTF_8).contains("利用目的：自社商品の広告");
        assertThat(run("disclosure", "--purposes", path("nowhere.json"))).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file");
    }

    private void refused(int code, String reason, String... more) {
        assertThat(decide(more)).isEqualTo(code);
        assertThat(err.toString()).contains(reason).doesNotContain("\tat ");
    }

    private int decide(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("decide", "--events", path("events.jsonl"), "--queries", path("queries.jsonl")));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--output")) {
            arguments.addAll(List.of("--output", path("decisions.jsonl")));
        }
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Cdm.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private List<String> decisions() throws IOException {
        return Files.readAllLines(folder.resolve("decisions.jsonl"), StandardCharsets.UTF_8);
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DecideTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
