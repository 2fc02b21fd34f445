package dev.cdm.core.storage.cache;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A log whose entries are looked up on the shelf once the store has said that they are there. */
final class CachedLog<E> implements Log<E> {

    private final Log<E> log;
    private final LogKind<E> kind;
    private final Visit visit;

    CachedLog(Log<E> log, LogKind<E> kind, Visit visit) {
        this.log = log;
        this.kind = kind;
        this.visit = visit;
    }

    @Override
    public Set<String> append(List<E> entries) {
        Set<String> fresh = log.append(entries);
        fresh.forEach(id -> visit.hasWritten(kind, id));
        return fresh;
    }

    @Override
    public Map<String, E> get(Collection<String> ids) {
        Map<String, E> shelved = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            Versioned<E> found = visit.find(kind, id);
            if (found == null) {
                missing.add(id);
            } else {
                shelved.put(id, found.document());
            }
        }
        if (shelved.isEmpty()) {
            return load(ids);
        }
        Set<String> present = log.present(shelved.keySet());
        Map<String, E> loaded = missing.isEmpty() ? Map.of() : load(missing);
        return inOrder(ids, shelved, present, loaded);
    }

    private Map<String, E> load(Collection<String> ids) {
        Map<String, E> loaded = log.get(ids);
        loaded.forEach((id, entry) -> visit.keep(kind, id, new Versioned<>(entry, 1)));
        return loaded;
    }

    private Map<String, E> inOrder(
            Collection<String> ids, Map<String, E> shelved, Set<String> present, Map<String, E> loaded) {
        Map<String, E> found = new LinkedHashMap<>();
        for (String id : ids) {
            E entry = shelved.get(id);
            if (entry == null) {
                entry = loaded.get(id);
            } else if (!present.contains(id)) {
                visit.drop(kind, id);
                entry = null;
            }
            if (entry != null) {
                found.put(id, entry);
            }
        }
        return found;
    }

    @Override
    public Set<String> present(Collection<String> ids) {
        return log.present(ids);
    }

    @Override
    public Page<E> by(String index, String value, Cursor after, int limit) {
        return log.by(index, value, after, limit);
    }

    @Override
    public Page<E> feed(Cursor after, int limit) {
        return log.feed(after, limit);
    }

    @Override
    public int erase(Collection<String> ids) {
        int erased = log.erase(ids);
        visit.hasRemoved(kind, ids);
        return erased;
    }
}
