package dev.cdm.consent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentEventTest {

    private static final RecordId WHO = new RecordId("shop", "c-88");
    private static final PurposeId NEWS = new PurposeId("news");
    private static final Instant TIME = Instant.parse("2025-03-01T10:00:00Z");

    @Test
    void theSameContentIsTheSameEventWheneverItArrives() {
        ConsentEvent first =
                ConsentEvent.given(WHO, NEWS).at(TIME).received(TIME).build();
        ConsentEvent again = ConsentEvent.given(WHO, NEWS)
                .at(TIME)
                .received(TIME.plusSeconds(9))
                .build();
        ConsentEvent other =
                ConsentEvent.given(WHO, NEWS).at(TIME).notice("privacy@2").build();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again).isNotEqualTo(first);
        assertThat(other.id()).isNotEqualTo(first.id());
    }

    @Test
    void theOrderInSetsDoesNotChangeTheId() {
        ConsentEvent first = ConsentEvent.given(WHO, NEWS)
                .at(TIME)
                .categories(List.of("email", "name"))
                .build();
        ConsentEvent second = ConsentEvent.given(WHO, NEWS)
                .at(TIME)
                .categories(List.of("name", "email"))
                .build();
        assertThat(second).isEqualTo(first).hasSameHashCodeAs(first);
    }

    @Test
    void textTellsNoContactPoint() {
        ConsentEvent event = ConsentEvent.withdrawn(WHO, NEWS)
                .at(TIME)
                .channel(Channel.EMAIL)
                .contactPoint("hanako@example.org")
                .evidence("proof-of-hanako")
                .build();
        assertThat(event.toString() + event.scope() + event.time()).doesNotContain("hanako");
        assertThat(event.scope().contactPoint()).isEqualTo("hanako@example.org");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> ConsentEvent.given(WHO, NEWS).build()).hasMessageContaining("`at`");
        assertThatThrownBy(() -> ConsentEvent.given(WHO, ConsentEvent.EVERY_PURPOSE)
                        .at(TIME)
                        .build())
                .hasMessageContaining("`purpose`");
        assertThatThrownBy(() -> ConsentEvent.given(WHO, NEWS)
                        .basis(LegalBasis.CONTRACT)
                        .at(TIME)
                        .build())
                .hasMessageContaining("`basis`");
        assertThatThrownBy(() -> ConsentEvent.groundStarted(WHO, NEWS, LegalBasis.CONSENT)
                        .at(TIME)
                        .build())
                .hasMessageContaining("`basis`");
        assertThatThrownBy(() -> ConsentEvent.of(EventKind.LEGAL_GROUND_ENDED, WHO, NEWS)
                        .at(TIME)
                        .build())
                .hasMessageContaining("`basis`");
        assertThatThrownBy(() ->
                        ConsentEvent.given(WHO, NEWS).id("\u0000").at(TIME).build())
                .hasMessageContaining("`id`");
    }

    @Test
    void aDenialMayNameEveryPurpose() {
        ConsentEvent all =
                ConsentEvent.withdrawn(WHO, ConsentEvent.EVERY_PURPOSE).at(TIME).build();
        assertThat(all.scope().purpose()).isEqualTo(ConsentEvent.EVERY_PURPOSE);
        assertThat(all.time().source()).isEqualTo("shop");
        assertThat(all.time().received()).isEqualTo(TIME);
    }
}
