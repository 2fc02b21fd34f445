package dev.cdm.consent;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.notice.Notice;
import dev.cdm.consent.notice.Notices;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Freezes what a grant covers below its purpose: what its notice names now. Purposes added later are not covered. */
final class FrozenGrants {

    private final Purposes purposes;
    private final Notices notices;

    FrozenGrants(Purposes purposes, Notices notices) {
        this.purposes = purposes;
        this.notices = notices;
    }

    ConsentEvent grant(ConsentEvent event) {
        Optional<Notice> notice = notices.find(event.evidence().notice());
        if (!event.kind().grants() || !event.scope().covers().isEmpty() || notice.isEmpty()) {
            return event;
        }
        PurposeId own = event.scope().purpose();
        Set<PurposeId> below = purposes.downward(own);
        List<PurposeId> named = notice.get().purposes().stream()
                .filter(purpose -> below.contains(purpose) && !purpose.equals(own))
                .toList();
        return named.isEmpty() ? event : event.covering(named);
    }
}
