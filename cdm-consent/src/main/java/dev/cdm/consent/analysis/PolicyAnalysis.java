package dev.cdm.consent.analysis;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.Asking;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What would change a decision, and when a person may be asked again. Immutable, thread-safe. */
public final class PolicyAnalysis {

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
                .or(() -> Assumed.consents(query, history).stream()
                        .map(event -> withFacts(query, Assumed.joined(history, event), Assumed.describe(event)))
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

    /**
     * {@return whether a person may be asked for consent, and if not yet, from when on: rules of the packs that apply may
     * demand a pause after a refusal} A restriction and an erasure forbid asking. Where the law takes a message that asks
     * for one that advertises, a question by such a channel is permitted only if the message itself is.
     *
     * @param query the question for which consent would be asked
     * @param history the events of one person
     */
    public Asking mayAsk(ConsentQuery query, ConsentHistory history) {
        return engine.mayAsk(query, history);
    }

    /**
     * {@return the situations whose decision changes when one pack replaces another, one example for each change of
     * reason and purpose} They are asked about every region and age that either pack tells apart, and about none.
     *
     * @param before a pack
     * @param after another pack, such as a later version
     */
    public List<Difference> differences(Pack before, Pack after) {
        return before.equals(after)
                ? ImmutableList.of()
                : new Situations(engine.purposes(), before, after).differences();
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
