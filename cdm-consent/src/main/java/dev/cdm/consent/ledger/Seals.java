package dev.cdm.consent.ledger;

import com.google.common.collect.ImmutableMap;
import dev.cdm.consent.ledger.ConsentHistory.Place;
import dev.cdm.consent.ledger.ConsentLedger.Seal;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs of positions in the order of the feed. The end of the chain is a document, so two sealers conflict. */
final class Seals {

    private static final String END = "end";
    private static final int PAGE = 100;

    private final Table<Seal> table;

    Seals(Table<Seal> table) {
        this.table = table;
    }

    int seal(Log<ConsentEvent> log, Instant at, int limit) {
        Versioned<Seal> end = table.get(List.of(END)).get(END);
        Seal last = end == null ? new Seal(END, 1, Instant.EPOCH, List.of(), Cursor.START.text()) : end.document();
        Page<ConsentEvent> page = log.feed(new Cursor(last.cursor()), limit);
        if (page.items().isEmpty()) {
            return 0;
        }
        Instant when = at.isBefore(last.at()) ? last.at() : at;
        List<String> hashes =
                page.items().stream().map(event -> hash(event.id())).toList();
        String key = text(last.first());
        String next = page.next().text();
        table.put(new Seal(key, last.first(), when, hashes, next), 0);
        table.put(new Seal(END, last.first() + hashes.size(), when, List.of(), next), end == null ? 0 : end.version());
        return hashes.size();
    }

    /* The run that holds a position starts at most as far before it as runs are long: the look back doubles. */
    Optional<Instant> sealedAt(long position) {
        long back = 1;
        Optional<Seal> found = position < 1 ? Optional.empty() : lastRun(position, position);
        while (found.isEmpty() && back < position) {
            back *= 2;
            found = lastRun(Math.max(1, position - back + 1), position);
        }
        return found.filter(run -> position < run.first() + run.hashes().size()).map(Seal::at);
    }

    private Optional<Seal> lastRun(long from, long to) {
        Cursor after = Cursor.START;
        Optional<Seal> last = Optional.empty();
        boolean more = true;
        while (more) {
            Page<Versioned<Seal>> page = table.by("first", text(from), text(to), after, PAGE);
            for (Versioned<Seal> found : page.items()) {
                last = found.document().key().equals(END) ? last : Optional.of(found.document());
            }
            after = page.next();
            more = !page.last();
        }
        return last;
    }

    static String text(long position) {
        return String.format(Locale.ROOT, "%019d", position);
    }

    Map<String, Place> places(List<ConsentEvent> events) {
        ImmutableMap.Builder<String, Place> places = ImmutableMap.builder();
        for (ConsentEvent event : events) {
            String hash = hash(event.id());
            for (Versioned<Seal> found :
                    table.by("event", hash, hash, Cursor.START, 1).items()) {
                Seal seal = found.document();
                places.put(event.id(), new Place(seal.first() + seal.hashes().indexOf(hash), seal.at()));
            }
        }
        return places.buildKeepingLast();
    }

    private static String hash(String id) {
        return new ContentHash().add(id).finish();
    }
}
