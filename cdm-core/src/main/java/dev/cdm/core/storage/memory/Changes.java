package dev.cdm.core.storage.memory;

import dev.cdm.core.storage.VersionConflictException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one unit of work has written to one kind, kept aside until it is checked and published. */
final class Changes<T> {

    private final Facts<T> facts;
    /** The items written and still there, in the order of the writes. */
    private final Map<String, Item<T>> own = new LinkedHashMap<>();

    /** Sorted when first asked for. */
    private @Nullable Sheet<T> sheet;
    /** For each key written: the version that must still be the committed one, 0 for none. */
    private final Map<String, Long> touched = new LinkedHashMap<>();

    private final Set<String> erased = new LinkedHashSet<>();

    Changes(Facts<T> facts) {
        this.facts = facts;
    }

    Sheet<T> sheet() {
        if (sheet == null) {
            sheet = new Sheet<>(facts.kind, TreeSet::new);
            own.values().forEach(sheet::add);
        }
        return sheet;
    }

    @Nullable
    Item<T> own(String key) {
        return own.get(key);
    }

    boolean hides(String key) {
        return touched.containsKey(key) || erased.contains(key);
    }

    boolean isErased(String id) {
        return erased.contains(id);
    }

    void write(Item<T> item, long committedVersion) {
        touched.putIfAbsent(item.key, committedVersion);
        takeBack(item.key);
        own.put(item.key, item);
        if (sheet != null) {
            sheet.add(item);
        }
    }

    void remove(String key, long committedVersion) {
        touched.putIfAbsent(key, committedVersion);
        takeBack(key);
    }

    void erase(String id) {
        erased.add(id);
        touched.remove(id);
        takeBack(id);
    }

    private void takeBack(String key) {
        Item<T> former = own.remove(key);
        if (former != null && sheet != null) {
            sheet.remove(former);
        }
    }

    /** Fails if another unit of work has committed a change to one of the keys. */
    void check() {
        touched.forEach((key, version) -> {
            Item<T> live = facts.live(key);
            if ((live == null ? 0 : live.number) != version || facts.isErased(key)) {
                throw new VersionConflictException(facts.kind.name(), key);
            }
        });
    }

    /** Publishes to a log; gives the items that ended. */
    List<Item<T>> publishEntries(long commit) {
        own.forEach((id, item) -> facts.appendAt(commit, id, item.value));
        erased.forEach(facts::bury);
        return end(erased, commit);
    }

    /** Publishes to a table; gives the items that ended. */
    List<Item<T>> publishDocuments(long commit) {
        List<Item<T>> ended = end(touched.keySet(), commit);
        own.forEach((key, item) -> facts.putAt(new Item<>(key, item.value, item.number, commit)));
        return ended;
    }

    private List<Item<T>> end(Set<String> keys, long commit) {
        List<Item<T>> ended = new ArrayList<>();
        for (String key : keys) {
            Item<T> live = facts.live(key);
            if (live != null) {
                live.endAt(commit);
                ended.add(live);
            }
        }
        return ended;
    }

    Facts<T> facts() {
        return facts;
    }
}
