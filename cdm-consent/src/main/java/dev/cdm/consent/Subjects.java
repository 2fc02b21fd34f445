package dev.cdm.consent;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Reason;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.UnitOfWork;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whose data a question is about: its subject is the text of a profile id, or of a record id of the person. */
final class Subjects {

    private final People people;
    private final UnitOfWork work;

    Subjects(People people, UnitOfWork work) {
        this.people = people;
        this.work = work;
    }

    Optional<ProfileId> profileOf(String subject) {
        if (subject.isBlank()) {
            return Optional.empty();
        }
        ProfileId profile = new ProfileId(subject);
        return people.members(profile, work).isEmpty()
                ? recordId(subject).flatMap(record -> people.profileOf(record, work))
                : Optional.of(profile);
    }

    /** The records of the person. One that no profile has is asked about alone: its consents may come before it. */
    Set<RecordId> records(String subject) {
        return profileOf(subject)
                .map(profile -> people.members(profile, work))
                .orElseGet(() -> recordId(subject).map(ImmutableSet::of).orElse(ImmutableSet.of()));
    }

    /** Why a subject has no records: it is the id of a profile that was erased, or of none. */
    Reason nobody(String subject) {
        return !subject.isBlank() && people.erased(new ProfileId(subject), work)
                ? Reason.ERASED
                : Reason.UNKNOWN_SUBJECT;
    }

    /** Whether no profile had a record at a time, or it is no record id. */
    boolean strangerAt(String subject, Instant knownAt) {
        return people.membersAt(new ProfileId(subject), knownAt, work).isEmpty()
                && recordId(subject)
                        .map(record -> people.linkedAt(record, knownAt, work).isEmpty())
                        .orElse(true);
    }

    /** The records of the person as they were linked at a time; one that no profile had yet is asked about alone. */
    Set<RecordId> recordsAt(String subject, Instant knownAt) {
        if (subject.isBlank()) {
            return ImmutableSet.of();
        }
        Set<RecordId> members = people.membersAt(new ProfileId(subject), knownAt, work);
        if (!members.isEmpty()) {
            return members;
        }
        return recordId(subject)
                .map(record -> {
                    Set<RecordId> linked = people.linkedAt(record, knownAt, work);
                    return linked.isEmpty() ? ImmutableSet.of(record) : linked;
                })
                .orElse(ImmutableSet.of());
    }

    private static Optional<RecordId> recordId(String subject) {
        try {
            return Optional.of(RecordId.parse(subject));
        } catch (IllegalArgumentException notARecordId) {
            return Optional.empty();
        }
    }
}
