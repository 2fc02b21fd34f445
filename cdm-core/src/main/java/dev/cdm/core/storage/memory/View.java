package dev.cdm.core.storage.memory;

import com.google.common.collect.Iterators;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.StoredText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of a kind as one unit of work sees them: its snapshot, overlaid with what it has written itself. */
final class View<T> {

    private final MemoryUnit unit;
    private final Facts<T> facts;

    View(MemoryUnit unit, Facts<T> facts) {
        this.unit = unit;
        this.facts = facts;
    }

    MemoryUnit unit() {
        return unit;
    }

    Facts<T> facts() {
        return facts;
    }

    /** The key of a fact whose index values can be stored too. */
    String checkedKey(T fact) {
        facts.kind.indexes().values().forEach(values -> Objects.requireNonNull(values.apply(fact), "index values"));
        return facts.kind.key(fact);
    }

    /** The committed item of a key, whatever was written since. */
    @Nullable
    Item<T> committed(String key) {
        return facts.asOf(unit.snapshot(), key);
    }

    @Nullable
    Item<T> item(String key) {
        Changes<T> written = unit.written(facts);
        return written != null && written.hides(key) ? written.own(key) : committed(key);
    }

    <R> Map<String, R> items(Collection<String> keys, Function<Item<T>, R> part) {
        unit.requireOpen();
        keys.forEach(key -> StoredText.require(key, "keys"));
        Map<String, R> found = new LinkedHashMap<>();
        for (String key : keys) {
            Item<T> item = item(key);
            if (item != null) {
                found.put(key, part.apply(item));
            }
        }
        return found;
    }

    /** A page of the places of all keys. */
    Page<Item<T>> all(Cursor after, int limit) {
        return page(Sheet::byKey, "", "", after, limit);
    }

    /** A page of the places under the values of an index between two bounds. */
    Page<Item<T>> by(String index, String from, String to, Cursor after, int limit) {
        StoredText.require(from, "from");
        StoredText.require(to, "to");
        return page(sheet -> sheet.by(index), from, to, after, limit);
    }

    private Page<Item<T>> page(
            Function<Sheet<T>, NavigableSet<Place<T>>> set, String from, String to, Cursor after, int limit) {
        unit.requireOpen();
        requireLimit(limit);
        Place<T> start = after.equals(Cursor.START) ? Place.before(from) : Place.after(after);
        Iterator<Place<T>> places = places(set, start, Place.afterAll(to));
        List<Item<T>> items = new ArrayList<>();
        Cursor next = after;
        while (places.hasNext()) {
            Place<T> place = places.next();
            if (items.size() == limit) {
                return new Page<>(items, next, false);
            }
            items.add(place.item());
            next = place.cursor();
        }
        return new Page<>(items, next, true);
    }

    private Iterator<Place<T>> places(Function<Sheet<T>, NavigableSet<Place<T>>> set, Place<T> start, Place<T> end) {
        Changes<T> written = unit.written(facts);
        Iterator<Place<T>> committed = Iterators.filter(
                between(set.apply(facts.sheet), start, end),
                place -> place.item().seenAt(unit.snapshot()) && (written == null || !written.hides(place.item().key)));
        return written == null
                ? committed
                : Iterators.mergeSorted(
                        List.of(committed, between(set.apply(written.sheet()), start, end)), Comparator.naturalOrder());
    }

    private static <T> Iterator<Place<T>> between(NavigableSet<Place<T>> places, Place<T> start, Place<T> end) {
        return start.compareTo(end) >= 0
                ? Collections.emptyIterator()
                : places.subSet(start, false, end, false).iterator();
    }

    static void requireLimit(int limit) {
        Checks.require(limit >= 1, "limit", "must be 1 or more", limit);
    }
}
