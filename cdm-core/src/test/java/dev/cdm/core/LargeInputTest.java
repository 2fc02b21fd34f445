package dev.cdm.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.format.RecordFormat;
import dev.cdm.core.format.RowReader;
import dev.cdm.core.ingest.IntakeReport;
import dev.cdm.core.ingest.IntakeResult;
import dev.cdm.core.ingest.IntakeResult.Verdict;
import dev.cdm.core.ingest.Quarantine;
import dev.cdm.core.ingest.QuarantinedRecord;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import dev.cdm.core.validate.IntakePolicy;
import dev.cdm.core.validate.Outcome;
import dev.cdm.core.validate.Validator;
import dev.cdm.core.validate.Violation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fields of ten megabytes, over a database that keeps bodies of one: each is told, and the others come in. */
class LargeInputTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();
    private static final int HUGE = 10_000_000;

    private final Storage storage = storage();
    private final Customers customers = Customers.over(storage)
            .sources(CRM)
            .validator(onUnknown(Outcome.QUARANTINE))
            .build();

    private static Storage storage() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:large" + System.identityHashCode(source) + ";DB_CLOSE_DELAY=-1");
        return JdbcStorage.builder(source)
                .codecs(JsonCodecs.of())
                .tombstoneKey(TombstoneKey.of(new byte[32]))
                .build();
    }

    private static Validator onUnknown(Outcome outcome) {
        return Validator.standard().with(IntakePolicy.standard().on("field.unknown", outcome));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private IntakeReport read(RecordFormat format, String text) {
        try (RowReader<RawRecord> rows =
                format.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "people")) {
            return customers.receive(rows, progress -> {});
        }
    }

    private List<QuarantinedRecord> aside() {
        return customers.read(
                work -> Quarantine.in(work).of("crm", Cursor.START, 10).items());
    }

    private void theOthersCameIn() {
        for (String key : List.of("1", "3")) {
            assertThat(customers.profile(CRM.record(key)).orElseThrow().value(StandardSchema.EMAIL))
                    .isPresent();
        }
    }

    @Test
    void aRowBeyondTheLimitIsNamedWithFileAndRow() {
        String huge = "x".repeat(HUGE);
        IntakeReport csv = read(
                RecordFormat.csv(CRM, "Id").build(),
                "Id,mail,note\n1,a@example.com,\n2,b@example.com," + huge + "\n3,c@example.com,\n");
        IntakeReport json = read(
                RecordFormat.jsonLines(CRM, "Id").build(),
                "{\"Id\":\"1\",\"mail\":\"a@example.com\"}\n{\"Id\":\"2\",\"note\":\"" + huge
                        + "\"}\n{\"Id\":\"3\",\"mail\":\"c@example.com\"}\n");
        for (IntakeReport report : List.of(csv, json)) {
            assertThat(report.count(Verdict.UNREADABLE)).isEqualTo(1);
            assertThat(report.results().get(0).toString())
                    .containsPattern("people:[23] UNREADABLE")
                    .contains("row.too-long");
        }
        theOthersCameIn();
    }

    @Test
    void aFieldThatTheReaderLetsThroughIsKeptAsideToItsBeginning() {
        String huge = "\"\"".repeat(HUGE / 2);
        IntakeReport report = read(
                RecordFormat.csv(CRM, "Id").rowLimit(3 * HUGE).build(),
                "Id,mail,shoe\n1,a@example.com,\n2,b@example.com,\"" + huge + "\"\n3,c@example.com,\n");
        assertThat(report.count(Verdict.QUARANTINED))
                .as(report.results().toString())
                .isEqualTo(1);
        IntakeResult result = report.results().get(0);
        assertThat(result.problems()).extracting(Violation::path).contains("shoe");
        assertThat(result.problems().toString()).contains("5000000 characters").contains("the first 10000 are kept");
        assertThat(aside())
                .singleElement()
                .satisfies(kept -> assertThat(kept.record().fields())
                        .contains(new RawField("mail", "b@example.com"))
                        .contains(new RawField("shoe", "\"".repeat(10_000))));
        theOthersCameIn();
    }

    @Test
    void recordsOfTheHostAreJudgedAlike() {
        Customers open = Customers.over(storage).sources(CRM).build();
        RawRecord.Builder many = RawRecord.builder(CRM.record("many"));
        for (int i = 0; i < 3_000; i++) {
            many.field("interest", ("\u0001" + i + ";").repeat(1_000));
        }
        IntakeReport report = open.receive(
                RawRecord.of(CRM.record("1"), Map.of("mail", "a@example.com", "shoe", "n".repeat(HUGE))),
                RawRecord.of(
                        CRM.record("2"),
                        Map.of("mail", "b".repeat(HUGE), "name", "\u0001".repeat(HUGE), "tel", "+1 202 555 0142")),
                many.build(),
                RawRecord.of(CRM.record("3"), Map.of("mail", "c@example.com")));
        assertThat(report.results())
                .extracting(IntakeResult::verdict)
                .containsExactly(
                        Verdict.ACCEPTED_WITH_WARNING,
                        Verdict.ACCEPTED_WITH_WARNING,
                        Verdict.QUARANTINED,
                        Verdict.ACCEPTED);
        assertThat(report.results().get(2).problems())
                .extracting(Violation::code)
                .contains("record.too_large");
        theOthersCameIn();
    }
}
