package dev.cdm.core.storage.cache;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table whose documents are looked up on the shelf once the store has said which versions are there. */
final class CachedTable<V> implements Table<V> {

    private final Table<V> table;
    private final TableKind<V> kind;
    private final Visit visit;

    CachedTable(Table<V> table, TableKind<V> kind, Visit visit) {
        this.table = table;
        this.kind = kind;
        this.visit = visit;
    }

    @Override
    public Map<String, Versioned<V>> get(Collection<String> keys) {
        Map<String, Versioned<V>> current = current(keys);
        List<String> missing = new ArrayList<>(keys);
        missing.removeAll(current.keySet());
        if (!missing.isEmpty() || keys.isEmpty()) {
            table.get(missing).forEach((key, loaded) -> {
                visit.keep(kind, key, loaded);
                current.put(key, loaded);
            });
        }
        Map<String, Versioned<V>> found = new LinkedHashMap<>();
        for (String key : keys) {
            Versioned<V> document = current.get(key);
            if (document != null) {
                found.put(key, document);
            }
        }
        return found;
    }

    /* The documents on the shelf in just the version that this unit of work's snapshot has. */
    private Map<String, Versioned<V>> current(Collection<String> keys) {
        Map<String, Versioned<V>> shelved = new LinkedHashMap<>();
        for (String key : keys) {
            Versioned<V> found = visit.find(kind, key);
            if (found != null) {
                shelved.put(key, found);
            }
        }
        if (!shelved.isEmpty()) {
            Map<String, Long> versions = table.versions(shelved.keySet());
            shelved.entrySet().removeIf(entry -> {
                Long version = versions.get(entry.getKey());
                if (version == null) {
                    visit.drop(kind, entry.getKey());
                }
                return version == null || version != entry.getValue().version();
            });
        }
        return shelved;
    }

    @Override
    public Map<String, Long> versions(Collection<String> keys) {
        return table.versions(keys);
    }

    @Override
    public long put(V document, long expectedVersion) {
        long version = table.put(document, expectedVersion);
        visit.hasWritten(kind, kind.key(document));
        return version;
    }

    @Override
    public void remove(String key, long expectedVersion) {
        table.remove(key, expectedVersion);
        visit.hasRemoved(kind, List.of(key));
    }

    @Override
    public Page<Versioned<V>> by(String index, String from, String to, Cursor after, int limit) {
        return table.by(index, from, to, after, limit);
    }

    @Override
    public Page<Versioned<V>> all(Cursor after, int limit) {
        return table.all(after, limit);
    }
}
