package dev.cdm.consent;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.Set;

/** Records events, with what their notices cover, and gives them positions. */
final class Recording {

    private static final int BATCH = 1000;

    private final People people;
    private final FrozenGrants frozen;

    Recording(People people, FrozenGrants frozen) {
        this.people = people;
        this.frozen = frozen;
    }

    Set<String> record(Collection<ConsentEvent> events, UnitOfWork work) {
        Set<RecordId> subjects = events.stream().map(ConsentEvent::subject).collect(ImmutableSet.toImmutableSet());
        Set<RecordId> refused = people.refused(subjects, work);
        return ConsentLedger.in(work)
                .append(events.stream()
                        .filter(event -> !refused.contains(event.subject()))
                        .map(frozen::grant)
                        .toList());
    }

    Set<String> recordForAll(ProfileId profile, EventKind kind, PurposeId purpose) {
        Checks.require(kind.denies(), "kind", "must be one that forbids", kind);
        return people.write(work -> record(
                people.members(profile, work).stream()
                        .map(member -> ConsentEvent.of(kind, member, purpose)
                                .at(people.clock().instant())
                                .build())
                        .toList(),
                work));
    }

    int seal() {
        int sealed = 0;
        int last = BATCH;
        while (last == BATCH) {
            last = people.write(
                    work -> ConsentLedger.in(work).seal(people.clock().instant(), BATCH));
            sealed += last;
        }
        return sealed;
    }
}
