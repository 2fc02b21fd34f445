package dev.cdm.consent;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.suppression.SuppressionList;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.UnreadableBodyException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers questions inside one unit of work; for its thread. The records of a person are read in it too. */
final class Answers {

    private final PolicyEngine engine;
    private final People people;
    private final @Nullable TombstoneKey suppressionKey;
    private final UnitOfWork work;

    Answers(PolicyEngine engine, People people, @Nullable TombstoneKey suppressionKey, UnitOfWork work) {
        this.engine = engine;
        this.people = people;
        this.suppressionKey = suppressionKey;
        this.work = work;
    }

    Decision decide(ConsentQuery query) {
        Set<RecordId> records = records(query.subject());
        if (records.isEmpty()) {
            return Decision.denied(query.id(), query.purpose(), Reason.UNKNOWN_SUBJECT, "");
        }
        try {
            return engine.decide(query, suppressed(query, history(query, records)));
        } catch (UnreadableBodyException unreadable) {
            return Decision.denied(query.id(), query.purpose(), Reason.NOT_EVALUABLE, "unreadable event");
        }
    }

    /** The profile of a subject: the subject is the text of a profile id, or of a record id of the person. */
    Optional<ProfileId> profileOf(String subject) {
        if (subject.isBlank()) {
            return Optional.empty();
        }
        ProfileId profile = new ProfileId(subject);
        return people.members(profile, work).isEmpty()
                ? recordId(subject).flatMap(record -> people.profileOf(record, work))
                : Optional.of(profile);
    }

    /* A record that no profile has is asked about alone: its consents may come before it. */
    Set<RecordId> records(String subject) {
        return profileOf(subject)
                .map(profile -> people.members(profile, work))
                .orElseGet(() -> recordId(subject).map(ImmutableSet::of).orElse(ImmutableSet.of()));
    }

    private static Optional<RecordId> recordId(String subject) {
        try {
            return Optional.of(RecordId.parse(subject));
        } catch (IllegalArgumentException notARecordId) {
            return Optional.empty();
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
