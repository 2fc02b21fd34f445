package dev.cdm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolveTest {

    private static final String HEADER = "id,given,family,born,mail\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> people = people(80);

    /** Runs a command over a file whose ids are in the column id. */
    private int run(String command, String input, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--input", path(input), "--id", "id"));
        arguments.addAll(List.of(more));
        return Cdm.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private static List<String> people(int persons) {
        List<String> lines = new ArrayList<>();
        Random random = new Random(5);
        for (int person = 0; person < persons; person++) {
            String given = "Given" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
            String family = "Family" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
            String born = String.format(
                    Locale.ROOT, "19%02d-%02d-%02d", random.nextInt(99), 1 + person % 12, 1 + person % 28);
            for (int copy = 0; copy < 2; copy++) {
                String mail = copy == person % 3 ? "" : "p" + person + "@example.org";
                lines.add("r" + person + "-" + copy + "," + given + "," + family + "," + born + "," + mail);
            }
        }
        return lines;
    }

    @BeforeEach
    void learn() throws IOException {
        file("people.csv", HEADER + String.join("\n", people) + "\n");
        String roles = "given=given-name,family=family-name,born=birth-date,mail=email";
        assertThat(run(
                        "dedupe",
                        "people.csv",
                        "--roles",
                        roles,
                        "--output",
                        path("first.csv"),
                        "--save-model",
                        path("m.json")))
                .as(err.toString())
                .isZero();
        assertThat(run("dedupe", "people.csv", "--model", path("m.json"), "--output", path("batch.csv")))
                .isZero();
    }

    private int resolve(String input, String... more) {
        String[] usual = {"--model", path("m.json"), "--output", path("o.jsonl")};
        return run("resolve", input, joined(usual, more));
    }

    private static String[] joined(String[] first, String[] second) {
        return Stream.of(first, second).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private int search(String... more) {
        String[] usual = {"--model", path("m.json")};
        return run("search", "people.csv", joined(usual, more));
    }

    @Test
    void anyOrderGivesThePartitionOfABatch() throws IOException {
        List<String> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(1));
        file("shuffled.csv", HEADER + String.join("\n", shuffled) + "\n");
        assertThat(resolve("shuffled.csv", "--partition", path("p.csv"), "--store", "memory", "--json"))
                .as(err.toString())
                .isZero();
        assertThat(read("p.csv")).isEqualTo(read("batch.csv"));
        List<String> outcomes = read("o.jsonl").lines().toList();
        assertThat(outcomes).hasSize(people.size());
        assertThat(outcomes.get(0))
                .startsWith("{\"record_id\":\"" + shuffled.get(0).split(",", -1)[0] + "\",\"outcome\":\"new\"");
        assertThat(outcomes)
                .anyMatch(line -> line.contains("\"outcome\":\"matched\",\"profile_id\":\"r1")
                        && line.contains("\"reasons\":[{\"kind\":\"prior\""));
        assertThat(read("o.jsonl")).doesNotContain("Given").doesNotContain("Family");
    }

    @Test
    void linesOfJsonAreTakenToo() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String person : people) {
            String[] cells = person.split(",", -1);
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"id\":\"%s\",\"given\":\"%s\",\"family\":\"%s\",\"born\":\"%s\",\"mail\":\"%s\"}%n",
                    (Object[]) cells));
        }
        file("people.jsonl", lines + "no json\n");
        assertThat(resolve("people.jsonl", "--partition", path("p.csv")))
                .as(err.toString())
                .isZero();
        assertThat(read("p.csv")).isEqualTo(read("batch.csv"));
        assertThat(out.toString()).contains("problem json.").contains("left out");
    }

    @Test
    void searchTellsWhoSomebodyWouldBe() throws IOException {
        String[] cells = people.get(0).split(",", -1);
        String[] asked = {"--field", "given=" + cells[1], "--field", "family=" + cells[2], "--field", "born=" + cells[3]
        };
        out.getBuffer().setLength(0);
        assertThat(search(asked)).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("{\"profile_id\":\"r0-0\"");
        file(
                "queries.csv",
                HEADER + "q1" + people.get(3).substring(people.get(3).indexOf(',')) + "\n");
        out.getBuffer().setLength(0);
        assertThat(search("--queries", path("queries.csv"), "--most", "1"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("{\"record_id\":\"q1\",\"found\":[{\"profile_id\":\"r1-0\"");
    }

    private void refused(String message, int code) {
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().strip()).startsWith("cdm: ").contains(message).doesNotContain("\n");
        err.getBuffer().setLength(0);
    }

    @Test
    void whatIsWrongIsToldInOneLine() throws IOException {
        file("twice.csv", HEADER + people.get(0) + "\n" + people.get(0) + "\n");
        file("twice.jsonl", "{\"id\":\"a\"}\n{\"id\":\"a\"}\n");
        file("bad.csv", "id,given\n1,Anna\n");
        refused("there is no file", resolve("nothing.csv"));
        refused("there is no file", resolve("nothing.jsonl"));
        refused("has no column", resolve("bad.csv"));
        refused("ids must be different", resolve("twice.csv"));
        refused("ids must be different", resolve("twice.jsonl"));
        refused("`--store` must be memory", resolve("people.csv", "--store", "jdbc:h2:mem:"));
        refused("`threshold`", resolve("people.csv", "--threshold", "1.5"));
        refused("`--format`", resolve("people.csv", "--format", "xml"));
        refused("either `--field` or `--queries`", search());
        refused("names no column", search("--field", "x=1"));
    }
}
