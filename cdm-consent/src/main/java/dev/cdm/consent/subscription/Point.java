package dev.cdm.consent.subscription;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Scope;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A topic at an address, as events name it. */
record Point(PurposeId topic, @Nullable Channel channel, String contactPoint) {

    /** The points that events name, for registered purposes. */
    static Set<Point> in(ConsentHistory history, Purposes purposes) {
        Set<Point> points = new LinkedHashSet<>();
        for (ConsentEvent event : history.events()) {
            Scope scope = event.scope();
            if (concerns(event.kind()) && purposes.find(scope.purpose()).isPresent()) {
                points.add(new Point(scope.purpose(), scope.channel(), scope.contactPoint()));
            }
        }
        return points;
    }

    private static boolean concerns(EventKind kind) {
        return kind.grants() || kind.denies() || kind == EventKind.REQUESTED;
    }

    @Override
    public String toString() {
        return "Point[" + topic + "]";
    }
}
