package dev.cdm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.Customers;
import dev.cdm.core.MergeReceipt;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A decision made again is the same, whatever came after it. */
class ReplayTest {

    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();
    private static final PurposeId NEWS = new PurposeId("news");
    private static final RecordId ONE = SHOP.record("1");
    private static final RecordId TWO = SHOP.record("2");
    private static final Instant START = Instant.parse("2025-03-01T10:00:00Z");

    private Instant now = START;
    private final Customers customers = Customers.over(MemoryStorage.create())
            .sources(SHOP)
            .kinds(new ConsentKinds())
            .clock(() -> now)
            .build();
    private final Consents consents = Consents.over(customers)
            .purposes(Purpose.builder("news", "News").build())
            .build();

    @Test
    void eventsThatArriveLaterWithEarlierTimesChangeNothing() {
        receive();
        happened(EventKind.GIVEN, ONE, now);
        seal();
        ConsentQuery byInstant = ask(ONE).knownAt(now).build();
        ConsentQuery byPosition = ask(ONE).knownAt(1).build();
        Decision then = consents.decide(byInstant);
        assertThat(then.reason()).isEqualTo(Reason.CONSENT);
        assertThat(then.position()).isEqualTo(1);
        assertThat(consents.decide(byPosition)).isEqualTo(then);

        now = now.plusSeconds(60);
        happened(EventKind.WITHDRAWN, ONE, START.minus(Duration.ofDays(1)));
        happened(EventKind.OBJECTED, ONE, START.minus(Duration.ofDays(2)));
        seal();
        assertThat(consents.decide(ask(ONE).build()).reason()).isEqualTo(Reason.OBJECTED);
        assertThat(consents.replay(then, byInstant)).isEqualTo(then);
        assertThat(consents.replay(then, byPosition)).isEqualTo(then);
    }

    @Test
    void whoWasLinkedIsThatOfTheDecisionAndNotThatOfThePosition() {
        receive();
        happened(EventKind.GIVEN, ONE, now);
        happened(EventKind.WITHDRAWN, TWO, now);
        seal();
        ConsentQuery apart = ask(ONE).knownAt(now).build();
        Decision before = consents.decide(apart);
        now = now.plusSeconds(60);
        MergeReceipt merge = customers.merge(ONE, TWO, "steward", "");
        now = now.plusSeconds(60);
        ConsentQuery together = ask(ONE).knownAt(now).build();
        Decision merged = consents.decide(together);
        assertThat(before.reason()).isEqualTo(Reason.CONSENT);
        assertThat(merged.reason()).isEqualTo(Reason.WITHDRAWN);
        now = now.plusSeconds(60);
        customers.unmerge(merge, "steward", "");
        happened(EventKind.GIVEN, TWO, START.minusSeconds(5));
        seal();
        assertThat(consents.replay(before, apart)).isEqualTo(before);
        assertThat(consents.replay(merged, together)).isEqualTo(merged);
    }

    @Test
    void whoWasUnknownThenStaysUnknown() {
        ConsentQuery query = ask(ONE).knownAt(now).build();
        Decision then = consents.decide(query);
        assertThat(then.reason()).isEqualTo(Reason.UNKNOWN_SUBJECT);
        now = now.plusSeconds(60);
        receive();
        happened(EventKind.GIVEN, ONE, START.minusSeconds(60));
        seal();
        assertThat(consents.replay(then, query)).isEqualTo(then);
    }

    @Test
    void aProvisionalDecisionIsNotReplayed() {
        receive();
        happened(EventKind.GIVEN, ONE, now);
        ConsentQuery query = ask(ONE).build();
        Decision provisional = consents.decide(query);
        assertThatThrownBy(() -> consents.replay(provisional, query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("provisional");
    }

    private void receive() {
        for (RecordId record : new RecordId[] {ONE, TWO}) {
            customers.receive(RawRecord.of(record, Map.of("name", "Example " + record.key())));
        }
        now = now.plusSeconds(60);
    }

    private void happened(EventKind kind, RecordId record, Instant asserted) {
        consents.record(
                ConsentEvent.of(kind, record, NEWS).at(asserted).received(now).build());
        now = now.plusSeconds(60);
    }

    private void seal() {
        assertThat(consents.seal()).isPositive();
        now = now.plusSeconds(60);
    }

    private ConsentQuery.Builder ask(RecordId record) {
        return ConsentQuery.about(record.text(), NEWS, now);
    }
}
