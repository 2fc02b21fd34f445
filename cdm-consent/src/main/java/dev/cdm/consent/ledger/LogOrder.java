package dev.cdm.consent.ledger;

import dev.cdm.consent.ledger.ConsentHistory.Place;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The places of the events of a log that is a list: one position after the other, sealed as soon as all are received. */
final class LogOrder {

    private LogOrder() {}

    static Map<String, Place> places(Collection<ConsentEvent> log) {
        Map<String, Place> places = new LinkedHashMap<>();
        Instant sealed = Instant.MIN;
        for (ConsentEvent event : log) {
            Instant received = event.time().received();
            sealed = received.isAfter(sealed) ? received : sealed;
            places.putIfAbsent(event.id(), new Place(places.size() + 1L, sealed));
        }
        return places;
    }
}
