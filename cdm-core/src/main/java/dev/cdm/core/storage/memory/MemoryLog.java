package dev.cdm.core.storage.memory;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.StoredText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A log in a unit of work. */
final class MemoryLog<E> implements Log<E> {

    private final View<E> view;

    MemoryLog(View<E> view) {
        this.view = view;
    }

    @Override
    public Set<String> append(List<E> entries) {
        Facts<E> facts = view.facts();
        Changes<E> changes = view.unit().changes(facts);
        Map<String, E> checked = new LinkedHashMap<>();
        for (E entry : entries) {
            checked.putIfAbsent(view.checkedKey(entry), entry);
        }
        Set<String> fresh = new LinkedHashSet<>();
        checked.forEach((id, entry) -> {
            if (view.item(id) == null && !changes.isErased(id) && !facts.isErased(id)) {
                changes.write(new Item<>(id, entry, 0, 0), 0);
                fresh.add(id);
            }
        });
        return fresh;
    }

    @Override
    public Map<String, E> get(Collection<String> ids) {
        return view.items(ids, item -> item.value);
    }

    @Override
    public Page<E> by(String index, String value, Cursor after, int limit) {
        return view.by(index, value, value, after, limit).map(item -> item.value);
    }

    @Override
    public Page<E> feed(Cursor after, int limit) {
        view.unit().requireOpen();
        View.requireLimit(limit);
        long snapshot = view.unit().snapshot();
        Changes<E> written = view.unit().written(view.facts());
        List<E> entries = new ArrayList<>();
        long place = place(after);
        for (Item<E> item : view.facts().feed.tailMap(place, false).values()) {
            if (item.from > snapshot) {
                break;
            }
            if (item.seenAt(snapshot) && (written == null || !written.hides(item.key))) {
                if (entries.size() == limit) {
                    return new Page<>(entries, new Cursor(Long.toString(place)), false);
                }
                entries.add(item.value);
                place = item.number;
            }
        }
        return new Page<>(entries, place == 0 ? after : new Cursor(Long.toString(place)), true);
    }

    private static long place(Cursor after) {
        try {
            return after.equals(Cursor.START) ? 0 : Long.parseLong(after.text());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`after` must be a cursor that this method gave", e);
        }
    }

    @Override
    public int erase(Collection<String> ids) {
        Changes<E> changes = view.unit().changes(view.facts());
        ids.forEach(id -> StoredText.require(id, "ids"));
        int found = 0;
        for (String id : ids) {
            found += view.item(id) == null ? 0 : 1;
            changes.erase(id);
        }
        return found;
    }
}
