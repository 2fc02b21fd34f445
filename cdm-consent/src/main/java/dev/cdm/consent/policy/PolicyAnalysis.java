package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.pack.Rule;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What would change a decision, and when a person may be asked again. Immutable, thread-safe. */
public final class PolicyAnalysis {

    private static final RecordId ASSUMED = new RecordId("assumed", "person");

    private static final int MOST = 8;

    private final PolicyEngine engine;

    /**
     * Creates an analysis.
     *
     * @param engine the engine whose decisions are analysed
     */
    public PolicyAnalysis(PolicyEngine engine) {
        this.engine = engine;
    }

    /**
     * {@return the cheapest change that would permit what is refused: circumstances made true, then a consent, then a
     * stronger one, then one of a guardian, and circumstances besides; empty if it is permitted, or nothing of this helps}
     *
     * @param query the question
     * @param history the events of one person
     */
    public Optional<Change> cheapestChange(ConsentQuery query, ConsentHistory history) {
        Decision decision = engine.decide(query, history);
        if (decision.permitted()) {
            return Optional.empty();
        }
        return withFacts(query, history, "")
                .or(() -> consents(query, history).stream()
                        .map(event -> withFacts(query, joined(history, event), describe(event)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /* Affirms or denies one circumstance after another, as the refusals name them. */
    private Optional<Change> withFacts(ConsentQuery query, ConsentHistory history, String consent) {
        List<String> steps = new ArrayList<>(consent.isEmpty() ? List.of() : List.of(consent));
        ConsentQuery changed = query;
        Decision decision = engine.decide(changed, history);
        while (!decision.permitted() && steps.size() < MOST) {
            String named = decision.detail();
            Optional<Fact> fact = Arrays.stream(Fact.values())
                    .filter(known -> known.name().equals(named))
                    .findFirst();
            if (fact.isEmpty()) {
                return Optional.empty();
            }
            boolean stated = !Boolean.TRUE.equals(changed.facts().flags().get(fact.get()));
            steps.add(fact.get().name() + " = " + stated);
            Facts facts = changed.facts().toBuilder().flag(fact.get(), stated).build();
            changed = changed.toBuilder().facts(facts).build();
            decision = engine.decide(changed, history);
        }
        return decision.permitted() ? Optional.of(new Change(steps, decision.reason())) : Optional.empty();
    }

    private static List<ConsentEvent> consents(ConsentQuery query, ConsentHistory history) {
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

    private static String describe(ConsentEvent event) {
        return event.evidence().method() + " consent by " + event.evidence().actor()
                + (event.scope().categories().isEmpty()
                        ? ""
                        : " naming " + event.scope().categories());
    }

    private static ConsentHistory joined(ConsentHistory history, ConsentEvent event) {
        ConsentHistory all = ConsentHistory.of(ImmutableList.<ConsentEvent>builder()
                .addAll(history.events())
                .add(event)
                .build());
        return history.erased() ? all.ofErasedPerson() : history.suppressed() ? all.withSuppressedContact() : all;
    }

    /**
     * {@return whether a person may be asked for consent, and if not yet, from when on: rules of the packs that apply may
     * demand a pause after a refusal} A restriction and an erasure forbid asking. Where the law takes a message that asks
     * for one that advertises, a question by such a channel is permitted only if the message itself is.
     *
     * @param query the question for which consent would be asked
     * @param history the events of one person
     */
    public Asking mayAsk(ConsentQuery query, ConsentHistory history) {
        if (history.erased() || history.suppressed() || history.restricted(query.effectiveAt())) {
            return new Asking(false, null, ImmutableList.of());
        }
        List<String> messages =
                query.channel().filter(Channel::electronicMessage).isPresent()
                        ? rules(query, history, PackReading::asking)
                        : ImmutableList.of();
        if (!messages.isEmpty() && !engine.decide(query, history).permitted()) {
            return new Asking(false, null, messages);
        }
        Optional<Instant> refused = engine.lastRefusal(query, history);
        Instant from = query.effectiveAt();
        List<String> rules = new ArrayList<>();
        for (Rule rule : refused.isEmpty() ? List.<Rule>of() : pauses(query, history)) {
            Instant end = rule.pauseAfter(refused.get(), query.zone());
            if (end.isAfter(query.effectiveAt())) {
                rules.add(rule.id());
                from = end.isAfter(from) ? end : from;
            }
        }
        return new Asking(rules.isEmpty(), from, rules);
    }

    private List<String> rules(ConsentQuery query, ConsentHistory history, Function<PackReading, List<Rule>> which) {
        return engine.readings(query, history).stream()
                .flatMap(reading -> which.apply(reading).stream())
                .map(Rule::id)
                .toList();
    }

    private List<Rule> pauses(ConsentQuery query, ConsentHistory history) {
        return engine.readings(query, history).stream()
                .flatMap(reading -> reading.pauses().stream())
                .toList();
    }

    /**
     * {@return the situations whose decision changes when one pack replaces another, one example for each change of
     * reason and purpose}
     *
     * @param before a pack
     * @param after another pack, such as a later version
     */
    public List<Difference> differences(Pack before, Pack after) {
        return new Situations(engine.purposes()).differences(before, after);
    }

    /**
     * A change that would permit.
     *
     * @param steps what must be done, each in a few words of codes
     * @param reason the reason of the permission then
     */
    public record Change(List<String> steps, Reason reason) {
        /** Copies the steps. */
        public Change {
            steps = ImmutableList.copyOf(steps);
        }
    }

    /**
     * Whether a person may be asked.
     *
     * @param permitted whether now
     * @param from from when on, or null for never by this channel
     * @param rules the rules that demand a pause, or under which the question is a message that is not permitted
     */
    public record Asking(boolean permitted, @Nullable Instant from, List<String> rules) {
        /** Copies the rules. */
        public Asking {
            rules = ImmutableList.copyOf(rules);
        }
    }

    /**
     * A situation whose decision changes.
     *
     * @param query the question
     * @param events the events
     * @param before the reason before
     * @param after the reason after
     */
    public record Difference(ConsentQuery query, List<ConsentEvent> events, Reason before, Reason after) {
        /** Copies the events. */
        public Difference {
            events = ImmutableList.copyOf(events);
        }
    }
}
