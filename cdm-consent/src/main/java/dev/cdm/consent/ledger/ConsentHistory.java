package dev.cdm.consent.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * The events of the record ids of one person, each with its place in the log. Immutable, thread-safe.
 *
 * <p>A place is a position from 1, sealed at an instant. A position never changes and nothing is ever put before it, so
 * what was known at a sealed position stays known for ever. Events that are not sealed yet have no position.
 */
public final class ConsentHistory {

    private static final ConsentHistory EMPTY = new ConsentHistory(ImmutableList.of(), false, false);

    private final ImmutableList<Entry> entries;
    private final ImmutableList<ConsentEvent> events;
    private final boolean erased;
    private final boolean suppressed;

    /** The entries are in order and differ. */
    private ConsentHistory(ImmutableList<Entry> entries, boolean erased, boolean suppressed) {
        this.entries = entries;
        this.events = entries.stream().map(Entry::event).collect(ImmutableList.toImmutableList());
        this.erased = erased;
        this.suppressed = suppressed;
    }

    private static ImmutableList<Entry> inOrder(Collection<Entry> entries) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Entry former = byId.putIfAbsent(entry.event().id(), entry);
            Checks.require(former == null || former.event().equals(entry.event()), "events", "must not share an id");
        }
        return ImmutableList.sortedCopyOf(
                Comparator.comparing((Entry entry) -> entry.event().id(), CodePoints.ORDER), byId.values());
    }

    /** {@return the history without events} */
    public static ConsentHistory empty() {
        return EMPTY;
    }

    /**
     * {@return a history of events that are not sealed}
     *
     * @param events the events in any order; the same event twice counts once
     */
    public static ConsentHistory of(Collection<ConsentEvent> events) {
        return of(events, ImmutableMap.of());
    }

    /**
     * {@return a history of events}
     *
     * @param events the events in any order
     * @param places the place of each sealed event, by id
     */
    public static ConsentHistory of(Collection<ConsentEvent> events, Map<String, Place> places) {
        List<Entry> entries = new ArrayList<>();
        events.forEach(event -> entries.add(new Entry(event, places.getOrDefault(event.id(), Place.UNSEALED))));
        return new ConsentHistory(inOrder(entries), false, false);
    }

    /**
     * {@return the history of a log that is a list, as a file is: the first event has position 1, and a position counts
     * as sealed when its event and all before it had been received}
     *
     * @param log the events in the order of the log
     */
    public static ConsentHistory inLogOrder(List<ConsentEvent> log) {
        return of(log, places(log));
    }

    /**
     * {@return the place of each event of a log that is a list, by id}
     *
     * @param log the events in the order of the log
     */
    public static Map<String, Place> places(Collection<ConsentEvent> log) {
        return LogOrder.places(log);
    }

    /** {@return this history, of a person who was erased: every decision over it is a refusal} */
    public ConsentHistory ofErasedPerson() {
        return new ConsentHistory(entries, true, suppressed);
    }

    /** {@return this history, for a question about a contact point that is on the suppression list} */
    public ConsentHistory withSuppressedContact() {
        return new ConsentHistory(entries, erased, true);
    }

    /**
     * {@return the history as it was known at a position of the log}
     *
     * @param position the position, from 0; nothing is known at 0
     */
    public ConsentHistory knownAt(long position) {
        ImmutableList<Entry> known = entries.stream()
                .filter(entry -> entry.place().position() <= position)
                .collect(ImmutableList.toImmutableList());
        return new ConsentHistory(known, erased, suppressed);
    }

    /**
     * {@return the last position that was sealed at an instant or before, among the places of these events; 0 if none}
     *
     * @param instant the instant
     */
    public long positionAt(Instant instant) {
        return entries.stream()
                .filter(entry -> !entry.place().sealedAt().isAfter(instant))
                .mapToLong(entry -> entry.place().position())
                .max()
                .orElse(0);
    }

    /** {@return the events in code-point order of their ids} */
    public List<ConsentEvent> events() {
        return events;
    }

    /**
     * Hands each event with its place to a consumer, in code-point order of the ids.
     *
     * @param consumer what to do with an event and its place
     */
    public void forEach(BiConsumer<ConsentEvent, Place> consumer) {
        entries.forEach(entry -> consumer.accept(entry.event(), entry.place()));
    }

    /** {@return how many events there are} */
    public int size() {
        return entries.size();
    }

    /** {@return the highest position among the events, 0 without events; empty if one of them is not sealed} */
    public OptionalLong position() {
        long highest = entries.stream()
                .mapToLong(entry -> entry.place().position())
                .max()
                .orElse(0);
        return highest == Place.UNSEALED.position() ? OptionalLong.empty() : OptionalLong.of(highest);
    }

    /**
     * {@return whether the person had every use restricted, and it was not lifted: GDPR Art. 18}
     *
     * @param at the time asked about
     */
    public boolean restricted(Instant at) {
        return Restrictions.standing(events(), at);
    }

    /** {@return whether the person was erased} */
    public boolean erased() {
        return erased;
    }

    /** {@return whether the contact point asked about is on the suppression list} */
    public boolean suppressed() {
        return suppressed;
    }

    @Override
    public String toString() {
        return "ConsentHistory[" + entries.size() + " events]";
    }

    /**
     * A place in the log.
     *
     * @param position the position, from 1
     * @param sealedAt when it was sealed
     */
    public record Place(long position, Instant sealedAt) {

        static final Place UNSEALED = new Place(Long.MAX_VALUE, Instant.MAX);

        /** Checks the position. */
        public Place {
            Checks.require(position >= 1, "position", "must be 1 or more", position);
        }
    }

    private record Entry(ConsentEvent event, Place place) {}
}
