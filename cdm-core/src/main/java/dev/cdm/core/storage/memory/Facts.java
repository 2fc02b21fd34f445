package dev.cdm.core.storage.memory;

import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.TombstoneKey;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** All committed facts of one kind, the ended ones included until nobody can see them. Written by one commit at a time. */
final class Facts<T> {

    final Kind<T> kind;
    final Sheet<T> sheet;
    /** Entries by their place in the order of commits; empty for tables. */
    final NavigableMap<Long, Item<T>> feed = new ConcurrentSkipListMap<>();

    /** The youngest item of each key. */
    private final ConcurrentMap<String, Item<T>> youngest = new ConcurrentHashMap<>();

    private final TombstoneKey key;
    private final Set<String> tombstones = ConcurrentHashMap.newKeySet();
    private long lastInFeed;

    Facts(Kind<T> kind, TombstoneKey key) {
        this.kind = kind;
        this.key = key;
        this.sheet = new Sheet<>(kind, ConcurrentSkipListSet::new);
    }

    /** The item of a key that a commit sees. */
    @Nullable
    Item<T> asOf(long commit, String id) {
        Item<T> item = youngest.get(id);
        return item == null ? null : item.asOf(commit);
    }

    /** The item of a key that nothing has ended. */
    @Nullable
    Item<T> live(String id) {
        Item<T> item = youngest.get(id);
        return item != null && item.isLive() ? item : null;
    }

    boolean isErased(String id) {
        return !tombstones.isEmpty() && tombstones.contains(key.tombstone(kind.name(), id));
    }

    void bury(String id) {
        tombstones.add(key.tombstone(kind.name(), id));
    }

    void appendAt(long commit, String id, T entry) {
        lastInFeed++;
        Item<T> item = new Item<>(id, entry, lastInFeed, commit);
        putAt(item);
        feed.put(item.number, item);
    }

    void putAt(Item<T> item) {
        youngest.compute(item.key, (id, former) -> item.replacing(former));
        sheet.add(item);
    }

    /** Lets go of an item that nobody can see any more. */
    void drop(Item<T> item) {
        youngest.computeIfPresent(item.key, (id, head) -> head.without(item));
        sheet.remove(item);
        feed.remove(item.number, item);
    }
}
