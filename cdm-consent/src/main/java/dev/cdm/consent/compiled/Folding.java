package dev.cdm.consent.compiled;

import static dev.cdm.consent.compiled.Node.Algebra.NEVER;
import static dev.cdm.consent.compiled.Node.Algebra.UNTOLD;

import dev.cdm.consent.compiled.CompiledSubject.Rare;
import dev.cdm.consent.compiled.Node.Algebra;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the events of one person into columns. For one thread and one person. */
final class Folding {

    private static final long[] NOTHING = {};

    private static final Comparator<Event> BY_PURPOSE_AND_TIME = Comparator.comparingInt(Event::purpose)
            .thenComparing(own -> own.event().time().received());

    final ZoneId zone;
    private final Tables tables;
    private final Notices notices;
    private final List<Event> picked = new ArrayList<>();
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
                picked.add(new Event(event, place, purpose));
            }
        });
        if (picked.size() > CompiledSubject.FEW) {
            picked.sort(BY_PURPOSE_AND_TIME);
        }
        picked.forEach(own -> plain &= plain(own));
        return new CompiledSubject(this, history, only);
    }

    int size() {
        return picked.size();
    }

    /** How many columns there are besides the scopes. */
    int stride() {
        return CompiledSubject.CATEGORIES + tables.categoryWords;
    }

    /** Whether every time met so far could be told. */
    boolean exact() {
        return exact;
    }

    /** Fills the common columns and gives the bits of the purposes. */
    long fill(long[] hot) {
        long glance = 0;
        for (int i = 0; i < size(); i++) {
            common(hot, i, size() + i * stride());
            glance |= 1L << picked.get(i).purpose();
        }
        return glance;
    }

    /** Where the events of each purpose start, or null where there are few. */
    int @Nullable [] ranges() {
        if (size() <= CompiledSubject.FEW) {
            return null;
        }
        int[] starts = new int[tables.every + 2];
        for (Event own : picked) {
            starts[own.purpose() + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        return starts;
    }

    /** The columns that most people do not need, or null. */
    @Nullable
    Rare rare() {
        if (plain) {
            return null;
        }
        int size = size();
        Rare rare = new Rare(size, tables.periods.length);
        for (int i = 0; i < size; i++) {
            times(rare, i, picked.get(i));
            names(rare, i, picked.get(i).event());
            ends(rare, i, size);
        }
        if (picked.stream().anyMatch(own -> !own.event().supersedes().isEmpty())) {
            supersedes(rare, size);
        }
        return rare;
    }

    private void supersedes(Rare rare, int size) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < size; i++) {
            numbers.put(picked.get(i).event().id(), i);
        }
        for (int i = 0; i < size; i++) {
            Set<String> named = picked.get(i).event().supersedes();
            rare.supersedes[i] = named.stream()
                    .mapToInt(id -> numbers.getOrDefault(id, -1))
                    .filter(number -> number >= 0)
                    .toArray();
        }
    }

    /* Whether an event fits the common columns: one clock, no address, no controller, nothing below its purpose, no end to count. */
    private boolean plain(Event own) {
        ConsentEvent event = own.event();
        EventTime time = event.time();
        RecordId first = picked.get(0).event().subject();
        return own.place().position() == Long.MAX_VALUE
                && time.asserted().equals(time.received())
                && time.tolerance().isZero()
                && time.seq() == EventTime.NO_SEQ
                && event.subject().equals(first)
                && event.scope().contactPoint().isEmpty()
                && event.scope().controller().isEmpty()
                && event.scope().covers().isEmpty()
                && event.supersedes().isEmpty()
                && notices.all().isEmpty()
                && (tables.periods.length == 0 || !event.kind().grants());
    }

    private void common(long[] hot, int i, int row) {
        ConsentEvent event = picked.get(i).event();
        String notice = event.evidence().notice();
        hot[i] = Scope.of(event, picked.get(i).purpose(), notices.informs(notice), tables);
        hot[row + CompiledSubject.GRANT_FROM] = told(event.time().grantFrom());
        hot[row + CompiledSubject.DENIAL_FROM] = told(event.time().denialFrom());
        long expires = event.expires().map(this::told).orElse(NEVER);
        hot[row + CompiledSubject.END] = event.kind().grants() ? Math.min(expires, reconsent(notice)) : expires;
        if (!event.scope().categories().isEmpty()) {
            long[] categories = tables.categories(event.scope().categories());
            System.arraycopy(categories, 0, hot, row + CompiledSubject.CATEGORIES, categories.length);
        }
    }

    private void times(Rare rare, int i, Event own) {
        EventTime time = own.event().time();
        rare.earliest[i] = told(time.earliest());
        rare.latest[i] = told(time.latest());
        rare.seq[i] = time.seq();
        rare.source[i] = time.source().isEmpty() ? 0 : number(sources, time.source());
        rare.position[i] = own.place().position();
        rare.sealedAt[i] = own.place().sealedAt();
    }

    private void names(Rare rare, int i, ConsentEvent event) {
        rare.reconsent[i] = reconsent(event.evidence().notice());
        rare.record[i] = number(records, event.subject());
        rare.contact[i] = event.scope().contactPoint();
        rare.controller[i] = event.scope().controller();
        rare.covers[i] = event.scope().covers().isEmpty()
                ? NOTHING
                : tables.purposes(event.scope().covers());
    }

    private void ends(Rare rare, int i, int size) {
        ConsentEvent event = picked.get(i).event();
        for (int k = 0; k < tables.periods.length && event.kind().grants(); k++) {
            Period period = tables.periods[k];
            rare.periodEnds[k * size + i] =
                    told(event.time().grantFrom().atZone(zone).plus(period).toInstant());
        }
    }

    private long reconsent(String notice) {
        return notices.all().isEmpty() ? NEVER : told(notices.reconsentFrom(notice));
    }

    private long told(Instant instant) {
        long nanos = Algebra.nanos(instant);
        exact &= nanos != UNTOLD;
        return nanos;
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        return numbers.computeIfAbsent(key, any -> numbers.size() + 1);
    }

    /** An event with its place and the number of its purpose. */
    private record Event(ConsentEvent event, Place place, int purpose) {}
}
