package dev.cdm.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.identity.LinkEvent;
import dev.cdm.core.identity.LinkEvent.Barrier;
import dev.cdm.core.identity.NearTexts;
import dev.cdm.core.identity.Partition;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.permission.Permission;
import dev.cdm.core.permission.UseGate;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gate permits may change after a link was made: one call, and the link is not used any more. */
class GateChangesTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();
    private static final RecordId ANN = CRM.record("1");
    private static final RecordId BUYER = CRM.record("2");
    private static final RecordId READER = CRM.record("3");
    private static final RecordId STRANGER = CRM.record("9");

    private final Storage storage = MemoryStorage.create();
    private final Set<RecordId> refusing = new LinkedHashSet<>();
    private final Customers customers =
            Customers.over(storage).sources(CRM).finder(new NearTexts()).build();

    @BeforeEach
    void threeRecordsOfOnePersonAndAStranger() {
        customers.guard(
                UseGate.closed(),
                (first, second, work) -> refusing.contains(first) || refusing.contains(second)
                        ? Permission.refuse("WITHDRAWN")
                        : Permission.grant());
        customers.receive(
                RawRecord.of(ANN, Map.of("email", "ann@example.com", "description", "collects stamps")),
                RawRecord.of(BUYER, Map.of("email", "ann@example.com")),
                RawRecord.of(READER, Map.of("description", "collects stamp")),
                RawRecord.of(STRANGER, Map.of("email", "bob@example.com")));
        assertThat(together(ANN)).containsExactly(ANN, BUYER, READER);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private List<RecordId> together(RecordId record) {
        return customers.profile(record).orElseThrow().recordIds();
    }

    private ProfileId id(RecordId record) {
        return customers.profile(record).orElseThrow().id();
    }

    private List<LinkEvent> ledger() {
        return customers.read(work ->
                work.log(IdentityKinds.LINK_EVENTS).feed(Cursor.START, 1_000).items());
    }

    private long version(ProfileId id) {
        return customers.read(work -> work.table(IdentityKinds.PROFILE_HEADS)
                .versions(List.of(id.text()))
                .getOrDefault(id.text(), 0L));
    }

    @Test
    void aRefusedLinkIsNotUsedFromTheReevaluationOnWhateverMadeIt() {
        ProfileId stranger = id(STRANGER);
        long untouched = version(stranger);
        for (RecordId refused : List.of(BUYER, READER)) {
            refusing.add(refused);
            customers.identities().reevaluate(List.of(refused), "consent", "WITHDRAWN");
            assertThat(together(refused)).containsExactly(refused);
            assertThat(together(ANN)).doesNotContain(refused);
        }
        customers.receive(
                RawRecord.of(CRM.record("4"), Map.of("email", "ann@example.com", "description", "collects stamps")));
        assertThat(together(ANN)).containsExactly(ANN, CRM.record("4"));
        assertThat(version(stranger)).isEqualTo(untouched);
    }

    @Test
    void aRefusalLeavesATraceOfIdsAndCodesOnce() {
        refusing.add(READER);
        refusing.add(BUYER);
        customers.identities().reevaluate(List.of(READER, BUYER), "consent", "WITHDRAWN");
        Partition.Explanation why = customers.explain(id(ANN));
        assertThat(why.refused())
                .allSatisfy(refused -> assertThat(refused.barrier()).isEqualTo(Barrier.GATE))
                .extracting(LinkEvent.RefusedEdge::detail)
                .contains("WITHDRAWN");
        List<LinkEvent> ledger = ledger();
        assertThat(ledger.toString()).contains("WITHDRAWN").doesNotContain("stamp", "ann@");
        assertThat(ledger)
                .filteredOn(LinkEvent.Refused.class::isInstance)
                .extracting(LinkEvent::records)
                .contains(Set.of(ANN, READER), Set.of(ANN, BUYER));
        customers.identities().reevaluate(List.of(READER, BUYER, ANN), "consent", "");
        assertThat(ledger()).isEqualTo(ledger);
    }

    @Test
    void whatIsPermittedAgainIsLinkedAgainUnderTheSameId() {
        ProfileId before = id(ANN);
        refusing.add(ANN);
        customers.identities().reevaluate(List.of(ANN), "consent", "");
        assertThat(together(ANN)).containsExactly(ANN);
        refusing.clear();
        customers.identities().reevaluate(List.of(ANN), "consent", "");
        assertThat(together(BUYER)).containsExactly(ANN, BUYER, READER);
        assertThat(id(BUYER)).isEqualTo(before);
    }
}
