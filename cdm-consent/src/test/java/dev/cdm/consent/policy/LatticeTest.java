package dev.cdm.consent.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every sequence of up to three events, one a minute, of every kind, for the purpose asked about, the one above and the
 * one below, with low and high assurance: 96 + 96² + 96³ = 894,048 histories. Engine and reference agree on each.
 */
class LatticeTest {

    private static final PurposeId ABOVE = new PurposeId("above");
    private static final PurposeId ASKED = new PurposeId("asked");
    private static final PurposeId BELOW = new PurposeId("below");
    private static final Purposes PURPOSES = Purposes.of(
            Purpose.builder("above", "Above").build(),
            Purpose.builder("asked", "Asked")
                    .under("above")
                    .bases(LegalBasis.CONSENT, LegalBasis.LEGITIMATE_INTEREST)
                    .build(),
            Purpose.builder("below", "Below").under("asked").build());

    private final PolicyEngine engine = new PolicyEngine(PURPOSES);
    private final ConsentQuery query = Case.ask(ASKED, 9).build();
    private long cases;

    @Test
    void engineAndReferenceAgreeOnEverySequenceOfUpToThreeEvents() {
        List<List<ConsentEvent>> places = List.of(at(1), at(2), at(3));
        for (ConsentEvent first : places.get(0)) {
            agree(List.of(first));
            for (ConsentEvent second : places.get(1)) {
                agree(List.of(first, second));
                for (ConsentEvent third : places.get(2)) {
                    agree(List.of(first, second, third));
                }
            }
        }
        assertThat(cases).isEqualTo(894_048);
    }

    private void agree(List<ConsentEvent> events) {
        cases++;
        boolean decided = engine.decide(query, ConsentHistory.of(events)).permitted();
        if (decided != ReferenceInterpreter.permits(PURPOSES, List.of(), query, events)) {
            throw new AssertionError(events + " is decided as " + decided);
        }
    }

    private static List<ConsentEvent> at(int minute) {
        List<ConsentEvent> events = new ArrayList<>();
        for (EventKind kind : EventKind.values()) {
            for (PurposeId purpose : List.of(ABOVE, ASKED, BELOW)) {
                for (Assurance assurance : List.of(Assurance.LOW, Assurance.HIGH)) {
                    events.add(event(minute, kind, purpose, assurance));
                }
            }
        }
        return events;
    }

    private static ConsentEvent event(int minute, EventKind kind, PurposeId purpose, Assurance assurance) {
        ConsentEventBuilder event = Case.event(kind, Case.SHOP, purpose, minute)
                .id(minute + "-" + kind + "-" + purpose + "-" + assurance)
                .assurance(assurance)
                .covering(List.of(ASKED))
                .notice("privacy@1")
                .evidence("lia-1");
        return kind.effect() == EventKind.Effect.GROUND
                ? event.basis(LegalBasis.LEGITIMATE_INTEREST).build()
                : event.build();
    }
}
