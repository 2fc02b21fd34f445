package dev.cdm.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.SourcePosition;
import dev.cdm.core.model.ValueProblem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void titlesAreNumberedAndTablesAligned() {
        Screen screen = new Screen(out);
        screen.title("Intake");
        screen.table(
                List.of(List.of("file", "rows", "note"), List.of("crm.csv", "1,200", "a"), List.of("x", "7", "bc")));
        screen.title("End");
        screen.line("%d of %s", 2, "ten");
        assertThat(printed()).isEqualTo("""

                        1. Intake

                           file      rows  note
                           crm.csv  1,200  a
                           x            7  bc

                        2. End

                           2 of ten
                        """);
    }

    @Test
    void problemsAreCountedByCodeWithTheFirstAsExample() {
        ProblemTally tally = new ProblemTally();
        assertThat(tally.isEmpty()).isTrue();
        tally.add(new SourcePosition("a.csv", 3), problem("row.columns", ""));
        tally.add(new SourcePosition("a.csv", 5), problem("email.malformed", "Email"));
        tally.add(new SourcePosition("a.csv", 7), problem("email.malformed", "Email"));
        assertThat(tally.rows())
                .containsExactly(
                        List.of("2", "email.malformed", "e.g. a.csv:5 `Email` is wrong"),
                        List.of("1", "row.columns", "e.g. a.csv:3 is wrong"));
    }

    private static ValueProblem problem(String code, String field) {
        return new ValueProblem(code, ProblemSeverity.ERROR, field, "is wrong", "raw");
    }

    @Test
    void progressIsToldOnceASecondAndAtTheEnd() {
        AtomicLong clock = new AtomicLong();
        Progress progress = new Progress(out, clock::get);
        progress.begin();
        clock.set(900_000_000);
        progress.at("crm.csv", 100, 10_240);
        clock.set(1_100_000_000);
        progress.at("crm.csv", 200, 20_480);
        clock.set(2_000_000_000);
        progress.at("crm.csv", 300, 30_720);
        progress.end("crm.csv", 3_000);
        assertThat(printed())
                .isEqualTo("  … crm.csv: 200 rows, 20 KB\n  crm.csv: 3,000 rows in 2.0 s (1,500 rows/s)\n");
    }
}
