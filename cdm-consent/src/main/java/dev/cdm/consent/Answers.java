package dev.cdm.consent;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers questions inside one unit of work; for its thread. The records of a person are read in it too. */
final class Answers {

    private final PolicyEngine engine;
    private final Subjects subjects;
    private final @Nullable TombstoneKey suppressionKey;
    private final UnitOfWork work;

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
        Set<RecordId> records = subjects.records(query.subject());
        if (records.isEmpty()) {
            return Decision.denied(query.id(), query.purpose(), Reason.UNKNOWN_SUBJECT, "");
        }
        try {
            return engine.decide(query, suppressed(query, history(query, records)));
        } catch (UnreadableBodyException unreadable) {
            return Decision.denied(query.id(), query.purpose(), Reason.NOT_EVALUABLE, "unreadable event");
        }
    }

    private ConsentHistory history(ConsentQuery query, Set<RecordId> records) {
        boolean now = query.knownAt().isEmpty() && query.knownAtInstant().isEmpty();
        ConsentLedger ledger = ConsentLedger.in(work);
        return now ? ledger.history(records) : ledger.sealedHistory(records);
    }

    private ConsentHistory suppressed(ConsentQuery query, ConsentHistory history) {
        return suppressionKey != null
                        && !query.contactPoint().isBlank()
                        && SuppressionList.in(work, suppressionKey).contains(query.contactPoint())
                ? history.withSuppressedContact()
                : history;
    }
}
