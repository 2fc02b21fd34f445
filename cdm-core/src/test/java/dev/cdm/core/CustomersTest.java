package dev.cdm.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.audit.ErasureReceipt;
import dev.cdm.core.format.RecordFormat;
import dev.cdm.core.identity.LinkVerdict.ContradictionException;
import dev.cdm.core.identity.LinkVerdict.Separation;
import dev.cdm.core.identity.Partition;
import dev.cdm.core.identity.Resolution.Outcome;
import dev.cdm.core.ingest.IntakeReport;
import dev.cdm.core.ingest.IntakeResult.Verdict;
import dev.cdm.core.ingest.Quarantine;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.permission.Permission;
import dev.cdm.core.permission.UseGate;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.StandardEvents;
import dev.cdm.core.timeline.TimelineQuery;
import dev.cdm.core.validate.Violation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).trust(80).build();
    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();
    private static final RecordId ANN = CRM.record("4711");
    private static final RecordId BUYER = SHOP.record("c-88");
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    private Instant now = NOON;
    private final Storage storage = MemoryStorage.create();
    private final Customers customers =
            Customers.over(storage).sources(CRM, SHOP).clock(this::tick).build();

    @AfterEach
    void close() {
        storage.close();
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    private IntakeReport receive(RecordId id, Map<String, String> fields) {
        return customers.receive(RawRecord.of(id, fields));
    }

    private void receiveBoth() {
        receive(ANN, Map.of("Full Name", "Ann Lee", "E-Mail", "Ann@Example.com"));
        receive(BUYER, Map.of("mail", "ann@example.com", "phone", "+1 202 555 0142"));
    }

    @Test
    void recordsThatShareAnAddressAreOneProfile() {
        receiveBoth();
        Profile profile = customers.profile(ANN).orElseThrow();
        assertThat(profile.recordIds()).containsExactly(ANN, BUYER);
        assertThat(profile.value(StandardSchema.PHONE).orElseThrow().e164()).isEqualTo("+12025550142");
        assertThat(profile.lineage(StandardSchema.EMAIL).ranked()).hasSize(1);
        assertThat(customers.find("email", " ANN@example.com")).containsExactly(profile.id());
        assertThat(customers.find(new Identifier(IdentifierType.PHONE, "+12025550142")))
                .containsExactly(profile.id());
        assertThat(customers.explain(profile.id()).held()).hasSize(1);
        assertThat(customers.profile(CRM.record("unknown"))).isEmpty();
    }

    @Test
    void theSameRecordAgainChangesNothing() {
        receiveBoth();
        IntakeReport again = receive(ANN, Map.of("Full Name", "Ann Lee", "E-Mail", "Ann@Example.com"));
        assertThat(again.unchanged()).isTrue();
        assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(1);
        assertThat(receive(ANN, Map.of("Full Name", "Ann Li")).unchanged()).isFalse();
    }

    @Test
    void aMergeIsTakenBackExactlyEvenAfterLaterWrites() {
        receive(ANN, Map.of("Full Name", "Ann Lee"));
        receive(BUYER, Map.of("Full Name", "A. Lee", "phone", "+1 202 555 0142"));
        Profile before = customers.profile(ANN).orElseThrow();
        Profile other = customers.profile(BUYER).orElseThrow();
        assertThat(customers.steward("steward", "").compare(ANN, BUYER).merged().recordIds())
                .containsExactly(ANN, BUYER);

        MergeReceipt merge = customers.merge(ANN, BUYER, "steward-1", "same person on the phone");
        assertThat(merge.redirected()).isPresent();
        assertThat(customers.profile(other.id()).orElseThrow().recordIds()).containsExactly(ANN, BUYER);
        assertThat(customers.resolve(merge.redirected().orElseThrow()))
                .isEqualTo(new Partition.Redirected(merge.profile()));
        receive(SHOP.record("c-99"), Map.of("phone", "+1 202 555 0142"));

        assertThat(customers.unmerge(merge, "steward-1", "mistake")).isTrue();
        assertThat(customers.profile(ANN)).contains(before);
        assertThat(customers.profile(BUYER).orElseThrow().id()).isEqualTo(other.id());
        assertThat(customers.profile(BUYER).orElseThrow().recordIds()).containsExactly(BUYER, SHOP.record("c-99"));
        assertThat(customers.unmerge(merge, "steward-1", "again")).isFalse();
    }

    @Test
    void aSeparationOutranksASharedAddressAndCanBeUndone() {
        receiveBoth();
        ProfileId together = customers.profile(ANN).orElseThrow().id();
        Separation separation = customers.separate(BUYER, "steward-1", "two persons share the address");
        assertThat(customers.profile(ANN).orElseThrow().recordIds()).containsExactly(ANN);
        assertThat(customers.profile(BUYER).orElseThrow().recordIds()).containsExactly(BUYER);
        assertThatThrownBy(() -> customers.merge(ANN, BUYER, "steward-2", ""))
                .isInstanceOf(ContradictionException.class);
        customers.undo(separation, "steward-1", "one person after all");
        assertThat(customers.profile(BUYER).orElseThrow().id()).isEqualTo(together);
    }

    @Test
    void everyProblemOfARecordIsReportedAtOnceAndTheRestIsUsed() {
        IntakeReport report = receive(
                ANN, Map.of("Full Name", "Ann Lee", "E-Mail", "no at sign", "birthday", "2024-02-31", "shoe", "38"));
        assertThat(report.results()).hasSize(1);
        assertThat(report.results().get(0).problems())
                .extracting(Violation::path)
                .contains("E-Mail", "birthday", "shoe");
        assertThat(report.problems()).containsKey("field.unknown");
        assertThat(report.toString() + report.results()).doesNotContain("no at sign");
        assertThat(customers.profile(ANN).orElseThrow().value(StandardSchema.NAME))
                .isPresent();
    }

    @Test
    void recordsOfUnknownSourcesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receive(new RecordId("web", "1"), Map.of("a", "b")))
                .withMessage("`system` must be a registered source system [crm, shop], was `web`");
    }

    @Test
    void eventsMakeATimelineAndBearTheirRecord() {
        RecordId visitor = SHOP.record("anon-5f2");
        Event view = Event.builder(visitor, StandardEvents.PAGE_VIEWED, NOON.minusSeconds(60), NOON)
                .build();
        assertThat(customers.append(List.of(view, view))).containsExactly(view.id());
        assertThat(customers.append(List.of(view))).isEmpty();
        ProfileId id = customers.profile(visitor).orElseThrow().id();
        assertThat(customers.timeline(id, TimelineQuery.all()).items()).containsExactly(view);
        assertThat(customers.export(id)).contains("page").doesNotContain("null");
    }

    @Test
    void anErasedPersonIsGoneFromEveryKindAndStaysRefused() {
        receiveBoth();
        customers.append(List.of(
                Event.builder(BUYER, StandardEvents.PAGE_VIEWED, NOON, NOON).build()));
        ProfileId id = customers.profile(ANN).orElseThrow().id();
        ErasureReceipt receipt = customers.erase(id, "dpo", "request 17");

        assertThat(receipt.records()).isEqualTo(2);
        assertThat(receipt.total()).isPositive();
        assertThat(receipt.remaining()).isZero();
        assertThat(receipt.erased()).containsEntry("event", 1);
        assertThat(customers.profile(id)).isEmpty();
        assertThat(customers.resolve(id)).isEqualTo(new Partition.Erased());
        assertThat(customers.find("email", "ann@example.com")).isEmpty();
        IntakeReport again = receive(ANN, Map.of("Full Name", "Ann Lee-Smith", "E-Mail", "Ann@Example.com"));
        assertThat(again.count(Verdict.REFUSED_ERASED)).isEqualTo(1);
        assertThat(customers.profile(ANN)).isEmpty();
        assertThat(customers.append(List.of(Event.builder(ANN, StandardEvents.PAGE_VIEWED, NOON, NOON)
                        .build())))
                .isEmpty();
        assertThat(customers.erase(id, "dpo", "again").records()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> customers.export(id));
    }

    @Test
    void aFileIsReadToItsEndWhateverItsRowsAre() {
        String file =
                "Id,Full Name,E-Mail\n1,Ann Lee,ann@example.com\n,No Key,x@example.com\n2,Bob Ray,bob@example.com,extra\n3,Cy Dee,cy@example.com\n";
        List<Long> rows = new ArrayList<>();
        try (var reader = RecordFormat.csv(CRM, "Id")
                .build()
                .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "crm.csv")) {
            IntakeReport report = customers.receive(reader, progress -> rows.add(progress.rows()));
            assertThat(report.total()).isEqualTo(4);
            assertThat(report.count(Verdict.UNREADABLE)).isEqualTo(2);
            assertThat(report.results())
                    .anySatisfy(result -> assertThat(result.toString()).contains("crm.csv:3", "UNREADABLE"));
        }
        assertThat(rows).containsExactly(4L);
        assertThat(customers.profile(CRM.record("3"))).isPresent();
    }

    @Test
    void metricsHearWhatHappens() {
        Map<String, Long> counts = new TreeMap<>();
        Metrics listener = new Metrics() {
            @Override
            public void count(String name, long amount) {
                counts.merge(name, amount, Long::sum);
            }

            @Override
            public void duration(String name, Duration duration) {
                counts.merge(name, 1L, Long::sum);
            }
        };
        Customers heard = Customers.over(storage).sources(CRM).metrics(listener).build();
        heard.receive(RawRecord.of(ANN, Map.of("Full Name", "Ann Lee")));
        heard.profile(ANN);
        assertThat(counts).containsEntry("intake.records", 1L).containsEntry("profile", 1L);
        assertThat(counts).containsEntry("intake.outcome.new", 1L);
    }

    @Test
    void aGateInstalledLaterIsAsked() {
        receive(ANN, Map.of("E-Mail", "ann@example.com"));
        customers.guard(UseGate.closed(), (first, second, work) -> Permission.refuse("NO_LINKING"));
        receive(BUYER, Map.of("E-Mail", "ann@example.com"));
        assertThat(customers.profile(BUYER).orElseThrow().recordIds()).containsExactly(BUYER);
        assertThat(customers
                        .explain(customers.profile(BUYER).orElseThrow().id())
                        .refused())
                .anySatisfy(edge -> assertThat(edge.detail()).isEqualTo("NO_LINKING"));
    }

    @Test
    void quarantineIsEmptyForGoodRecords() {
        receiveBoth();
        int kept = customers.read(
                work -> Quarantine.in(work).of("crm", Cursor.START, 10).items().size());
        assertThat(kept).isZero();
    }
}
