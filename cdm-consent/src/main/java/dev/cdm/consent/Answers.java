package dev.cdm.consent;

import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.compiled.CompiledSubject;
import dev.cdm.consent.compiled.Question;
import dev.cdm.consent.compiled.SubjectCache;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.suppression.SuppressionList;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.UnreadableBodyException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers questions inside one unit of work; for its thread. The records of a person are read in it too. */
final class Answers {

    private final PolicyEngine engine;
    private final Subjects subjects;
    private final @Nullable TombstoneKey suppressionKey;
    private final UnitOfWork work;
    private @Nullable CompiledSubject asked;

    Answers(PolicyEngine engine, People people, @Nullable TombstoneKey suppressionKey, UnitOfWork work) {
        this.engine = engine;
        this.subjects = new Subjects(people, work);
        this.suppressionKey = suppressionKey;
        this.work = work;
    }

    Subjects subjects() {
        return subjects;
    }

    Decision decide(ConsentQuery query) {
        return decide(query, history -> engine.decide(query, history));
    }

    /* Who was linked is that of the question, which events were known that of the decision. */
    Decision replay(Decision decision, ConsentQuery query) {
        return decide(query, history -> engine.replay(decision, query, history));
    }

    private Decision decide(ConsentQuery query, Function<ConsentHistory, Decision> decider) {
        Set<RecordId> records = records(query);
        if (records.isEmpty()) {
            return Decision.denied(query.id(), query.purpose(), subjects.nobody(query.subject()), "");
        }
        try {
            ConsentHistory history = history(query, records);
            return stranger(query, history)
                    ? Decision.denied(query.id(), query.purpose(), Reason.UNKNOWN_SUBJECT, "")
                    : decider.apply(suppressed(query, history));
        } catch (UnreadableBodyException unreadable) {
            return Decision.denied(query.id(), query.purpose(), Reason.NOT_EVALUABLE, "unreadable event");
        }
    }

    /**
     * The reason that {@link #decide} gives, from compiled events.
     *
     * @param cache those kept, or null in a unit of work that can be rolled back
     */
    Reason plain(ConsentQuery query, Question question, CompiledPolicy policy, @Nullable SubjectCache cache) {
        if (aboutThen(query)) {
            return decide(query).reason();
        }
        Set<RecordId> records = subjects.records(query.subject());
        if (records.isEmpty()) {
            return subjects.nobody(query.subject());
        }
        try {
            ConsentLedger ledger = ConsentLedger.in(work);
            CompiledSubject subject = cache == null
                    ? policy.subject(ledger.history(records), question)
                    : cache.get(records, query.zone(), ledger);
            if (subject.size() == 0 && subjects.profileOf(query.subject()).isEmpty()) {
                return Reason.UNKNOWN_SUBJECT;
            }
            asked = subject;
            Reason reason = policy.answer(question, subject, query.effectiveAt());
            return reason.permits() && suppressed(query) ? Reason.SUPPRESSED : reason;
        } catch (UnreadableBodyException unreadable) {
            return Reason.NOT_EVALUABLE;
        }
    }

    /** The person asked about last, if there is one. */
    Optional<CompiledSubject> asked() {
        return Optional.ofNullable(asked);
    }

    static boolean aboutThen(ConsentQuery query) {
        return query.knownAt().isPresent() || query.knownAtInstant().isPresent();
    }

    /* What was known then includes who was linked with whom. Of a position that is not sealed yet, then is now. */
    private Set<RecordId> records(ConsentQuery query) {
        return then(query)
                .map(instant -> subjects.recordsAt(query.subject(), instant))
                .orElseGet(() -> subjects.records(query.subject()));
    }

    /* A record id that no profile had, and of which nothing was recorded: one never seen, or erased. */
    private boolean stranger(ConsentQuery query, ConsentHistory history) {
        return engine.known(query, history).size() == 0
                && then(query)
                        .map(instant -> subjects.strangerAt(query.subject(), instant))
                        .orElseGet(() -> subjects.profileOf(query.subject()).isEmpty());
    }

    private Optional<Instant> then(ConsentQuery query) {
        return query.knownAt().isPresent() ? sealedAt(query.knownAt().getAsLong()) : query.knownAtInstant();
    }

    private Optional<Instant> sealedAt(long position) {
        return position < 1 ? Optional.of(Instant.MIN) : ConsentLedger.in(work).sealedAt(position);
    }

    private ConsentHistory history(ConsentQuery query, Set<RecordId> records) {
        ConsentLedger ledger = ConsentLedger.in(work);
        return aboutThen(query) ? ledger.sealedHistory(records) : ledger.history(records);
    }

    private ConsentHistory suppressed(ConsentQuery query, ConsentHistory history) {
        return suppressed(query) ? history.withSuppressedContact() : history;
    }

    private boolean suppressed(ConsentQuery query) {
        return suppressed(query.contactPoint());
    }

    boolean suppressed(String contactPoint) {
        return suppressionKey != null
                && !contactPoint.isBlank()
                && SuppressionList.in(work, suppressionKey).contains(contactPoint);
    }
}
