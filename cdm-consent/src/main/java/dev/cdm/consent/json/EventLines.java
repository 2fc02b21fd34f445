package dev.cdm.consent.json;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.ConsentHistory.Place;
import dev.cdm.core.model.RecordId;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A log of events in JSON lines, by subject. A subject of whom a line cannot be read is spoiled, in doubt everybody. */
final class EventLines {

    /** The events by id. */
    final Map<String, ConsentEvent> log = new LinkedHashMap<>();

    private final Map<RecordId, ConsentHistory> bySubject = new LinkedHashMap<>();
    private final Set<RecordId> spoiled = new LinkedHashSet<>();
    /** What is wrong with lines, without personal data. */
    final List<String> problems = new ArrayList<>();

    private boolean allSpoiled;
    private int number;

    EventLines(Iterable<String> lines) {
        lines.forEach(this::add);
        Map<RecordId, List<ConsentEvent>> events = new LinkedHashMap<>();
        Map<String, Place> places = ConsentHistory.places(log.values());
        log.values()
                .forEach(event -> events.computeIfAbsent(event.subject(), any -> new ArrayList<>())
                        .add(event));
        events.forEach((subject, own) -> bySubject.put(subject, ConsentHistory.of(own, places)));
    }

    /** The events of a subject; empty if they cannot be trusted. */
    Optional<ConsentHistory> of(RecordId subject) {
        return allSpoiled || spoiled.contains(subject)
                ? Optional.empty()
                : Optional.of(bySubject.getOrDefault(subject, ConsentHistory.empty()));
    }

    private void add(String line) {
        number++;
        if (line.isBlank()) {
            return;
        }
        try {
            ConsentEvent event = EventNodes.read(Node.parse(line));
            @Nullable ConsentEvent former = log.putIfAbsent(event.id(), event);
            if (former != null && !former.equals(event)) {
                spoiled.addAll(ImmutableList.of(former.subject(), event.subject()));
                problems.add("line " + number + ": another event has the same id; its subjects are denied");
            }
        } catch (IllegalArgumentException e) {
            spoil(line, e.getMessage());
        } catch (DateTimeException | ArithmeticException e) {
            spoil(line, "a date or time cannot be read");
        }
    }

    private void spoil(String line, @Nullable String why) {
        String who = "its subject is denied";
        try {
            spoiled.add(EventNodes.subject(Node.parse(line).text("subject")));
        } catch (IllegalArgumentException e) {
            allSpoiled = true;
            who = "everybody is denied, as nobody knows of whom it tells";
        }
        problems.add("line " + number + ": " + why + "; " + who);
    }
}
