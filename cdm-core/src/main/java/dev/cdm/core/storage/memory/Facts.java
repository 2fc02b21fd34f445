package dev.cdm.core.storage.memory;

import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.TombstoneKey;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** All committed facts of one kind, the ended ones included until nobody can see them. Written by one commit at a time. */
final class Facts<T> {

    final Kind<T> kind;
    final Sheet<T> sheet;
    /** Entries by their place in the order of commits; empty for tables. */
    final NavigableMap<Long, Item<T>> feed = new ConcurrentSkipListMap<>();

    private final TombstoneKey key;
    private final Set<String> tombstones = ConcurrentHashMap.newKeySet();
    private long lastInFeed;

    Facts(Kind<T> kind, TombstoneKey key) {
        this.kind = kind;
        this.key = key;
        this.sheet = new Sheet<>(kind, ConcurrentSkipListSet::new);
    }

    /** The item of a key that nothing has ended. */
    @Nullable
    Item<T> live(String id) {
        Item<T> item = sheet.youngest(id, Long.MAX_VALUE);
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
        sheet.add(item);
        feed.put(item.number, item);
    }

    void drop(Item<T> item) {
        sheet.remove(item);
        feed.remove(item.number, item);
    }
}
