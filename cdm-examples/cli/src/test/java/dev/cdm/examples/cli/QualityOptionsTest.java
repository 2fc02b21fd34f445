package dev.cdm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityOptionsTest {

    private static final String ROLES = "given=given-name,family=family-name,born=birth-date,mail=email";

    @TempDir
    private Path folder;

    /** {@return what is printed} */
    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cdm.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, int persons, int from, int copies) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,given,family,born,mail"));
        for (int person = 0; person < persons; person++) {
            for (int copy = from; copy < from + copies; copy++) {
                String given = "given" + (char) ('a' + person % 23) + (char) ('a' + person / 3 % 26);
                String family = "family" + (char) ('a' + person % 19) + (char) ('a' + person / 2 % 26);
                String mail = copy == person % 3 ? "" : "p" + person + "@example.org";
                lines.add(person + "-" + copy + "," + given + "," + family + ",19" + (10 + person % 80) + "-0"
                        + (1 + person % 9) + "-1" + person % 9 + "," + mail);
            }
        }
        Files.write(folder.resolve(name), lines);
    }

    private String dedupe(String... more) {
        String[] usual = {"dedupe", "--input", path("p.csv"), "--id", "id", "--roles", ROLES, "--output", path("c.csv")
        };
        return run(Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void theSummaryTellsPrecisionAndRecallAndTheFileEverything() throws IOException {
        write("p.csv", 60, 0, 2);
        assertThat(dedupe("--quality", path("q.json")))
                .containsPattern("estimated precision +[01]\\.\\d{3} \\(0\\.\\d{3}-1\\.000\\)")
                .containsPattern("estimated recall +[01]\\.\\d{3} \\(0\\.\\d{3}-1\\.000\\)");
        assertThat(Files.readString(folder.resolve("q.json")))
                .startsWith("{\"joined_pairs\":60,\"false_pairs\":{\"value\":")
                .contains("\"precision\":{", "\"recall\":{", "\"f1\":0.9", "\"weak_bridges\":[", "\"unlinkables\":[]")
                .doesNotContain("given", "@example");
        assertThat(dedupe("--json"))
                .containsPattern("\"estimated_precision\":\\{\"value\":[01]\\.\\d+,\"low\":0\\.\\d+,\"high\":1\\.0\\}");
    }

    @Test
    void linksHaveTheirIdsAsInTheInput() throws IOException {
        write("l.csv", 40, 0, 1);
        write("r.csv", 40, 1, 1);
        Files.writeString(folder.resolve("r.csv"), "x,,,,\n", StandardOpenOption.APPEND);
        String[] link = {
            "link",
            "--left",
            path("l.csv"),
            "--right",
            path("r.csv"),
            "--id",
            "id",
            "--roles",
            ROLES,
            "--output",
            path("links.csv"),
            "--quality",
            path("q.json")
        };
        assertThat(run(link)).contains("estimated precision", "estimated recall");
        assertThat(Files.readString(folder.resolve("q.json")))
                .startsWith("{\"joined_pairs\":")
                .contains("\"unlinkables\":[\"x\"]");
    }

    @Test
    void whereNothingIsJoinedNoNumberIsTold() throws IOException {
        write("p.csv", 1, 0, 1);
        assertThat(dedupe("--quality", path("q.json")))
                .containsPattern("estimated precision +unknown: nothing was joined")
                .doesNotContain("NaN");
        assertThat(Files.readString(folder.resolve("q.json")))
                .startsWith("{\"joined_pairs\":0,")
                .doesNotContain("precision", "NaN");
        assertThat(dedupe("--json")).doesNotContain("estimated", "NaN");
    }
}
