package dev.cdm.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.Customers;
import dev.cdm.core.ingest.IntakeResult.Verdict;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourcePosition;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.VersionConflictException;
import dev.cdm.core.storage.memory.MemoryStorage;
import dev.cdm.core.validate.IntakePolicy;
import dev.cdm.core.validate.Outcome;
import dev.cdm.core.validate.Validator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IngestTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();
    private static final RecordId ANN = CRM.record("4711");
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    private final Storage storage = MemoryStorage.create();
    private final Customers strict = Customers.over(storage)
            .sources(CRM)
            .validator(Validator.standard()
                    .with(IntakePolicy.standard()
                            .on("email.malformed", Outcome.QUARANTINE)
                            .on("field.unknown", Outcome.REJECT)))
            .build();

    private List<QuarantinedRecord> aside() {
        return strict.read(
                work -> Quarantine.in(work).of("crm", Cursor.START, 10).items());
    }

    @Test
    void aQuarantinedRecordIsKeptAsItCameAndBelongsToNoProfile() {
        RawRecord bad = RawRecord.builder(ANN)
                .field("Full Name", "Ann \0Lee\ud800")
                .field("E-Mail", "no at sign")
                .field("passport", "X1234567")
                .assertedAt(NOON)
                .version("7")
                .position(new SourcePosition("crm.csv", 5))
                .build();
        IntakeReport report = strict.receive(bad);
        assertThat(report.count(Verdict.QUARANTINED)).isEqualTo(1);
        assertThat(report.results().get(0).toString()).contains("crm.csv:5", "crm/4711", "QUARANTINED");
        assertThat(report.results().get(0).profileId()).isEmpty();
        assertThat(strict.profile(ANN)).isEmpty();

        QuarantinedRecord kept = aside().get(0);
        assertThat(kept.record().fields())
                .containsExactly(
                        new RawField("Full Name", "Ann \ufffdLee\ufffd"), new RawField("E-Mail", "no at sign"));
        assertThat(kept.record().assertedAt()).contains(NOON);
        assertThat(kept.toString()).doesNotContain("Lee");
        strict.receive(bad);
        assertThat(aside()).hasSize(1);
    }

    @Test
    void aCorrectedRecordIsReceivedAndTheOldOneDiscarded() {
        strict.receive(RawRecord.of(ANN, Map.of("E-Mail", "no at sign")));
        strict.receive(RawRecord.of(ANN, Map.of("E-Mail", "ann@example.com")));
        String id = aside().get(0).id();
        assertThat(strict.<Integer>write(work -> Quarantine.in(work).discard(List.of(id))))
                .isEqualTo(1);
        assertThat(aside()).isEmpty();
        assertThat(strict.profile(ANN).orElseThrow().value(StandardSchema.EMAIL))
                .isPresent();
    }

    @Test
    void erasingAPersonWhoIsInQuarantineOnlyEmptiesItForGood() {
        strict.receive(RawRecord.of(ANN, Map.of("E-Mail", "no at sign")));
        assertThat(strict.erase(List.of(ANN), "dpo", "request 4").erased()).containsEntry("quarantine", 1);
        assertThat(aside()).isEmpty();
        IntakeReport again = strict.receive(RawRecord.of(ANN, Map.of("E-Mail", "still no sign")));
        assertThat(again.count(Verdict.REFUSED_ERASED)).isEqualTo(1);
        assertThat(again.results().get(0).problems()).isEmpty();
        assertThat(aside()).isEmpty();
    }

    @Test
    void aRejectedRecordLeavesNothing() {
        IntakeReport report = strict.receive(RawRecord.of(ANN, Map.of("shoe", "38")));
        assertThat(report.count(Verdict.REJECTED)).isEqualTo(1);
        assertThat(report.verdicts()).containsOnlyKeys(Verdict.REJECTED);
        assertThat(report.outcomes()).isEmpty();
        assertThat(aside()).isEmpty();
        assertThat(strict.profile(ANN)).isEmpty();
    }

    @Test
    void aConflictIsTriedAgainAndTheLastOneIsTold() {
        AtomicInteger attempts = new AtomicInteger();
        ConflictRetry retry = new ConflictRetry(3, attempts::incrementAndGet);
        String done = retry.write(storage, work -> {
            if (attempts.get() < 2) {
                throw new VersionConflictException("kind", "key");
            }
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThatThrownBy(() -> retry.write(storage, work -> {
                    throw new VersionConflictException("kind", "key");
                }))
                .isInstanceOf(VersionConflictException.class);
        assertThat(attempts).hasValue(4);
    }
}
