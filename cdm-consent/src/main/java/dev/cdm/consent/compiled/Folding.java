package dev.cdm.consent.compiled;

import static dev.cdm.consent.compiled.CompiledPolicy.ALL_KNOWN;
import static dev.cdm.consent.compiled.Node.Algebra.NEVER;
import static dev.cdm.consent.compiled.Node.Algebra.UNTOLD;

import dev.cdm.consent.compiled.CompiledPolicy.Form;
import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.ConsentHistory.Place;
import dev.cdm.consent.ledger.EventTime;
import dev.cdm.consent.notice.Notices;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns the events of one person into rows. For one thread and one person. */
final class Folding {

    private static final long[] NOTHING = {};

    private final ZoneId zone;
    private final Tables tables;
    private final Notices notices;
    private final List<Event> picked = new ArrayList<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private final Map<RecordId, Integer> records = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable RecordId lastRecord;
    private int lastNumber;
    private long glance;
    private boolean plain = true;
    private boolean exact = true;

    Folding(Tables tables, Notices notices, ZoneId zone) {
        this.tables = tables;
        this.notices = notices;
        this.zone = zone;
    }

    /** Folds all events; those of purposes that nobody registered matter to nothing. */
    CompiledSubject fold(ConsentHistory history) {
        history.forEach((event, place) -> pick(event, place, tables.purposeNumbers));
        return fold(history, false, ALL_KNOWN);
    }

    /** Folds the events of some purposes, by number, that were known at a position, for one answer. */
    CompiledSubject fold(ConsentHistory history, Map<PurposeId, Integer> purposes, long knownAt) {
        history.forEach((event, place) -> {
            if (place.position() <= knownAt) {
                pick(event, place, purposes);
            }
        });
        return fold(history, true, knownAt);
    }

    private void pick(ConsentEvent event, Place place, Map<PurposeId, Integer> purposes) {
        @Nullable Integer purpose = purposes.get(event.scope().purpose());
        if (purpose != null) {
            picked.add(new Event(event, place, purpose));
            glance |= 1L << tables.glanceBit(purpose);
        }
    }

    private CompiledSubject fold(ConsentHistory history, boolean once, long knownAt) {
        picked.sort(Comparator.comparingInt(Event::purpose));
        for (Event own : picked) {
            plain &= plain(own, once);
        }
        Form form = plain ? Form.plain(zone, columns()) : Form.full(zone, columns(), tables.periods.length);
        long[] rows = rows(form);
        boolean common = plain && exact && !history.erased() && picked.size() == history.size();
        return new CompiledSubject(
                picked.size(), glance, rows, common ? tables.plainForm(zone, form) : own(form, history, knownAt));
    }

    private Form own(Form form, ConsentHistory history, long knownAt) {
        form.erased = history.erased();
        form.ignored = history.size() - picked.size();
        form.untold = exact ? null : knownAt == ALL_KNOWN ? history : history.knownAt(knownAt);
        return form;
    }

    private int columns() {
        return CompiledSubject.CATEGORIES + tables.categoryWords;
    }

    /* Whether a row needs no more than all have: one clock, no address or controller, nothing below, no end to count. */
    private boolean plain(Event own, boolean once) {
        ConsentEvent event = own.event();
        EventTime time = event.time();
        return (once || own.place().position() == ALL_KNOWN)
                && time.asserted().equals(time.received())
                && time.tolerance().isZero()
                && time.seq() == EventTime.NO_SEQ
                && event.subject().equals(picked.get(0).event().subject())
                && event.scope().contactPoint().isEmpty()
                && event.scope().controller().isEmpty()
                && event.scope().covers().isEmpty()
                && event.supersedes().isEmpty()
                && notices.all().isEmpty()
                && (tables.periods.length == 0 || !event.kind().grants());
    }

    private long[] rows(Form form) {
        long[] rows = new long[picked.size() * form.stride];
        for (int i = 0; i < picked.size(); i++) {
            common(rows, i * form.stride, picked.get(i));
        }
        if (!form.plain) {
            beside(form);
            for (int i = 0; i < picked.size(); i++) {
                more(rows, i * form.stride + form.more, picked.get(i));
            }
        }
        return rows;
    }

    private void common(long[] rows, int row, Event own) {
        ConsentEvent event = own.event();
        String notice = event.evidence().notice();
        rows[row + CompiledSubject.SCOPE] = Scope.of(event, own.purpose(), notices.informs(notice), tables);
        rows[row + CompiledSubject.GRANT_FROM] = told(event.time().grantFrom());
        long expires = event.expires().map(this::told).orElse(NEVER);
        rows[row + CompiledSubject.END] = event.kind().grants() ? Math.min(expires, reconsent(notice)) : expires;
        if (!event.scope().categories().isEmpty()) {
            long[] categories = tables.categories(event.scope().categories());
            System.arraycopy(categories, 0, rows, row + CompiledSubject.CATEGORIES, categories.length);
        }
    }

    private void more(long[] rows, int row, Event own) {
        ConsentEvent event = own.event();
        EventTime time = event.time();
        rows[row + CompiledSubject.DENIAL_FROM] = told(time.denialFrom());
        rows[row + CompiledSubject.EARLIEST] = told(time.earliest());
        rows[row + CompiledSubject.LATEST] = told(time.latest());
        rows[row + CompiledSubject.RECONSENT] = reconsent(event.evidence().notice());
        rows[row + CompiledSubject.POSITION] = own.place().position();
        rows[row + CompiledSubject.SEQ] = time.seq();
        rows[row + CompiledSubject.SOURCE] = time.source().isEmpty() ? 0 : number(sources, time.source());
        rows[row + CompiledSubject.RECORD] = record(event.subject());
        for (int period = 0; period < tables.periods.length && event.kind().grants(); period++) {
            Instant end =
                    time.grantFrom().atZone(zone).plus(tables.periods[period]).toInstant();
            rows[row + CompiledSubject.PERIODS + period] = told(end);
        }
    }

    /* Words and lists, each only if an event has one. */
    private void beside(Form form) {
        if (any(event -> !event.scope().contactPoint().isEmpty())) {
            form.contacts = all(event -> event.scope().contactPoint(), String[]::new);
        }
        if (any(event -> !event.scope().controller().isEmpty())) {
            form.controllers = all(event -> event.scope().controller(), String[]::new);
        }
        if (any(event -> !event.scope().covers().isEmpty())) {
            form.covers = all(event -> covered(event.scope().covers()), long[][]::new);
        }
        if (any(event -> !event.supersedes().isEmpty())) {
            picked.forEach(own -> numbers.put(own.event().id(), numbers.size()));
            form.supersedes = all(this::superseded, int[][]::new);
        }
    }

    private boolean any(Predicate<ConsentEvent> condition) {
        return picked.stream().anyMatch(own -> condition.test(own.event()));
    }

    private <T> T[] all(Function<ConsentEvent, T> part, IntFunction<T[]> maker) {
        return picked.stream().map(Event::event).map(part).toArray(maker);
    }

    private long[] covered(Collection<PurposeId> purposes) {
        return purposes.isEmpty() ? NOTHING : tables.purposes(purposes);
    }

    private int[] superseded(ConsentEvent event) {
        return event.supersedes().stream()
                .mapToInt(id -> numbers.getOrDefault(id, -1))
                .filter(number -> number >= 0)
                .toArray();
    }

    private long reconsent(String notice) {
        return notices.all().isEmpty() ? NEVER : told(notices.reconsentFrom(notice));
    }

    private long told(Instant instant) {
        long nanos = Algebra.nanos(instant);
        exact &= nanos != UNTOLD;
        return nanos;
    }

    private int record(RecordId id) {
        if (!id.equals(lastRecord)) {
            lastRecord = id;
            lastNumber = number(records, id);
        }
        return lastNumber;
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        @Nullable Integer number = numbers.putIfAbsent(key, numbers.size() + 1);
        return number == null ? numbers.size() : number;
    }

    /** An event with its place and the number of its purpose. */
    private record Event(ConsentEvent event, Place place, int purpose) {}
}
