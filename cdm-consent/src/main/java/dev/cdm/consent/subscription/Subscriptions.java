package dev.cdm.consent.subscription;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.subscription.Subscription.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Derives subscriptions from the events of a person. Immutable, thread-safe.
 *
 * <p>It tells what the person wished and not what the law allows: no pack is asked. There is one subscription for each
 * topic, channel and address that the events name.
 */
public final class Subscriptions {

    private final PolicyEngine ledgerOnly;

    /**
     * Creates a maker of subscriptions.
     *
     * @param engine knows the purposes and notices; its packs are not asked
     */
    public Subscriptions(PolicyEngine engine) {
        this.ledgerOnly = new PolicyEngine(engine.purposes(), ImmutableList.of(), engine.notices());
    }

    /**
     * {@return the subscriptions of a person, in the order of the ids of the events that name them}
     *
     * @param history the events
     * @param at the time asked about
     * @param suppressed whether a contact point is on the suppression list
     */
    public List<Subscription> of(ConsentHistory history, Instant at, Predicate<String> suppressed) {
        return Point.in(history, ledgerOnly.purposes()).stream()
                .map(point -> subscription(point, history, at, suppressed))
                .toList();
    }

    private Subscription subscription(Point point, ConsentHistory history, Instant at, Predicate<String> suppressed) {
        ConsentQuery.Builder query =
                ConsentQuery.about("subscription", point.topic(), at).contactPoint(point.contactPoint());
        if (point.channel() != null) {
            query.channel(point.channel());
        }
        Decision decision = ledgerOnly.decide(query.build(), history);
        State state = !point.contactPoint().isEmpty() && suppressed.test(point.contactPoint())
                ? State.SUPPRESSED
                : State.of(decision.reason());
        return new Subscription(
                point.topic(),
                point.channel(),
                point.contactPoint(),
                state,
                since(decision, history).orElse(null));
    }

    /* The latest of the events that decided. */
    private static Optional<Instant> since(Decision decision, ConsentHistory history) {
        return history.events().stream()
                .filter(event -> decision.events().contains(event.id()))
                .map(event -> event.kind().denies()
                        ? event.time().denialFrom()
                        : event.time().grantFrom())
                .max(Instant::compareTo);
    }
}
