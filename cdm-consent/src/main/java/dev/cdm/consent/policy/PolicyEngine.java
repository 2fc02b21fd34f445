package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.internal.CodePoints;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Decides. Immutable, thread-safe; a pure and total function of question, events and what it was built with.
 *
 * <p>Without a recorded ground the answer is no. The order of the events does not matter.
 */
public final class PolicyEngine {

    private final Purposes purposes;

    /**
     * Creates an engine.
     *
     * @param purposes the registered purposes
     */
    public PolicyEngine(Purposes purposes) {
        this.purposes = purposes;
    }

    /** {@return the registered purposes} */
    public Purposes purposes() {
        return purposes;
    }

    /**
     * {@return the answer to a question over the union of the events of one person's record ids}
     *
     * @param query the question
     * @param history the events
     */
    public Decision decide(ConsentQuery query, ConsentHistory history) {
        Optional<Purpose> purpose = purposes.find(query.purpose());
        if (purpose.isEmpty()) {
            return refuse(query, Reason.UNKNOWN_PURPOSE, "");
        }
        Optional<Verdict> unknown = unknown(query, purpose.get());
        if (unknown.isPresent()) {
            return refuse(query, unknown.get().reason(), unknown.get().detail());
        }
        if (history.erased()) {
            return refuse(query, Reason.ERASED, "");
        }
        ConsentHistory known = known(query, history);
        Verdict verdict = base(query, purpose.get(), known.events());
        if (verdict.permits() && history.suppressed() && !query.contactPoint().isEmpty()) {
            verdict = Verdict.deny(Reason.SUPPRESSED);
        }
        return decision(query, verdict, known);
    }

    /**
     * {@return whether the person had every use restricted, and it was not lifted}
     *
     * @param history the events of one person's record ids
     * @param at the time asked about
     */
    public boolean restricted(ConsentHistory history, Instant at) {
        return history.events().stream()
                .filter(event -> event.kind() == EventKind.RESTRICTED
                        && event.scope().purpose().equals(ConsentEvent.EVERY_PURPOSE)
                        && !event.time().denialFrom().isAfter(at))
                .anyMatch(restriction -> history.events().stream()
                        .noneMatch(lift -> lift.kind() == EventKind.RESTRICTION_LIFTED
                                && lift.scope().purpose().equals(ConsentEvent.EVERY_PURPOSE)
                                && !lift.time().grantFrom().isAfter(at)
                                && Order.follows(lift, restriction)));
    }

    private Optional<Verdict> unknown(ConsentQuery query, Purpose purpose) {
        for (String category : query.categories()) {
            if (!purposes.categories().knows(category)) {
                return Optional.of(Verdict.deny(Reason.UNKNOWN_CATEGORY, category));
            }
        }
        return query.recipient()
                .filter(recipient -> !purpose.recipients().contains(recipient))
                .map(recipient -> Verdict.deny(Reason.RECIPIENT_NOT_ALLOWED, recipient.text()));
    }

    private static ConsentHistory known(ConsentQuery query, ConsentHistory history) {
        if (query.knownAt().isPresent()) {
            return history.knownAt(query.knownAt().getAsLong());
        }
        return query.knownAtInstant()
                .map(instant -> history.knownAt(history.positionAt(instant)))
                .orElse(history);
    }

    private Verdict base(ConsentQuery query, Purpose purpose, List<ConsentEvent> events) {
        Relevant relevant = new Relevant(query, purpose, purposes, events);
        Grounds grounds = new Grounds(relevant, new Liveness(query, purpose, relevant.scopes));
        Verdict best = Verdict.deny(Reason.NO_LEGAL_GROUND);
        for (LegalBasis basis : purpose.bases()) {
            best = best.or(basis == LegalBasis.CONSENT ? grounds.consent(ConsentNeed.PLAIN) : grounds.recorded(basis));
        }
        return best;
    }

    private static Decision decision(ConsentQuery query, Verdict verdict, ConsentHistory known) {
        return new Decision(
                query.id(),
                query.purpose(),
                verdict.reason(),
                verdict.basis(),
                sorted(verdict.events()),
                List.of(),
                ImmutableSet.of(),
                verdict.until().equals(Instant.MAX) ? null : verdict.until(),
                verdict.detail(),
                known.position().orElse(-1),
                List.of(),
                false);
    }

    private static Decision refuse(ConsentQuery query, Reason reason, String detail) {
        return Decision.denied(query.id(), query.purpose(), reason, detail);
    }

    private static List<String> sorted(Collection<String> ids) {
        return ids.stream().sorted(CodePoints.ORDER).toList();
    }
}
