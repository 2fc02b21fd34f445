package dev.cdm.consent.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.compiled.Question;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every sequence of up to three events, of every kind, for the purpose asked about, the one above and the one below, with
 * low and high assurance, in every order of times, ties among them. 96 events make 96 + (96² + 4,656) + (96³ + 2 · 446,976
 * + 152,096) = 1,944,752 histories: of events at one time the order of naming does not matter. The reference, the
 * engine and the compiled policy give the same reason on each.
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

    private static final Map<String, ConsentEvent> NAMED = new HashMap<>();

    private final PolicyEngine engine = new PolicyEngine(PURPOSES);
    private final CompiledPolicy compiled = new CompiledPolicy(engine);
    private final ConsentQuery query = Case.ask(ASKED, 9).build();
    private final Question question = compiled.question(query);
    private long cases;

    @Test
    void allThreeAgreeOnEverySequenceOfUpToThreeEvents() {
        agree(at(1), List.of(), List.of());
        agree(at(1), at(2), List.of());
        agree(at(1), at(1), List.of());
        agree(at(1), at(2), at(3));
        agree(at(1), at(1), at(2));
        agree(at(1), at(2), at(2));
        agree(at(1), at(1), at(1));
        assertThat(cases).isEqualTo(1_944_752);
    }

    private void agree(List<ConsentEvent> firsts, List<ConsentEvent> seconds, List<ConsentEvent> thirds) {
        boolean firstTied = tied(firsts, seconds);
        boolean secondTied = tied(seconds, thirds);
        for (int i = 0; i < firsts.size(); i++) {
            ConsentEvent first = named(firsts.get(i), "a");
            if (seconds.isEmpty()) {
                agree(List.of(first));
            }
            for (int j = firstTied ? i : 0; j < seconds.size(); j++) {
                ConsentEvent second = named(seconds.get(j), "b");
                if (thirds.isEmpty()) {
                    agree(List.of(first, second));
                }
                for (int k = secondTied ? j : 0; k < thirds.size(); k++) {
                    agree(List.of(first, second, named(thirds.get(k), "c")));
                }
            }
        }
    }

    private static boolean tied(List<ConsentEvent> some, List<ConsentEvent> others) {
        return !some.isEmpty()
                && !others.isEmpty()
                && some.get(0).time().equals(others.get(0).time());
    }

    private void agree(List<ConsentEvent> events) {
        cases++;
        ConsentHistory history = ConsentHistory.of(events);
        Decision decided = engine.decide(query, history);
        Reason plain = compiled.answer(question, compiled.subject(history, query.zone()), query.effectiveAt());
        ReferenceAnswer reference = ReferenceInterpreter.answer(PURPOSES, List.of(), "", query, events);
        if (decided.reason() != reference.reason() || decided.reason() != plain) {
            throw new AssertionError(events + " is decided as " + decided + ", " + plain + " and " + reference);
        }
    }

    private static ConsentEvent named(ConsentEvent event, String prefix) {
        return NAMED.computeIfAbsent(prefix + event.id(), id -> event(event, id));
    }

    private static ConsentEvent event(ConsentEvent event, String id) {
        ConsentEventBuilder builder = event.toBuilder(event.kind()).id(id).covering(List.of(ASKED));
        event.basis().ifPresent(builder::basis);
        return builder.build();
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
