package dev.cdm.consent.compiled;

import static dev.cdm.consent.compiled.Instants.NEVER;
import static dev.cdm.consent.compiled.Instants.UNTOLD;

import dev.cdm.consent.compiled.CompiledSubject.Rare;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.ConsentHistory.Place;
import dev.cdm.consent.ledger.EventTime;
import dev.cdm.consent.notice.Notices;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the events of one person into columns. For one thread and one person. */
final class Folding {

    private static final int[] NONE = {};
    private static final long[] NOTHING = {};

    private final Tables tables;
    private final Notices notices;
    private final ZoneId zone;
    private final List<ConsentEvent> events = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private final Map<RecordId, Integer> records = new HashMap<>();
    private boolean exact = true;
    private boolean plain = true;

    Folding(Tables tables, Notices notices, ZoneId zone) {
        this.tables = tables;
        this.notices = notices;
        this.zone = zone;
    }

    /** Folds the events of the purposes among some; events of purposes that nobody registered matter to nothing. */
    CompiledSubject fold(ConsentHistory history, long[] among, @Nullable Question only) {
        history.forEach((event, place) -> {
            int purpose = tables.purpose(event.scope().purpose());
            if (purpose >= 0 && Tables.has(among, purpose)) {
                events.add(event);
                places.add(place);
                plain &= plain(event, place);
            }
        });
        int size = events.size();
        long[] hot = new long[size * (CompiledSubject.CATEGORIES + tables.categoryWords)];
        Rare rare = plain ? null : new Rare(size, tables.periods.length);
        for (int i = 0; i < size; i++) {
            common(hot, i, size);
            if (rare != null) {
                numbers.put(events.get(i).id(), i);
                times(rare, i, events.get(i).time());
                names(rare, i, events.get(i));
                ends(rare, i, size);
            }
        }
        for (int i = 0; i < size && rare != null; i++) {
            rare.supersedes[i] = superseded(events.get(i));
        }
        return new CompiledSubject(hot, size, history.erased(), exact ? null : history, zone, only, rare);
    }

    /* Whether an event fits the common columns: one clock, no address, nothing below its purpose, no end to count. */
    private boolean plain(ConsentEvent event, Place place) {
        EventTime time = event.time();
        RecordId first = events.get(0).subject();
        return place.position() == Long.MAX_VALUE
                && time.asserted().equals(time.received())
                && time.tolerance().isZero()
                && time.seq() == EventTime.NO_SEQ
                && event.subject().equals(first)
                && event.scope().contactPoint().isEmpty()
                && event.scope().covers().isEmpty()
                && event.supersedes().isEmpty()
                && notices.all().isEmpty()
                && (tables.periods.length == 0 || !event.kind().grants());
    }

    private void common(long[] hot, int i, int size) {
        ConsentEvent event = events.get(i);
        String notice = event.evidence().notice();
        int purpose = tables.purpose(event.scope().purpose());
        hot[i] = Scope.of(event, purpose, notices.informs(notice), tables);
        hot[CompiledSubject.GRANT_FROM * size + i] = told(event.time().grantFrom());
        hot[CompiledSubject.DENIAL_FROM * size + i] = told(event.time().denialFrom());
        long expires = event.expires().map(this::told).orElse(NEVER);
        hot[CompiledSubject.END * size + i] = event.kind().grants() ? Math.min(expires, reconsent(notice)) : expires;
        long[] categories = tables.categories(event.scope().categories());
        for (int word = 0; word < categories.length; word++) {
            hot[(CompiledSubject.CATEGORIES + word) * size + i] = categories[word];
        }
    }

    private void times(Rare rare, int i, EventTime time) {
        rare.earliest[i] = told(time.earliest());
        rare.latest[i] = told(time.latest());
        rare.seq[i] = time.seq();
        rare.source[i] = time.source().isEmpty() ? 0 : number(sources, time.source());
        rare.position[i] = places.get(i).position();
        rare.sealedAt[i] = places.get(i).sealedAt();
    }

    private void names(Rare rare, int i, ConsentEvent event) {
        rare.reconsent[i] = reconsent(event.evidence().notice());
        rare.record[i] = number(records, event.subject());
        rare.contact[i] = event.scope().contactPoint();
        rare.covers[i] = event.scope().covers().isEmpty()
                ? NOTHING
                : tables.purposes(event.scope().covers());
    }

    private void ends(Rare rare, int i, int size) {
        ConsentEvent event = events.get(i);
        for (int k = 0; k < tables.periods.length && event.kind().grants(); k++) {
            Period period = tables.periods[k];
            rare.periodEnds[k * size + i] =
                    told(event.time().grantFrom().atZone(zone).plus(period).toInstant());
        }
    }

    private int[] superseded(ConsentEvent event) {
        return event.supersedes().isEmpty()
                ? NONE
                : event.supersedes().stream()
                        .mapToInt(id -> numbers.getOrDefault(id, -1))
                        .filter(number -> number >= 0)
                        .toArray();
    }

    private long reconsent(String notice) {
        return notices.all().isEmpty() ? NEVER : told(notices.reconsentFrom(notice));
    }

    private long told(Instant instant) {
        long nanos = Instants.nanos(instant);
        exact &= nanos != UNTOLD;
        return nanos;
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        return numbers.computeIfAbsent(key, any -> numbers.size() + 1);
    }
}
