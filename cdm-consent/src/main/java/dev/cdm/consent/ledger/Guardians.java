package dev.cdm.consent.ledger;

import dev.cdm.consent.guardian.Guardianship;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Log;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The recorded relations of guardians, inside one unit of work. */
final class Guardians {

    private final Log<Guardianship> log;

    Guardians(Log<Guardianship> log) {
        this.log = log;
    }

    List<Guardianship> of(RecordId ward) {
        return shortened(SubjectPages.all(log, ward).stream()
                .filter(relation -> relation.ward().equals(ward))
                .toList());
    }

    /* One relation for each holder and beginning, with the earliest end recorded. */
    private static List<Guardianship> shortened(List<Guardianship> recorded) {
        Map<List<Object>, Guardianship> found = new LinkedHashMap<>();
        recorded.stream()
                .sorted(Comparator.comparing(Guardianship::from)
                        .thenComparing(relation -> relation.until() == null ? Instant.MAX : relation.until())
                        .thenComparing(Guardianship::id))
                .forEach(relation -> found.putIfAbsent(List.of(relation.guardian(), relation.from()), relation));
        return List.copyOf(found.values());
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
