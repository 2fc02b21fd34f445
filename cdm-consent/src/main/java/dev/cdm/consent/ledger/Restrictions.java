package dev.cdm.consent.ledger;

import java.time.Instant;
import java.util.List;

/** Restrictions of every use: GDPR Art. 18. */
final class Restrictions {

    private Restrictions() {}

    /** Whether one acts at a time and was not lifted by then. */
    static boolean standing(List<ConsentEvent> events, Instant at) {
        List<ConsentEvent> all = events.stream()
                .filter(event -> event.scope().purpose().equals(ConsentEvent.EVERY_PURPOSE))
                .toList();
        return all.stream()
                .filter(event -> event.kind() == EventKind.RESTRICTED
                        && !event.time().denialFrom().isAfter(at))
                .anyMatch(restriction -> all.stream().noneMatch(lift -> lifts(lift, restriction, at)));
    }

    private static boolean lifts(ConsentEvent lift, ConsentEvent restriction, Instant at) {
        return lift.kind() == EventKind.RESTRICTION_LIFTED
                && !lift.time().grantFrom().isAfter(at)
                && lift.follows(restriction);
    }
}
