package dev.cdm.core.storage.jdbc;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.StoredText;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.VersionConflictException;
import dev.cdm.core.storage.Versioned;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A table in a unit of work. Documents put are held back and written together: before the next read of the table, or at
 * the end. So a conflict may show later than at its put.
 */
final class JdbcTable<V> implements Table<V> {

    private static final int MOST_HELD_BACK = 500;

    private final JdbcUnitOfWork unit;
    private final TableKind<V> kind;
    private final Lookup lookup;
    private final Set<String> heldBack = new HashSet<>();
    private Batch inserts = new Batch();
    private Batch updates = new Batch();

    JdbcTable(JdbcUnitOfWork unit, TableKind<V> kind) {
        this.unit = unit;
        this.kind = kind;
        this.lookup = new Lookup(unit, kind);
    }

    @Override
    public Map<String, Versioned<V>> get(Collection<String> keys) {
        flush();
        ImmutableMap.Builder<String, Versioned<V>> documents = ImmutableMap.builder();
        lookup.get(keys).forEach((key, row) -> documents.put(key, document(row)));
        return documents.build();
    }

    @Override
    public Map<String, Long> versions(Collection<String> keys) {
        flush();
        return lookup.versions(keys);
    }

    @Override
    public long put(V document, long expectedVersion) {
        Checks.require(expectedVersion >= 0, "expectedVersion", "must be 0 or more", expectedVersion);
        String key = kind.key(document);
        if (heldBack.contains(key) || heldBack.size() >= MOST_HELD_BACK) {
            flush();
        }
        return unit.change("putting into", kind, database -> {
            long version = unit.storage.dialect.newVersion(unit, expectedVersion);
            Batch batch = expectedVersion == 0 ? inserts : updates;
            batch.add(kind, unit.storage.codecs, key, document, expectedVersion, version);
            heldBack.add(key);
            return version;
        });
    }

    @Override
    public void remove(String key, long expectedVersion) {
        Checks.require(expectedVersion >= 1, "expectedVersion", "must be 1 or more", expectedVersion);
        StoredText.require(key, "key");
        flush();
        unit.change("removing from", kind, database -> {
            Dialect dialect = unit.storage.dialect;
            String where = " where tenant = ? and id = ?";
            Object id = dialect.key(key);
            int removed = unit.update(
                    "delete from " + dialect.facts(kind) + where + " and version = ?",
                    unit.tenant(),
                    id,
                    expectedVersion);
            if (removed == 0) {
                throw new VersionConflictException(kind.name(), key);
            }
            return unit.update("delete from " + dialect.index(kind) + where, unit.tenant(), id);
        });
    }

    @Override
    public Page<Versioned<V>> by(String index, String from, String to, Cursor after, int limit) {
        flush();
        return lookup.by(index, from, to, after, limit).map(this::document);
    }

    @Override
    public Page<Versioned<V>> all(Cursor after, int limit) {
        flush();
        return lookup.all(after, limit).map(this::document);
    }

    private Versioned<V> document(Row row) {
        return new Versioned<>(unit.storage.codecs.decode(kind, row.bodyVersion(), row.body()), row.version());
    }

    /** Writes what is held back. */
    void flush() {
        if (heldBack.isEmpty()) {
            return;
        }
        Batch added = inserts.sorted();
        Batch changed = updates.sorted();
        inserts = new Batch();
        updates = new Batch();
        heldBack.clear();
        unit.change("putting into", kind, database -> {
            Dialect dialect = unit.storage.dialect;
            if (!added.isEmpty()) {
                requireAll(added, dialect.insert(database, kind, added));
            }
            if (!changed.isEmpty()) {
                requireAll(changed, dialect.update(database, kind, changed));
            }
            return true;
        });
    }

    private void requireAll(Batch batch, Set<String> written) throws SQLException {
        for (String key : batch.ids) {
            if (!written.contains(key)) {
                throw new VersionConflictException(kind.name(), key);
            }
        }
    }
}
