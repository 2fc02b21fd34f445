package dev.cdm.core.storage.memory;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.SchemaMismatchException;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.TombstoneKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/*
 * Commits have numbers. A commit is checked and published under one lock, and counts from the moment its number is set:
 * until then its items are in the sorted sets, but from a commit that no snapshot has reached. A snapshot is the number
 * of the last commit. What a commit ends stays in the sets until no open snapshot is older than that commit, and is then
 * dropped by whoever ends a unit of work: an erased body is gone when the last unit of work that could see it has ended.
 */

/** The data of one tenant: its kinds, its commits, and the snapshots that are open. Thread-safe. */
final class TenantData {

    private final ConcurrentMap<String, Facts<?>> kinds = new ConcurrentHashMap<>();
    private final TombstoneKey key;
    private final AtomicLong versions = new AtomicLong();
    private final Object commits = new Object();
    private volatile long committed;
    /** How many units of work look at each commit; guarded by itself. */
    private final TreeMap<Long, Integer> snapshots = new TreeMap<>();
    /** What commits have ended, oldest first; guarded by itself. */
    private final Queue<Ended<?>> ended = new ArrayDeque<>();

    private record Ended<T>(Facts<T> facts, Item<T> item) {
        void drop() {
            facts.drop(item);
        }
    }

    TenantData(TombstoneKey key) {
        this.key = key;
    }

    void prepare(Collection<? extends Kind<?>> wanted, SchemaMode mode) {
        Map<String, Kind<?>> named = new LinkedHashMap<>();
        for (Kind<?> kind : wanted) {
            Facts<?> facts = kinds.get(kind.name());
            Kind<?> other = facts == null ? named.putIfAbsent(kind.name(), kind) : facts.kind;
            Checks.require(
                    other == null || other.equals(kind),
                    "kinds",
                    "must have distinct names, two are called",
                    "`" + kind.name() + "`");
            if (facts == null && mode == SchemaMode.VALIDATE) {
                throw new SchemaMismatchException("kind `" + kind.name() + "` was never created");
            }
        }
        named.values().forEach(kind -> kinds.putIfAbsent(kind.name(), new Facts<>(kind, key)));
    }

    <T> Facts<T> facts(Kind<T> kind) {
        Facts<?> facts = kinds.get(kind.name());
        if (facts == null || !facts.kind.equals(kind)) {
            throw new IllegalArgumentException("`kind` must be prepared first, was `" + kind.name() + "`");
        }
        @SuppressWarnings("unchecked") // a kind is equal to itself only
        Facts<T> typed = (Facts<T>) facts;
        return typed;
    }

    long nextVersion() {
        return versions.incrementAndGet();
    }

    long openSnapshot() {
        synchronized (snapshots) {
            snapshots.merge(committed, 1, Integer::sum);
            return committed;
        }
    }

    void closeSnapshot(long snapshot) {
        synchronized (snapshots) {
            snapshots.computeIfPresent(snapshot, (commit, count) -> count == 1 ? null : count - 1);
        }
        dropUnseen();
    }

    void commit(Collection<Changes<?>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        synchronized (commits) {
            changes.forEach(Changes::check);
            long commit = committed + 1;
            changes.forEach(change -> publish(change, commit));
            committed = commit;
        }
    }

    private <T> void publish(Changes<T> changes, long commit) {
        Facts<T> facts = changes.facts();
        Collection<Item<T>> over =
                facts.kind instanceof LogKind ? changes.publishEntries(commit) : changes.publishDocuments(commit);
        synchronized (ended) {
            over.forEach(item -> ended.add(new Ended<>(facts, item)));
        }
    }

    private void dropUnseen() {
        synchronized (ended) {
            long oldest = oldestSnapshot();
            for (Ended<?> next = ended.peek(); next != null && next.item().until() <= oldest; next = ended.peek()) {
                next.drop();
                ended.remove();
            }
        }
    }

    private long oldestSnapshot() {
        synchronized (snapshots) {
            return snapshots.isEmpty() ? committed : snapshots.firstKey();
        }
    }
}
