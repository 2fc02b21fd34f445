package dev.cdm.consent.policy;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Scope;
import dev.cdm.consent.ledger.EventKind;
import java.util.Collection;

/**
 * Whom an event lets use the data, or forbids. What permits serves the controller that it names, and the host if it names
 * none; what forbids binds the one that it names, and everybody if it names none.
 *
 * <p>Where neither the question nor the host says a name, nobody can tell whether a name is that of the host: everything
 * that forbids binds, and what permits counts only if no two of its kind name different controllers.
 */
final class Controllers {

    private final String host;
    private final String asked;
    private final boolean several;

    /**
     * Reads the names.
     *
     * @param asked the controller that the question names, or empty
     * @param host the name of the host, or empty
     * @param events the events that speak of the question
     */
    Controllers(String asked, String host, Collection<ConsentEvent> events) {
        this.host = host;
        this.asked = asked.isEmpty() ? host : asked;
        this.several = this.asked.isEmpty()
                && events.stream()
                                .filter(event -> permits(event.kind()))
                                .map(event -> event.scope().controller())
                                .filter(name -> !name.isEmpty())
                                .distinct()
                                .count()
                        > 1;
    }

    private static boolean permits(EventKind kind) {
        return kind.grants() || kind == EventKind.LEGAL_GROUND_STARTED;
    }

    /** Whether what permits was given to the controller asked about. */
    boolean served(Scope permission) {
        return asked.isEmpty()
                ? permission.controller().isEmpty() || !several
                : named(permission).equals(asked);
    }

    /** Whether what forbids binds the controller asked about. */
    boolean bound(Scope denial) {
        return asked.isEmpty()
                || denial.controller().isEmpty()
                || denial.controller().equals(asked);
    }

    /** Whether a grant can lift a denial: it was given to the one that the denial binds. */
    boolean same(Scope grant, Scope denial) {
        return denial.controller().isEmpty() || denial.controller().equals(named(grant));
    }

    private String named(Scope permission) {
        return permission.controller().isEmpty() ? host : permission.controller();
    }
}
