package dev.cdm.consent.json;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.ConsentHistory.Place;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides questions in JSON lines over events in JSON lines, so that anybody can run cases. Immutable after its events
 * were read; thread-safe then.
 *
 * <p>The order of the event lines is the order of the log: the first has position 1. Every question line gets one
 * decision line. A question that cannot be read is denied; so is one about a subject of whom an event line cannot be
 * read, and every question if it cannot be told of whom an unreadable line speaks. The formats are described by
 * {@code event.schema.json}, {@code query.schema.json} and {@code decision.schema.json}.
 */
public final class DecisionLines {

    private static final PurposeId UNREADABLE = new PurposeId("-");

    private final PolicyEngine engine;
    private final @Nullable Locale explain;
    private final Map<RecordId, ConsentHistory> bySubject = new LinkedHashMap<>();
    private final Set<RecordId> spoiled = new LinkedHashSet<>();
    private final boolean allSpoiled;

    /**
     * Reads the events.
     *
     * @param engine decides
     * @param events the event lines in the order of the log; blank lines are skipped
     * @param explain the language of an explanation in each decision, or null for none
     */
    public DecisionLines(PolicyEngine engine, Iterable<String> events, @Nullable Locale explain) {
        this.engine = engine;
        this.explain = explain;
        Map<String, ConsentEvent> log = new LinkedHashMap<>();
        boolean nameless = false;
        @Nullable ConsentEvent former;
        for (String line : events) {
            if (!line.isBlank()) {
                Optional<ConsentEvent> event = event(line);
                if (event.isEmpty()) {
                    nameless |= !spoil(line);
                } else {
                    former = log.putIfAbsent(event.get().id(), event.get());
                    if (former != null && !former.equals(event.get())) {
                        spoiled.add(former.subject());
                        spoiled.add(event.get().subject());
                    }
                }
            }
        }
        this.allSpoiled = nameless;
        split(log.values());
    }

    private void split(Collection<ConsentEvent> log) {
        Map<RecordId, List<ConsentEvent>> events = new LinkedHashMap<>();
        Map<String, Place> places = ConsentHistory.places(log);
        log.forEach(event -> events.computeIfAbsent(event.subject(), any -> new ArrayList<>())
                .add(event));
        events.forEach((subject, own) -> bySubject.put(subject, ConsentHistory.of(own, places)));
    }

    /**
     * {@return the decision line for a question line; it never fails}
     *
     * @param line the question
     */
    public String decide(String line) {
        ConsentQuery query;
        try {
            query = QueryNodes.read(Node.parse(line));
        } catch (IllegalArgumentException | DateTimeException e) {
            String detail = e instanceof DateTimeException ? "a date or time" : String.valueOf(e.getMessage());
            return write(Decision.denied(id(line), UNREADABLE, Reason.MALFORMED, detail));
        }
        return write(decide(query));
    }

    private Decision decide(ConsentQuery query) {
        RecordId subject;
        try {
            subject = EventNodes.subject(query.subject());
        } catch (IllegalArgumentException e) {
            return Decision.denied(query.id(), query.purpose(), Reason.UNKNOWN_SUBJECT, "");
        }
        return allSpoiled || spoiled.contains(subject)
                ? Decision.denied(query.id(), query.purpose(), Reason.MALFORMED, "an event of the subject")
                : engine.decide(query, bySubject.getOrDefault(subject, ConsentHistory.empty()));
    }

    private static Optional<ConsentEvent> event(String line) {
        try {
            return Optional.of(EventNodes.read(Node.parse(line)));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Remembers of whom an unreadable line speaks; false if that cannot be told. */
    private boolean spoil(String line) {
        try {
            spoiled.add(EventNodes.subject(Node.parse(line).text("subject")));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String id(String line) {
        try {
            return Node.parse(line).text("id", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private String write(Decision decision) {
        return DecisionNodes.write(decision, explain);
    }
}
