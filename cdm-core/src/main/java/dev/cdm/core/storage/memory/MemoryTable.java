package dev.cdm.core.storage.memory;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.StoredText;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.VersionConflictException;
import dev.cdm.core.storage.Versioned;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table in a unit of work. */
final class MemoryTable<V> implements Table<V> {

    private final View<V> view;

    MemoryTable(View<V> view) {
        this.view = view;
    }

    @Override
    public Map<String, Versioned<V>> get(Collection<String> keys) {
        return view.items(keys, MemoryTable::versioned);
    }

    @Override
    public Map<String, Long> versions(Collection<String> keys) {
        return view.items(keys, item -> item.number);
    }

    @Override
    public long put(V document, long expectedVersion) {
        Changes<V> changes = view.unit().changes(view.facts());
        Checks.require(expectedVersion >= 0, "expectedVersion", "must be 0 or more", expectedVersion);
        String key = view.checkedKey(document);
        requireVersion(key, expectedVersion);
        Item<V> item = new Item<>(key, document, view.unit().nextVersion(), 0);
        changes.write(item, version(view.committed(key)));
        return item.number;
    }

    @Override
    public void remove(String key, long expectedVersion) {
        Changes<V> changes = view.unit().changes(view.facts());
        Checks.require(expectedVersion >= 1, "expectedVersion", "must be 1 or more", expectedVersion);
        requireVersion(StoredText.require(key, "key"), expectedVersion);
        changes.remove(key, version(view.committed(key)));
    }

    @Override
    public Page<Versioned<V>> by(String index, String from, String to, Cursor after, int limit) {
        return view.by(index, from, to, after, limit).map(MemoryTable::versioned);
    }

    @Override
    public Page<Versioned<V>> all(Cursor after, int limit) {
        return view.all(after, limit).map(MemoryTable::versioned);
    }

    private void requireVersion(String key, long expected) {
        if (version(view.item(key)) != expected) {
            throw new VersionConflictException(view.facts().kind.name(), key);
        }
    }

    private static long version(@Nullable Item<?> item) {
        return item == null ? 0 : item.number;
    }

    private static <V> Versioned<V> versioned(Item<V> item) {
        return new Versioned<>(item.value, item.number);
    }
}
