package dev.cdm.core.format;

import static dev.cdm.core.format.Exports.CRM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class RecordFormatProperties {

    private static final List<String> NAMES = List.of("name", "氏名", "a.b");

    @Property(tries = 200)
    void csvGivesBackTheRecordsThatWereWritten(@ForAll("records") @Size(max = 6) List<RawRecord> records) {
        assertThat(writtenAndRead(
                        complete(RecordFormat.csv(CRM, "id")).separator(';').build(), records))
                .isEqualTo(records);
    }

    @Property(tries = 200)
    void jsonLinesGiveBackTheRecordsThatWereWritten(@ForAll("records") @Size(max = 6) List<RawRecord> records) {
        assertThat(writtenAndRead(complete(RecordFormat.jsonLines(CRM, "id")).build(), records))
                .isEqualTo(records);
    }

    @Property(tries = 300)
    void anyBytesAreReadToTheEndAndNothingThrows(@ForAll("noise") byte[] noise) {
        byte[] header = "id,name\n".getBytes(StandardCharsets.UTF_8);
        byte[] csv = new byte[header.length + noise.length];
        System.arraycopy(header, 0, csv, 0, header.length);
        System.arraycopy(noise, 0, csv, header.length, noise.length);
        for (Row<RawRecord> row : Exports.read(RecordFormat.csv(CRM, "id").rowLimit(100), csv)) {
            assertThat(row.value().isPresent()).isEqualTo(row.problems().isEmpty());
        }
        for (Row<RawRecord> row : Exports.read(RecordFormat.jsonLines(CRM, "id").rowLimit(100), noise)) {
            assertThat(row.value().isPresent()).isEqualTo(row.problems().isEmpty());
        }
    }

    @Property(tries = 300)
    void aBrokenRowNeverTakesTheRowsAfterItAlong(@ForAll("brokenRow") String broken) {
        String text = "id,name\n" + broken + "\n1,\"Ada\"\n2,Bob\n";
        assertThat(Exports.shown(Exports.read(RecordFormat.csv(CRM, "id"), text)))
                .endsWith("3 crm/1 name=Ada", "4 crm/2 name=Bob");
    }

    @Property(tries = 100)
    void noMessageAndNoTextFormShowsWhatStandsInARow(
            @ForAll @AlphaChars @StringLength(min = 12, max = 20) String secret) {
        String text = "id,name,at\n" + secret + ",2,3,4\n2," + secret + "," + secret + "\n2,,\n,\"" + secret + "\n5,\""
                + secret;
        List<Row<RawRecord>> rows = Exports.read(RecordFormat.csv(CRM, "id").assertedAt("at"), text);
        assertThat(rows).hasSize(5);
        for (Row<RawRecord> row : rows) {
            assertThat(row.toString()).doesNotContain(secret);
            row.problems().forEach(problem -> assertThat(problem.message()).doesNotContain(secret));
        }
    }

    private static RecordFormat.Builder complete(RecordFormat.Builder format) {
        return format.assertedAt("at").version("v").deleted("gone").allowRepeatedKeys();
    }

    private static List<RawRecord> writtenAndRead(RecordFormat format, List<RawRecord> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> columns = List.of("name", "氏名", "a.b", "a.b");
        try (RecordWriter writer = format.write(bytes, "export", columns)) {
            records.forEach(writer::write);
        }
        List<RawRecord> read = new ArrayList<>();
        try (RowReader<RawRecord> rows = format.read(new ByteArrayInputStream(bytes.toByteArray()), "export")) {
            rows.forEachRemaining(row -> read.add(withoutPlace(row.value().orElseThrow())));
        }
        return read;
    }

    private static RawRecord withoutPlace(RawRecord record) {
        RawRecord.Builder copy = RawRecord.builder(record.recordId()).version(record.version());
        record.assertedAt().ifPresent(copy::assertedAt);
        if (record.deleted()) {
            copy.deleted();
        }
        for (RawField field : record.fields()) {
            copy.field(field.name(), field.text());
        }
        return copy.build();
    }

    @Provide
    Arbitrary<List<RawRecord>> records() {
        return record().list();
    }

    private static Arbitrary<RawRecord> record() {
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(-2_000_000_000L, 4_000_000_000L)
                .map(second -> Instant.ofEpochSecond(second, 120_003));
        return Combinators.combine(
                        Arbitraries.strings()
                                .withChars("abc7-ｱ山")
                                .ofMinLength(1)
                                .ofMaxLength(8),
                        text(),
                        text(),
                        text(),
                        times.optional(),
                        Arbitraries.of("", "3", "v/2"),
                        Arbitraries.of(true, false))
                .as((key, first, second, third, time, version, deleted) -> {
                    RawRecord.Builder record =
                            RawRecord.builder(CRM.record(key)).version(version);
                    time.ifPresent(record::assertedAt);
                    if (deleted) {
                        record.deleted();
                    }
                    record.field(NAMES.get(0), first).field(NAMES.get(1), second);
                    return record.field(NAMES.get(2), third)
                            .field(NAMES.get(2), first)
                            .build();
                });
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("a\";,\r\n\\\t ").ofMaxLength(12),
                Arbitraries.strings()
                        .all()
                        .ofMaxLength(10)
                        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text)));
    }

    @Provide
    Arbitrary<byte[]> noise() {
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
                Arbitraries.strings()
                        .withChars("ab,\"\n\r{}[]:1é")
                        .ofMaxLength(200)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<String> brokenRow() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("ab\"é ").ofMaxLength(5);
        return cell.list().ofMinSize(3).ofMaxSize(5).map(cells -> String.join(",", cells));
    }
}
