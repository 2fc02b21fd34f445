package dev.cdm.consent.ledger;

import dev.cdm.consent.guardian.Guardianship;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Log;
import java.util.List;

/** The recorded relations of guardians, inside one unit of work. */
final class Guardians {

    private final Log<Guardianship> log;

    Guardians(Log<Guardianship> log) {
        this.log = log;
    }

    List<Guardianship> of(RecordId ward) {
        return Guardianship.shortened(SubjectPages.all(log, ward).stream()
                .filter(relation -> relation.ward().equals(ward))
                .toList());
    }

    /** The events as they are kept: what a grant rests on is fixed now, so a relation recorded later changes nothing. */
    List<ConsentEvent> proved(List<ConsentEvent> events) {
        return events.stream().map(this::proved).toList();
    }

    private ConsentEvent proved(ConsentEvent event) {
        return event.evidence().actor() != Actor.GUARDIAN
                        || !event.kind().grants()
                        || of(event.subject()).stream()
                                .anyMatch(relation ->
                                        relation.holdsAt(event.time().grantFrom()))
                ? event
                : event.byClaimedGuardian();
    }
}
