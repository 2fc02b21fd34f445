package dev.cdm.core.storage.memory;

import com.google.common.collect.Sets;
import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/**
 * A storage in memory. Thread-safe; nothing outlives the process.
 *
 * <p>Facts are kept as the objects they are, so they must be immutable. Every unit of work, a writing one too, sees one
 * snapshot and its own writes, and blocks nobody. When a writing one ends, it is checked against what was committed since
 * it began: a document that changed, or an entry that another has appended or erased, is a
 * {@link dev.cdm.core.storage.VersionConflictException}. The feed has the order of commits.
 *
 * <p>An operation takes time in proportion to the logarithm of the number of facts, and an open unit of work keeps in
 * memory what others replaced or erased since it began. Closing does nothing: the data goes when nothing refers to it.
 */
public final class MemoryStorage implements Storage {

    private final TenantData data;

    MemoryStorage(TenantData data) {
        this.data = data;
    }

    /** {@return a storage that is empty and shares nothing} Use {@link MemoryDatabase} for several tenants. */
    public static Storage create() {
        return new MemoryDatabase().tenant("default");
    }

    @Override
    public Set<Capability> capabilities() {
        return Sets.immutableEnumSet(Capability.TENANTS);
    }

    @Override
    public void prepare(Collection<? extends Kind<?>> kinds, SchemaMode mode) {
        data.prepare(kinds, mode);
    }

    @Override
    public <R> R read(Function<? super UnitOfWork, R> work) {
        MemoryUnit unit = new MemoryUnit(data, false);
        try {
            return work.apply(unit);
        } finally {
            unit.end();
        }
    }

    @Override
    public <R> R write(Function<? super UnitOfWork, R> work) {
        MemoryUnit unit = new MemoryUnit(data, true);
        try {
            R result = work.apply(unit);
            data.commit(unit.changes());
            return result;
        } finally {
            unit.end();
        }
    }

    @Override
    public void close() {}
}
