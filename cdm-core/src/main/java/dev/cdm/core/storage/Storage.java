package dev.cdm.core.storage;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/**
 * A place where the facts of one tenant are kept.
 *
 * <p>Thread-safe: any number of threads may read and write at once. A unit of work is used by the thread that got it,
 * inside the function that got it, and by nothing else. Two storages over one database, in one process or several, see
 * each other's committed writes at the start of their next unit of work.
 *
 * <p>Every failure of the store itself is a {@link StorageException}. What the function throws passes through
 * unchanged, after a roll-back.
 */
public interface Storage extends AutoCloseable {

    /** {@return what this storage offers beyond the contract; never changes} */
    Set<Capability> capabilities();

    /**
     * Makes sure the physical tables of some kinds are there. Safe to call again and from several processes at once.
     *
     * @param kinds the kinds that will be used
     * @param mode whether to create what is missing, only look, or do nothing
     * @throws SchemaMismatchException if tables are missing or differ, and the mode is to validate
     * @throws IllegalArgumentException if two different kinds have one name
     */
    void prepare(Collection<? extends Kind<?>> kinds, SchemaMode mode);

    /**
     * Reads from one snapshot: everything the function sees was committed before it started, or is seen by none of its
     * reads.
     *
     * @param work reads and returns a value; a write attempt in it fails with {@link IllegalStateException}
     * @param <R> the type of the result
     * @return what the function returned
     */
    <R> R read(Function<? super UnitOfWork, R> work);

    /**
     * Reads and writes, all or nothing. The function sees its own writes. The work is not repeated by the storage: on a
     * {@link VersionConflictException} the caller decides.
     *
     * @param work reads, writes and returns a value; when it throws, nothing was written
     * @param <R> the type of the result
     * @return what the function returned, after a successful commit
     * @throws VersionConflictException if another unit of work changed a document in between, at the write or at commit
     */
    <R> R write(Function<? super UnitOfWork, R> work);

    /** Releases what the storage itself opened; a data source or connection of the host stays open. */
    @Override
    void close();
}
