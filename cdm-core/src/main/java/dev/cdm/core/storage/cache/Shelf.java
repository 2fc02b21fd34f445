package dev.cdm.core.storage.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Versioned;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/*
 * A reader whose snapshot is older than an erasure may load the erased fact after the eraser has cleared the shelf. It
 * would never be served, because readers ask the store first, but it would stay in memory. So erasers count, and a reader
 * that finds another count than at its start takes back what it has just put. Whichever of the two comes last removes it.
 */

/** Committed facts, the least used of them dropped. Entries of logs have version 1. Thread-safe. */
final class Shelf {

    /** What a fact is found under; kinds are equal to themselves only. */
    record Slot(Kind<?> kind, String key) {}

    private final Cache<Slot, Versioned<?>> facts;
    private final AtomicLong removals = new AtomicLong();

    Shelf(long most) {
        this.facts =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /** A count of removals so far, to be kept by a unit of work from its start. */
    long removals() {
        return removals.get();
    }

    <T> @Nullable Versioned<T> find(Kind<T> kind, String key) {
        Versioned<?> found = facts.getIfPresent(new Slot(kind, key));
        return found == null ? null : new Versioned<>(kind.type().cast(found.document()), found.version());
    }

    /** Keeps a committed fact that a unit of work has loaded. */
    void keep(Slot slot, Versioned<?> loaded, long removalsAtStart) {
        facts.asMap().merge(slot, loaded, (one, other) -> one.version() > other.version() ? one : other);
        if (removals.get() != removalsAtStart) {
            facts.invalidate(slot);
        }
    }

    /** Drops facts that another version replaces, or that were not found. */
    void drop(Collection<Slot> slots) {
        facts.invalidateAll(slots);
    }

    /** Drops facts that are gone for good, and keeps readers of older snapshots from bringing them back. */
    void remove(Collection<Slot> slots) {
        removals.incrementAndGet();
        facts.invalidateAll(slots);
    }
}
