package dev.cdm.core.storage.cache;

import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;

/** A unit of work that serves from the shelf what it has not written itself. */
final class CachedUnit implements UnitOfWork {

    private final UnitOfWork unit;
    private final Visit visit;

    CachedUnit(UnitOfWork unit, Visit visit) {
        this.unit = unit;
        this.visit = visit;
    }

    @Override
    public <E> Log<E> log(LogKind<E> kind) {
        Log<E> log = unit.log(kind);
        return joined() ? log : new CachedLog<>(log, kind, visit);
    }

    @Override
    public <V> Table<V> table(TableKind<V> kind) {
        Table<V> table = unit.table(kind);
        return joined() ? table : new CachedTable<>(table, kind, visit);
    }

    @Override
    public boolean joined() {
        return unit.joined();
    }
}
