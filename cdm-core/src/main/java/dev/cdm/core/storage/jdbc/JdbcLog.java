package dev.cdm.core.storage.jdbc;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.StoredText;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A log in a unit of work. */
final class JdbcLog<E> implements Log<E> {

    private final JdbcUnitOfWork unit;
    private final LogKind<E> kind;
    private final Lookup lookup;

    JdbcLog(JdbcUnitOfWork unit, LogKind<E> kind) {
        this.unit = unit;
        this.kind = kind;
        this.lookup = new Lookup(unit, kind);
    }

    @Override
    public Set<String> append(List<E> entries) {
        Batch batch = Batch.of(kind, unit.storage.codecs, entries);
        Set<String> fresh = unit.change(
                "appending to",
                kind,
                database -> batch.isEmpty() ? Set.of() : unit.storage.dialect.append(database, kind, batch));
        return ImmutableSet.copyOf(Iterables.filter(batch.ids, fresh::contains));
    }

    @Override
    public Map<String, E> get(Collection<String> ids) {
        Map<String, Row> rows = lookup.get(ids);
        ImmutableMap.Builder<String, E> entries = ImmutableMap.builder();
        rows.forEach((id, row) -> entries.put(id, entry(row)));
        return entries.build();
    }

    @Override
    public Set<String> present(Collection<String> ids) {
        return lookup.versions(ids).keySet();
    }

    @Override
    public Page<E> by(String index, String value, Cursor after, int limit) {
        return lookup.by(index, value, value, after, limit).map(this::entry);
    }

    @Override
    public Page<E> feed(Cursor after, int limit) {
        Checks.require(limit >= 1, "limit", "must be 1 or more", limit);
        long[] place = Row.feedPlace(after);
        List<Row> rows =
                unit.run("following", kind, database -> unit.storage.dialect.feed(database, kind, place, limit + 1L));
        return Row.page(rows, after, limit).map(this::entry);
    }

    private E entry(Row row) {
        return unit.storage.codecs.decode(kind, row.bodyVersion(), row.body());
    }

    @Override
    public int erase(Collection<String> ids) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String id : new LinkedHashSet<>(ids)) {
            hashes.put(id, unit.storage.tombstones.tombstone(kind.name(), StoredText.require(id, "ids")));
        }
        return unit.change("erasing from", kind, database -> hashes.isEmpty() ? 0 : erase(hashes));
    }

    /*
     * The ids are occupied first: whoever appends one of them now waits until this unit of work ends, and then finds
     * the hash.
     */
    private int erase(Map<String, String> hashes) throws SQLException {
        List<String> possible = hashes.keySet().stream()
                .filter(id -> !id.isBlank() && id.length() <= StoredText.LONGEST)
                .sorted(StoredText.ORDER)
                .toList();
        Dialect dialect = unit.storage.dialect;
        int absent = dialect.occupy(unit, kind, Batch.placeholders(possible));
        dialect.bury(unit, kind, hashes.values().stream().sorted().toList());
        dialect.takeBack(unit, kind, possible);
        return possible.size() - absent;
    }
}
