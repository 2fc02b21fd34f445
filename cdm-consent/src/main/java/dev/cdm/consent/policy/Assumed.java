package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.core.model.RecordId;
import java.util.ArrayList;
import java.util.List;

/** Consents that a person could give, from the cheapest on. */
final class Assumed {

    private static final RecordId ASSUMED = new RecordId("assumed", "person");

    private Assumed() {}

    static List<ConsentEvent> consents(ConsentQuery query, ConsentHistory history) {
        List<ConsentEvent> events = new ArrayList<>();
        for (Actor actor : List.of(Actor.SELF, Actor.GUARDIAN)) {
            for (Method method : List.of(Method.AFFIRMATIVE, Method.EXPLICIT, Method.WRITTEN)) {
                events.add(consent(query, history, actor, method));
            }
        }
        return events;
    }

    /* As strong as can be in everything that costs the person nothing: named, confirmed, after all denials. */
    private static ConsentEvent consent(ConsentQuery query, ConsentHistory history, Actor actor, Method method) {
        ConsentEventBuilder event = ConsentEvent.of(EventKind.CONFIRMED, ASSUMED, query.purpose())
                .at(query.effectiveAt())
                .assurance(Assurance.HIGH)
                .controller(query.controller())
                .categories(query.categories())
                .supersedes(history.events().stream().map(ConsentEvent::id).toList())
                .actor(actor)
                .method(method);
        history.events().stream()
                .map(old -> old.evidence().notice())
                .filter(notice -> !notice.isEmpty())
                .findFirst()
                .ifPresent(event::notice);
        return event.build();
    }

    static String describe(ConsentEvent event) {
        return event.evidence().method() + " consent by " + event.evidence().actor()
                + (event.scope().categories().isEmpty()
                        ? ""
                        : " naming " + event.scope().categories());
    }

    static ConsentHistory joined(ConsentHistory history, ConsentEvent event) {
        ConsentHistory all = ConsentHistory.of(ImmutableList.<ConsentEvent>builder()
                .addAll(history.events())
                .add(event)
                .build());
        return history.erased() ? all.ofErasedPerson() : history.suppressed() ? all.withSuppressedContact() : all;
    }
}
