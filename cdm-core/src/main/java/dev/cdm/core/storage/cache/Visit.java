package dev.cdm.core.storage.cache;

import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Versioned;
import dev.cdm.core.storage.cache.Shelf.Slot;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One unit of work's dealings with the shelf: it neither finds nor keeps there what it has written itself. */
final class Visit {

    private final Shelf shelf;
    private final long removalsAtStart;
    private final Set<Slot> written = new LinkedHashSet<>();
    private final Set<Slot> removed = new LinkedHashSet<>();

    /** Begins a visit; to be called before the unit of work takes its snapshot. */
    Visit(Shelf shelf) {
        this.shelf = shelf;
        this.removalsAtStart = shelf.removals();
    }

    /** The fact on the shelf, unless this unit of work has written it. */
    <T> @Nullable Versioned<T> find(Kind<T> kind, String key) {
        return isOwn(kind, key) ? null : shelf.find(kind, key);
    }

    <T> void keep(Kind<T> kind, String key, Versioned<T> loaded) {
        if (!isOwn(kind, key)) {
            shelf.keep(new Slot(kind, key), loaded, removalsAtStart);
        }
    }

    void drop(Kind<?> kind, String key) {
        shelf.drop(List.of(new Slot(kind, key)));
    }

    void hasWritten(Kind<?> kind, String key) {
        written.add(new Slot(kind, key));
    }

    void hasRemoved(Kind<?> kind, Collection<String> keys) {
        keys.forEach(key -> removed.add(new Slot(kind, key)));
    }

    private boolean isOwn(Kind<?> kind, String key) {
        Slot slot = new Slot(kind, key);
        return written.contains(slot) || removed.contains(slot);
    }

    /** Takes what was written off the shelf; to be called when the unit of work has ended, however it ended. */
    void end() {
        shelf.drop(written);
        if (!removed.isEmpty()) {
            shelf.remove(removed);
        }
    }
}
