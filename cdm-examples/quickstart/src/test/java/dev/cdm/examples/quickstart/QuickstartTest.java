package dev.cdm.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... words) {
        out.reset();
        err.reset();
        return Quickstart.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                words);
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String warned() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theSecondRunOnOneDatabaseChangesNothingAndSaysSo() {
        String database = folder.resolve("customers").toString();
        assertThat(run("--database", database)).isZero();
        String first = told();
        assertThat(first)
                .contains("1,996 records became ")
                .contains("consent for marketing stands")
                .contains("consent for marketing was withdrawn")
                .contains("A steward separates shop/C-00002.")
                .contains("Run it again: nothing will change.");
        assertThat(warned()).contains("crm-contacts.csv: 712 rows in");
        assertThat(run("--database", database)).isZero();
        assertThat(told()).contains("They are separate already").contains("Nothing: the database held it all already.");
        assertThat(paragraph(told(), "3. ")).isEqualTo(paragraph(first, "3. "));
        assertThat(paragraph(told(), "5. ")).isEqualTo(paragraph(first, "5. "));
    }

    @Test
    void memoryAndPostgresTellTheSame() throws IOException {
        assertThat(run("--memory")).isZero();
        String memory = told();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            assertThat(run("--postgres", server.getJdbcUrl("postgres", "postgres")))
                    .isZero();
        }
        assertThat(told()).isEqualTo(memory);
    }

    @Test
    void whatCannotBeDoneIsSaidWithACode() throws IOException {
        assertThat(run("--fast")).isEqualTo(2);
        assertThat(warned()).startsWith("unknown option `--fast`").contains("usage: quickstart");
        assertThat(run("--help")).isZero();
        assertThat(told()).startsWith("usage: quickstart");
        assertThat(run("--memory", "--data", folder.toString())).isEqualTo(1);
        assertThat(warned()).contains("cannot read `").contains("crm-contacts.csv`: no such file");
        Files.writeString(folder.resolve("crm-contacts.csv"), "Nr,Name\n");
        assertThat(run("--memory", "--data", folder.toString())).isEqualTo(1);
        assertThat(warned()).contains("`crm-contacts.csv` has no column `Id`: its columns are `Nr`, `Name`");
        Files.writeString(
                folder.resolve("newsletter.jsonl"), "{\"subscriber\":\"n-1\",\"email\":\"ann@example.com\"}\n");
        assertThat(run("--memory", "--data", folder.toString())).isEqualTo(1);
        assertThat(told()).contains("crm-contacts.csv", "cannot be read", "1 records became 1 profiles");
        assertThat(run("--postgres", "jdbc:postgresql://localhost:1/none")).isEqualTo(1);
        assertThat(warned()).isNotBlank();
    }

    private static String paragraph(String text, String title) {
        int from = text.indexOf("\n" + title);
        int number = Integer.parseInt(title.substring(0, 1));
        return text.substring(from, text.indexOf("\n" + (number + 1) + ". ", from));
    }
}
