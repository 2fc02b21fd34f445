package dev.cdm.consent.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.ConsentKinds;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.guardian.Guardianship;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.ledger.ConsentLedger.Head;
import dev.cdm.consent.ledger.ConsentLedger.Seal;
import dev.cdm.consent.ledger.DoubleOptIn;
import dev.cdm.consent.ledger.DoubleOptIn.Pending;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.recipient.Disclosed;
import dev.cdm.consent.recipient.DisclosureLog;
import dev.cdm.consent.suppression.SuppressionList;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.UnreadableBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The golden files are bodies as this version writes them: later versions must still read them. */
class ConsentBodiesTest {

    private static final Instant TIME = Instant.parse("2025-03-01T10:00:00.123456789Z");
    private static final RecordId WHO = new RecordId("shop", "c-88");

    private final Codecs codecs = JsonCodecs.of(new ConsentBodies());

    @Test
    void everyKindOfTheModuleHasACodec() {
        assertThat(new ConsentBodies().codecs())
                .extracting(codec -> (Object) codec.kind())
                .containsExactlyElementsOf(new ConsentKinds().all());
    }

    @Test
    void aFullEventIsReadAsItWasWritten() {
        golden(
                "event-full-v1.json",
                ConsentLedger.EVENTS,
                ConsentEvent.given(WHO, new PurposeId("news"))
                        .id("e-1")
                        .at(TIME)
                        .received(TIME.plusSeconds(7))
                        .source("web")
                        .seq(12)
                        .clock(Duration.ofMinutes(2), true)
                        .assurance(Assurance.SUBSTANTIAL)
                        .covering(List.of(new PurposeId("ads"), new PurposeId("offers")))
                        .categories(List.of("health", "purchase"))
                        .channel(Channel.EMAIL)
                        .contactPoint("hanako@example.org")
                        .controller("example")
                        .regime("eu-gdpr")
                        .notice("privacy@7")
                        .locale("ja")
                        .method(Method.EXPLICIT)
                        .actor(Actor.GUARDIAN)
                        .evidence("sha256:00ff")
                        .supersedes(List.of("e-0"))
                        .expires(TIME.plusSeconds(99))
                        .build());
    }

    @Test
    void aShortEventIsReadAsItWasWritten() {
        golden(
                "event-short-v1.json",
                ConsentLedger.EVENTS,
                ConsentEvent.groundStarted(WHO, new PurposeId("order"), LegalBasis.CONTRACT)
                        .at(TIME)
                        .build());
    }

    @Test
    void headsSealsAndEntriesAreReadAsTheyWereWritten() {
        golden("head-v1.json", ConsentLedger.HEADS, new Head(WHO, 3));
        golden("seal-v1.json", ConsentLedger.SEALS, new Seal("0001", 1, TIME, List.of("h1", "h2"), "c9"));
        RecordId parent = new RecordId("shop", "c-7");
        golden(
                "guardianship-v1.json",
                ConsentLedger.GUARDIANS,
                new Guardianship(WHO, parent, TIME, TIME.plusSeconds(9), "check-1"));
        ConsentEvent request = ConsentEvent.of(EventKind.REQUESTED, WHO, new PurposeId("news"))
                .id("r-1")
                .at(TIME)
                .build();
        golden("opt-in-v1.json", DoubleOptIn.PENDING, new Pending("h", request, TIME));
        golden(
                "disclosure-v1.json",
                DisclosureLog.ENTRIES,
                new Disclosed(
                        "d-1", Set.of(WHO), new RecipientId("mailer"), new PurposeId("news"), Set.of("email"), TIME));
        golden("suppression-v1.json", SuppressionList.ENTRIES, new SuppressionList.Entry("h", "complaint", TIME));
    }

    @Test
    void aDamagedBodyIsUnreadable() {
        for (String body : List.of("", "{}", "{\"id\":1}", "{\"kind\":\"GIVEN\"", "[]", "null")) {
            assertThatThrownBy(() -> codecs.decode(ConsentLedger.EVENTS, 1, body))
                    .isInstanceOf(UnreadableBodyException.class);
        }
    }

    private <T> void golden(String file, Kind<T> kind, T fact) {
        String stored = resource(file);
        assertThat(codecs.encode(kind, fact)).isEqualTo(stored);
        assertThat(codecs.decode(kind, 1, stored)).isEqualTo(fact);
    }

    private static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(ConsentBodiesTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
