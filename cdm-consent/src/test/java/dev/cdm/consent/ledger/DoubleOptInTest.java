package dev.cdm.consent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoubleOptInTest {

    private static final String TOKEN = "f3b1c07a9e5d4d8f";
    private static final Instant TIME = Instant.parse("2025-03-01T10:00:00Z");
    private static final RecordId WHO = new RecordId("letter", "7");

    private final Storage storage = MemoryStorage.create();
    private final ConsentEvent request = ConsentEvent.of(EventKind.REQUESTED, WHO, new PurposeId("news"))
            .at(TIME)
            .contactPoint("hanako@example.org")
            .notice("privacy@1")
            .build();

    DoubleOptInTest() {
        storage.prepare(
                List.of(ConsentLedger.EVENTS, ConsentLedger.HEADS, ConsentLedger.GUARDIANS, DoubleOptIn.PENDING),
                SchemaMode.CREATE);
    }

    @Test
    void aTokenConfirmsOnceAndTheConsentSpeaksOfTheSame() {
        request();
        ConsentEvent confirmed = confirm(TOKEN, TIME.plusSeconds(60)).orElseThrow();
        assertThat(confirmed.kind()).isEqualTo(EventKind.CONFIRMED);
        assertThat(confirmed.scope()).isEqualTo(request.scope());
        assertThat(confirmed.supersedes()).containsExactly(request.id());
        assertThat(confirmed.time().grantFrom()).isEqualTo(TIME.plusSeconds(60));
        assertThat(confirm(TOKEN, TIME.plusSeconds(61))).isEmpty();
        assertThat(events()).hasSize(2);
    }

    @Test
    void anExpiredOrUnknownTokenConfirmsNothing() {
        request();
        assertThat(confirm(TOKEN, TIME.plusSeconds(3600))).isEmpty();
        assertThat(confirm("0000000000000000", TIME)).isEmpty();
        assertThat(events()).containsExactly(request);
    }

    @Test
    void onlyTheHashOfTheTokenIsKept() {
        request();
        assertThat(storage.<String>read(work -> work.table(DoubleOptIn.PENDING)
                        .by("subject", WHO.text(), WHO.text(), Cursor.START, 9)
                        .items()
                        .get(0)
                        .document()
                        .hash()))
                .isNotEqualTo(TOKEN)
                .hasSize(27);
    }

    @Test
    void whatIsNoRequestAndWhatIsTooShortIsRefused() {
        assertThatThrownBy(() -> storage.write(work -> {
                    DoubleOptIn.in(work)
                            .request(request.toBuilder(EventKind.GIVEN).build(), TOKEN, TIME);
                    return 0;
                }))
                .hasMessageContaining("REQUESTED");
        assertThatThrownBy(() -> confirm("short", TIME)).hasMessageContaining("at least 16");
    }

    private void request() {
        storage.write(work -> {
            DoubleOptIn.in(work).request(request, TOKEN, TIME.plusSeconds(3600));
            return 0;
        });
    }

    private Optional<ConsentEvent> confirm(String token, Instant at) {
        return storage.write(work -> DoubleOptIn.in(work).confirm(token, at));
    }

    private List<ConsentEvent> events() {
        return storage.read(work -> ConsentLedger.in(work).history(List.of(WHO)).events());
    }
}
