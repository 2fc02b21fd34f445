package dev.cdm.core.storage.cache;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/*
 * Why it is right. A version of a document is given once, so kind, key and version determine the document; an id of an
 * entry determines the entry, because the first append wins and an erased id stays refused. Only committed facts are kept:
 * a unit of work keeps nothing that it has written itself, so a roll-back has nothing to take back. And a fact is served
 * only after the store has confirmed, in the snapshot of this very unit of work, that the id is present or that the
 * document has this version. That costs a question, and makes the answer independent of who else writes and of any
 * message about it. What it saves are the bodies: their transfer and their decoding.
 */

/**
 * A storage that keeps in memory what was read by id or key. Thread-safe if the storage below is.
 *
 * <p>Entries of logs and documents of tables are kept after a look-up by id or key; pages, feeds and absence are not.
 * Each look-up first asks the store which ids are present and which versions are current
 * ({@link dev.cdm.core.storage.Log#present} and {@link dev.cdm.core.storage.Table#versions}), so nothing is ever out of
 * date: not under other writers, not in another process, not inside an older snapshot. It pays where a store answers
 * those two without reading bodies.
 *
 * <p>Uncommitted facts are never kept. A unit of work that joined a transaction of the host neither reads nor fills the
 * cache. What is erased or removed through this storage leaves the cache with the commit; what others erase is not served
 * any more, and leaves it at the next look-up or when it is displaced.
 */
public final class CachedStorage implements Storage {

    private static final int DEFAULT_MOST = 10_000;

    private final Storage storage;
    private final Shelf shelf;

    private CachedStorage(Storage storage, Shelf shelf) {
        this.storage = storage;
        this.shelf = shelf;
    }

    /**
     * {@return a storage with a cache of at most 10,000 facts}
     *
     * @param storage the storage below; closed together with the new one
     */
    public static CachedStorage over(Storage storage) {
        return over(storage, DEFAULT_MOST);
    }

    /**
     * {@return a storage with a cache}
     *
     * @param storage the storage below; closed together with the new one
     * @param most the most facts to keep, from 1, of all kinds together
     */
    public static CachedStorage over(Storage storage, int most) {
        return new CachedStorage(storage, new Shelf(Checks.between(most, 1, Integer.MAX_VALUE, "most")));
    }

    @Override
    public Set<Capability> capabilities() {
        return storage.capabilities();
    }

    @Override
    public void prepare(Collection<? extends Kind<?>> kinds, SchemaMode mode) {
        storage.prepare(kinds, mode);
    }

    @Override
    public <R> R read(Function<? super UnitOfWork, R> work) {
        Visit visit = new Visit(shelf);
        return storage.read(unit -> work.apply(new CachedUnit(unit, visit)));
    }

    @Override
    public <R> R write(Function<? super UnitOfWork, R> work) {
        Visit visit = new Visit(shelf);
        try {
            return storage.write(unit -> work.apply(new CachedUnit(unit, visit)));
        } finally {
            visit.end(); // also when the outcome of a commit is unknown
        }
    }

    @Override
    public void close() {
        storage.close();
    }
}
