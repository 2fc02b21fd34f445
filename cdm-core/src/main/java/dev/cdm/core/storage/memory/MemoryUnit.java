package dev.cdm.core.storage.memory;

import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unit of work: a snapshot, and what was written since. For one thread. */
final class MemoryUnit implements UnitOfWork {

    private final TenantData data;
    private final boolean mayWrite;
    private final long snapshot;
    private final Map<Facts<?>, Changes<?>> changes = new LinkedHashMap<>();
    private boolean ended;

    MemoryUnit(TenantData data, boolean mayWrite) {
        this.data = data;
        this.mayWrite = mayWrite;
        this.snapshot = data.openSnapshot();
    }

    @Override
    public <E> Log<E> log(LogKind<E> kind) {
        requireOpen();
        return new MemoryLog<>(new View<>(this, data.facts(kind)));
    }

    @Override
    public <V> Table<V> table(TableKind<V> kind) {
        requireOpen();
        return new MemoryTable<>(new View<>(this, data.facts(kind)));
    }

    void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the unit of work has ended");
        }
    }

    void requireWriting() {
        requireOpen();
        if (!mayWrite) {
            throw new IllegalStateException("this unit of work only reads");
        }
    }

    long snapshot() {
        return snapshot;
    }

    long nextVersion() {
        return data.nextVersion();
    }

    /** What was written to a kind, if anything. */
    <T> @Nullable Changes<T> written(Facts<T> facts) {
        @SuppressWarnings("unchecked") // put under its own facts only
        Changes<T> typed = (Changes<T>) changes.get(facts);
        return typed;
    }

    /** Where to write changes of a kind. */
    <T> Changes<T> changes(Facts<T> facts) {
        requireWriting();
        Changes<T> written = written(facts);
        if (written == null) {
            written = new Changes<>(facts);
            changes.put(facts, written);
        }
        return written;
    }

    Collection<Changes<?>> changes() {
        return changes.values();
    }

    void end() {
        ended = true;
        data.closeSnapshot(snapshot);
    }
}
