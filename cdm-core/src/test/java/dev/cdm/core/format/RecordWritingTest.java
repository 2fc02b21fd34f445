package dev.cdm.core.format;

import static dev.cdm.core.format.Exports.CRM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordWritingTest {

    private static final RawRecord ADA = RawRecord.builder(CRM.record("7"))
            .assertedAt(Instant.parse("2024-05-01T00:00:00.000000001Z"))
            .field("name", "Ada")
            .field("phone", "1")
            .field("phone", "2")
            .build();

    @TempDir
    private Path folder;

    @Test
    void csvHasTheSpecialColumnsFirst() throws IOException {
        RecordFormat format =
                RecordFormat.csv(CRM, "id").assertedAt("at").deleted("gone").build();
        Path file = folder.resolve("crm.csv");
        try (RecordWriter writer = format.write(file, List.of("name", "phone", "phone"))) {
            writer.write(ADA);
            writer.write(RawRecord.builder(CRM.record("8")).deleted().build());
        }
        assertThat(Files.readString(file))
                .isEqualTo(
                        "id,at,gone,name,phone,phone\r\n7,2024-05-01T00:00:00.000000001Z,,Ada,1,2\r\n8,,true,,,\r\n");
    }

    @Test
    void jsonLinesLeaveOutWhatIsNotThere() throws IOException {
        RecordFormat format = RecordFormat.jsonLines(CRM, "id")
                .assertedAt("at")
                .deleted("gone")
                .build();
        Path file = folder.resolve("crm.jsonl");
        try (RecordWriter writer = format.write(file, List.of())) {
            writer.write(ADA);
            writer.write(RawRecord.builder(CRM.record("8"))
                    .deleted()
                    .field("name", "")
                    .build());
        }
        assertThat(Files.readString(file)).isEqualTo("""
                        {"id":"7","at":"2024-05-01T00:00:00.000000001Z","name":"Ada","phone":["1","2"]}
                        {"id":"8","gone":"true","name":""}
                        """);
    }

    @Test
    void whatWouldNotBeReadBackIsRefusedAndNothingOfItIsWritten() throws IOException {
        RecordFormat format = RecordFormat.csv(CRM, "id")
                .charset(StandardCharsets.ISO_8859_1)
                .alias("Nom", "name")
                .ignore("note")
                .keep("id")
                .build();
        Path file = folder.resolve("crm.csv");
        try (RecordWriter writer = format.write(file, List.of("name"))) {
            refused(writer, RawRecord.builder(new RecordId("shop", "1")), "must be of system `crm`");
            refused(writer, RawRecord.builder(CRM.record("1")).assertedAt(Instant.EPOCH), "has a time, version or");
            refused(writer, RawRecord.builder(CRM.record("1")).field("note", "x"), "would not be read as this field");
            refused(writer, RawRecord.builder(CRM.record("1")).field("Nom", "x"), "would not be read as this field");
            refused(writer, RawRecord.builder(CRM.record("1")).field("id", "2"), "differs from the key");
            refused(writer, RawRecord.builder(CRM.record("1")).field("name", "山"), "cannot be written in ISO-8859-1");
            refused(writer, RawRecord.builder(CRM.record("1")).field("city", "x"), "has more values than columns");
            writer.write(RawRecord.builder(CRM.record("1")).field("id", "1").build());
        }
        assertThat(Files.readString(file)).isEqualTo("id,name\r\n1,\r\n");
    }

    private static void refused(RecordWriter writer, RawRecord.Builder record, String message) {
        assertThatThrownBy(() -> writer.write(record.build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void filesThatCannotBeOpenedAreNamed() {
        RecordFormat format = RecordFormat.csv(CRM, "id").build();
        Path missing = folder.resolve("none/crm.csv");
        assertThatThrownBy(() -> format.read(missing))
                .isInstanceOf(DataFileException.class)
                .hasMessage("cannot read `" + missing + "`: no such file")
                .satisfies(e -> assertThat(((DataFileException) e).name()).isEqualTo(missing.toString()));
        assertThatThrownBy(() -> format.write(missing, List.of()))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("cannot write `");
        assertThatThrownBy(() -> format.read(folder)).isInstanceOf(DataFileException.class);
    }
}
