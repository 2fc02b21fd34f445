package dev.cdm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdmTest {

    private static final String ROLES =
            "given=given-name,family=family-name,born=birth-date,mail=email,nin=national-id";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Cdm.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Two records of each of some persons. */
    private static List<String> people(int persons) {
        List<String> lines = new ArrayList<>();
        Random random = new Random(3);
        for (int person = 0; person < persons; person++) {
            String given = "given" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
            String family = "family" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
            String born = String.format(
                    Locale.ROOT, "19%02d-%02d-%02d", random.nextInt(99), 1 + person % 12, 1 + person % 28);
            for (int copy = 0; copy < 2; copy++) {
                String mail = copy == person % 3 ? "" : "p" + person + "@example.org";
                lines.add(person + "-" + copy + "," + given + "," + family + "," + born + "," + mail + ",N" + person);
            }
        }
        return lines;
    }

    private static String csv(List<String> lines) {
        return "id,given,family,born,mail,nin\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void dedupesTrainsExplainsAndEvaluates() throws IOException {
        List<String> lines = people(60);
        String people = file("people.csv", csv(lines)).toString();
        String[] dedupe = {
            "dedupe",
            "--input",
            people,
            "--id",
            "id",
            "--roles",
            ROLES,
            "--output",
            path("clusters.csv"),
            "--pairs",
            path("pairs.csv"),
            "--save-model",
            path("model.json"),
            "--json"
        };
        assertThat(run(dedupe)).as(err.toString()).isZero();
        assertThat(out.toString())
                .startsWith("{\"rows\":120,")
                .contains("\"clusters\":60")
                .contains("\"warnings\":[");
        List<String> clusters = Files.readAllLines(folder.resolve("clusters.csv"));
        assertThat(clusters).hasSize(121).startsWith("record_id,cluster_id", "0-0,0-0", "0-1,0-0");
        assertThat(clusters.subList(1, 121)).isSorted();
        assertThat(Files.readAllLines(folder.resolve("pairs.csv")))
                .startsWith("id1,id2,match_weight,match_probability");
        StringBuilder truth = new StringBuilder("record_id,cluster_id\n");
        lines.forEach(line -> truth.append(line, 0, line.indexOf(','))
                .append(',')
                .append(line, 0, line.indexOf('-'))
                .append('\n'));
        file("truth.csv", truth.toString());
        assertThat(run(
                        "evaluate",
                        "--truth",
                        path("truth.csv"),
                        "--clusters",
                        path("clusters.csv"),
                        "--pairs",
                        path("pairs.csv"),
                        "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"f1\":1.0").contains("\"missed_by_blocking\":0");
        assertThat(run(
                        "dedupe",
                        "--input",
                        people,
                        "--id",
                        "id",
                        "--roles",
                        ROLES,
                        "--output",
                        path("again.csv"),
                        "--model",
                        path("model.json"),
                        "--pairs",
                        path("scored.csv"),
                        "--threads",
                        "1"))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("again.csv")).hasSameTextualContentAs(folder.resolve("clusters.csv"));
        assertThat(run(
                        "explain",
                        "--input",
                        people,
                        "--id",
                        "id",
                        "--roles",
                        ROLES,
                        "--model",
                        path("model.json"),
                        "--pair",
                        "0-0,0-1"))
                .isZero();
        assertThat(out.toString()).contains("bits, probability 1.000000").doesNotContain("N0");
        assertThat(run("train", "--input", people, "--id", "id", "--roles", ROLES, "--save-model", path("own.json")))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("own.json")).content().contains("\"format\" : \"cdm-person-model\"");
    }

    private String[] with(String command, String... more) {
        List<String> all = new ArrayList<>(List.of(command, "--id", "id"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void blockingRulesAreChosenWithinABudgetOfPairs() throws IOException {
        String people = file("people.csv", csv(people(60))).toString();
        String[] train =
                with("train", "--input", people, "--roles", ROLES, "--kind", "comparisons", "--pair-budget", "200");
        List<String> all = new ArrayList<>(List.of(train));
        all.addAll(List.of("--output", path("m.json"), "--json"));
        assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("\"cumulative_pairs\":", "\"recall\":", "\"recall_low\":");
        String[] dedupe = with("dedupe", "--input", people, "--roles", ROLES, "--model", path("m.json"));
        List<String> applied = new ArrayList<>(List.of(dedupe));
        applied.addAll(List.of("--output", path("c.csv"), "--pairs", path("p.csv")));
        assertThat(run(applied.toArray(String[]::new))).as(err.toString()).isZero();
        assertThat(Files.readAllLines(folder.resolve("p.csv"))).hasSizeBetween(2, 201);
        train[train.length - 1] = "0";
        List<String> none = new ArrayList<>(List.of(train));
        none.addAll(List.of("--output", path("m.json")));
        refused("`budget` must be at least 1, was 0", none.toArray(String[]::new));
    }

    @Test
    void aModelOfComparisonsIsTrainedOnDemandAndApplied() throws IOException {
        String people = file("people.csv", csv(people(60))).toString();
        assertThat(run(with(
                        "train",
                        "--input",
                        people,
                        "--roles",
                        ROLES,
                        "--kind",
                        "comparisons",
                        "--output",
                        path("m.json"))))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("m.json")).content().contains("\"format\" : \"cdm-model\"");
        String[] dedupe = with("dedupe", "--input", people, "--model", path("m.json"), "--output", path("c.csv"));
        refused("Missing required option: '--roles'", dedupe);
        String[] whole = with(
                "dedupe",
                "--input",
                people,
                "--roles",
                ROLES,
                "--model",
                path("m.json"),
                "--output",
                path("c.csv"),
                "--pairs",
                path("p.csv"),
                "--save-model",
                path("n.json"));
        assertThat(run(whole)).as(err.toString()).isZero();
        assertThat(folder.resolve("n.json")).hasSameTextualContentAs(folder.resolve("m.json"));
        assertThat(Files.readAllLines(folder.resolve("c.csv"))).hasSize(121);
        String[] explain = with("explain", "--input", people, "--model", path("m.json"), "--pair", "0-0,0-1");
        refused("Missing required option: '--roles'", explain);
        assertThat(run(with(
                        "explain",
                        "--input",
                        people,
                        "--roles",
                        ROLES,
                        "--model",
                        path("m.json"),
                        "--pair",
                        "0-0,0-1",
                        "--redact",
                        "--json")))
                .isZero();
        assertThat(out.toString()).contains("\"waterfall\"").doesNotContain("N0");
        refused(
                "needs a model of people",
                with(
                        "link",
                        "--left",
                        people,
                        "--right",
                        people,
                        "--model",
                        path("m.json"),
                        "--output",
                        path("l.csv")));
    }

    @Test
    void trainThenDedupeOrLinkByTheModel() throws IOException {
        List<String> lines = people(60);
        String people = file("people.csv", csv(lines)).toString();
        file("left.csv", csv(lines.stream().filter(line -> line.contains("-0,")).toList()));
        file(
                "right.csv",
                csv(lines.stream().filter(line -> line.contains("-1,")).toList()));
        assertThat(run(with("train", "--input", people, "--roles", ROLES, "--output", path("m.json"))))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("m.json")).content().doesNotContain("N1");
        assertThat(run(with("dedupe", "--input", people, "--model", path("m.json"), "--output", path("c.csv"))))
                .as(err.toString())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("c.csv")).stream().filter(line -> line.endsWith("-0")))
                .hasSize(120);
        String[] link = with(
                "link",
                "--left",
                path("left.csv"),
                "--right",
                path("right.csv"),
                "--model",
                path("m.json"),
                "--output",
                path("l.csv"),
                "--pairs",
                path("p.csv"),
                "--save-model",
                path("n.json"));
        assertThat(run(link)).as(err.toString()).isZero();
        assertThat(Files.readAllLines(folder.resolve("l.csv")))
                .hasSize(61)
                .anyMatch(line -> line.startsWith("7-0,7-1,"));
        assertThat(Files.readAllLines(folder.resolve("p.csv"))).hasSizeGreaterThanOrEqualTo(61);
        assertThat(folder.resolve("n.json")).hasSameTextualContentAs(folder.resolve("m.json"));
        String[] explain =
                with("explain", "--input", people, "--model", path("m.json"), "--pair", "0-0,0-1", "--redact");
        assertThat(run(explain)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("household")
                .doesNotContain("given" + "a")
                .contains("the same date");
    }

    @Test
    void aModelThatCannotBeIsRefusedInOneLine() throws IOException {
        String people = file("people.csv", csv(people(30))).toString();
        assertThat(run(with("train", "--input", people, "--roles", ROLES, "--output", path("m.json"))))
                .isZero();
        String json = Files.readString(folder.resolve("m.json"));
        file("broken.json", json.substring(0, json.length() / 2));
        file("future.json", json.replace("\"version\" : 1", "\"version\" : 9"));
        file("odd.json", json.replaceFirst("\"person\" : [0-9.E-]+", "\"person\" : 7"));
        file("list.json", "[]");
        Files.write(folder.resolve("bytes.json"), new byte[] {'{', (byte) 0xFF, '}'});
        String output = path("c.csv");
        refused("`json`", with("dedupe", "--input", people, "--model", path("broken.json"), "--output", output));
        refused("`version`", with("dedupe", "--input", people, "--model", path("future.json"), "--output", output));
        refused("`person`", with("dedupe", "--input", people, "--model", path("odd.json"), "--output", output));
        refused("is no model", with("dedupe", "--input", people, "--model", path("list.json"), "--output", output));
        refused("not UTF-8", with("dedupe", "--input", people, "--model", path("bytes.json"), "--output", output));
        refused(
                "more columns of a role than the model",
                with(
                        "dedupe",
                        "--input",
                        people,
                        "--roles",
                        "given=city",
                        "--model",
                        path("m.json"),
                        "--output",
                        output));
        refused("--pair", with("explain", "--input", people, "--model", path("m.json"), "--pair", "0-0"));
        refused("no record", with("explain", "--input", people, "--model", path("m.json"), "--pair", "0-0,x"));
    }

    @Test
    void shuffledRowsGiveTheSameBytes() throws IOException {
        List<String> lines = people(40);
        file("one.csv", csv(lines));
        Collections.shuffle(lines, new Random(5));
        file("two.csv", csv(lines));
        for (String name : List.of("one", "two")) {
            assertThat(run(
                            "dedupe",
                            "--input",
                            path(name + ".csv"),
                            "--id",
                            "id",
                            "--roles",
                            ROLES,
                            "--output",
                            path(name + "-out.csv"),
                            "--pairs",
                            path(name + "-pairs.csv"),
                            "--threads",
                            name.equals("one") ? "1" : "2"))
                    .isZero();
        }
        assertThat(folder.resolve("one-out.csv")).hasSameTextualContentAs(folder.resolve("two-out.csv"));
        assertThat(folder.resolve("one-pairs.csv")).hasSameTextualContentAs(folder.resolve("two-pairs.csv"));
    }

    @Test
    void links() throws IOException {
        List<String> lines = people(40);
        file("left.csv", csv(lines.stream().filter(line -> line.contains("-0,")).toList()));
        file(
                "right.csv",
                csv(lines.stream().filter(line -> line.contains("-1,")).toList()));
        assertThat(run(
                        "link",
                        "--left",
                        path("left.csv"),
                        "--right",
                        path("right.csv"),
                        "--id",
                        "id",
                        "--roles",
                        ROLES,
                        "--output",
                        path("links.csv"),
                        "--cardinality",
                        "one-to-many"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("links.csv")))
                .hasSize(41)
                .startsWith("left_id,right_id,match_weight,match_probability")
                .anyMatch(line -> line.startsWith("0-0,0-1,"));
    }

    @Test
    void oddRowsAreNamedAndCounted() throws IOException {
        file("odd.csv", "\uFEFFid , a\n1,x\n 2 , \"y\"\n,z\n3,a,b\n4\n");
        assertThat(run(
                        "dedupe",
                        "--input",
                        path("odd.csv"),
                        "--id",
                        "id",
                        "--roles",
                        "a=full-name",
                        "--output",
                        path("o.csv")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("has no id; left out, line 4")
                .contains("has more cells than the header; left out, line 5")
                .contains("has fewer cells than the header; the rest counts as missing, line 6")
                .containsPattern("bad rows +2");
        assertThat(Files.readAllLines(folder.resolve("o.csv")))
                .containsExactly("record_id,cluster_id", "1,1", "2,2", "4,4");
    }

    private void refused(String reason, String... arguments) {
        assertThat(run(arguments)).isNotZero();
        assertThat(err.toString()).contains(reason).doesNotContain("\tat ");
    }

    @Test
    void badInputGivesAReason() throws IOException {
        file("empty.csv", "");
        file("twice.csv", "id,a\n1,x\n1,y\n");
        file("good.csv", "id,a\n1,x\n2,y\n");
        file("bad.json", "{\"comparisons\":7}");
        String out1 = path("o.csv");
        refused(
                "is empty",
                "dedupe",
                "--input",
                path("empty.csv"),
                "--id",
                "id",
                "--roles",
                "a=text",
                "--output",
                out1);
        refused("line 3", "dedupe", "--input", path("twice.csv"), "--id", "id", "--roles", "a=text", "--output", out1);
        refused(
                "no column `key`",
                "dedupe",
                "--input",
                path("good.csv"),
                "--id",
                "key",
                "--roles",
                "a=text",
                "--output",
                out1);
        refused(
                "no column `b`",
                "dedupe",
                "--input",
                path("good.csv"),
                "--id",
                "id",
                "--roles",
                "b=text",
                "--output",
                out1);
        refused(
                "unknown role `name`",
                "dedupe",
                "--input",
                path("good.csv"),
                "--id",
                "id",
                "--roles",
                "a=name",
                "--output",
                out1);
        refused(
                "there is no file",
                "dedupe",
                "--input",
                path("none.csv"),
                "--id",
                "id",
                "--roles",
                "a=text",
                "--output",
                out1);
        refused(
                "is no model",
                "dedupe",
                "--input",
                path("good.csv"),
                "--id",
                "id",
                "--roles",
                "a=text",
                "--output",
                out1,
                "--model",
                path("bad.json"));
        refused(
                "`threshold`",
                "dedupe",
                "--input",
                path("good.csv"),
                "--id",
                "id",
                "--roles",
                "a=text",
                "--output",
                out1,
                "--threshold",
                "2");
        refused("is not a cardinality", "link", "--cardinality", "some");
        refused("a command is needed");
    }

    @Test
    void littleInputGivesLittleOutput() throws IOException {
        file("none.csv", "id,a\n");
        file("one.csv", "id,a,b\n1," + "x".repeat(1_000_000) + ",\n");
        assertThat(run(
                        "dedupe",
                        "--input",
                        path("none.csv"),
                        "--id",
                        "id",
                        "--roles",
                        "a=text",
                        "--output",
                        path("n.csv")))
                .isZero();
        assertThat(run(
                        "dedupe",
                        "--input",
                        path("one.csv"),
                        "--id",
                        "id",
                        "--roles",
                        "a=family-name,b=text",
                        "--output",
                        path("1.csv")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("has no rows").contains("`b` of").contains("has no value in any row");
        assertThat(Files.readAllLines(folder.resolve("1.csv"))).containsExactly("record_id,cluster_id", "1,1");
    }
}
