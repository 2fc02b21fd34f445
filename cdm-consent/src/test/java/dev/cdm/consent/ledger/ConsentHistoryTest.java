package dev.cdm.consent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentHistoryTest {

    private static final Instant TIME = Instant.parse("2025-03-01T10:00:00Z");

    private final ConsentEvent early = event("b", 0);
    private final ConsentEvent slow = event("a", 60);
    private final ConsentEvent late = event("c", 30);

    @Test
    void eventsComeInTheOrderOfTheirIdsWhateverTheOrderGiven() {
        assertThat(ConsentHistory.of(List.of(late, slow, early, late)).events()).containsExactly(slow, early, late);
    }

    @Test
    void aPositionIsKnownForEver() {
        ConsentHistory two = ConsentHistory.inLogOrder(List.of(early, slow));
        ConsentHistory three = ConsentHistory.inLogOrder(List.of(early, slow, late));
        assertThat(three.knownAt(2).events()).isEqualTo(two.events());
        assertThat(three.knownAt(0).events()).isEmpty();
        assertThat(three.position()).hasValue(3);
    }

    @Test
    void anInstantMeansTheLastPositionSealedByThen() {
        ConsentHistory history = ConsentHistory.inLogOrder(List.of(early, slow, late));
        assertThat(history.positionAt(TIME.minusSeconds(1))).isZero();
        assertThat(history.positionAt(TIME.plusSeconds(45))).isEqualTo(1);
        assertThat(history.positionAt(TIME.plusSeconds(60))).isEqualTo(3);
    }

    @Test
    void withoutASealThereIsNoPosition() {
        assertThat(ConsentHistory.of(List.of(early)).position()).isEmpty();
        assertThat(ConsentHistory.of(List.of(early)).knownAt(99).events()).isEmpty();
        assertThat(ConsentHistory.empty().position()).hasValue(0);
    }

    @Test
    void twoDifferentEventsMustNotShareAnId() {
        assertThatThrownBy(() -> ConsentHistory.of(List.of(early, event("b", 5))))
                .hasMessageContaining("must not share an id");
    }

    private static ConsentEvent event(String id, int second) {
        return ConsentEvent.given(new RecordId("shop", "c-88"), new PurposeId("news"))
                .id(id)
                .at(TIME.plusSeconds(second))
                .build();
    }
}
