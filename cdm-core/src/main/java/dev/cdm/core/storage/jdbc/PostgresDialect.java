package dev.cdm.core.storage.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.SchemaMismatchException;
import dev.cdm.core.storage.TombstoneKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * PostgreSQL. What belongs together goes in one round trip: facts and index rows in one statement, the check for erased
 * ids behind it, the isolation level in front of the first one.
 *
 * <p>Transaction ids ({@code xid8}) grow without wrapping, and every transaction below the {@code xmin} of a snapshot
 * has ended: that is how far a feed goes. Order by sequence alone would skip what commits late.
 */
final class PostgresDialect extends Dialect {

    static final String PRODUCT = "PostgreSQL";
    static final int OLDEST = 13;

    private static final String TEXTS = "?::text[]";
    private static final String NUMBERS = "?::int8[]";
    private static final String INDEX_ROWS = "unnest(" + TEXTS + ", " + TEXTS + ", " + TEXTS + ") as x(name, val, id)";

    private static final String REINDEX = " and (id, name, val) not in (select x.id, x.name, x.val from " + INDEX_ROWS
            + "); insert into %2$s (tenant, name, val, id) select ?, x.name, x.val, x.id from " + INDEX_ROWS
            + " on conflict do nothing";
    private static final String UPDATE_ONE = "update %1$s set version = ?, body_version = ?, body = ?"
            + " where tenant = ? and id = ? and version = ? returning id; delete from %2$s where tenant = ? and id = ?"
            + REINDEX;
    private static final String UPDATE_MANY = "update %1$s d set version = u.version, body_version = ?, body = u.body"
            + " from unnest(" + TEXTS + ", " + NUMBERS + ", " + NUMBERS + ", " + TEXTS
            + ") as u(id, expected, version, body) where d.tenant = ? and d.id = u.id and d.version = u.expected"
            + " returning d.id; delete from %2$s where tenant = ? and id = any(" + TEXTS + ")" + REINDEX;

    PostgresDialect(String prefix) {
        super(prefix);
    }

    @Override
    Set<Capability> capabilities() {
        return Sets.immutableEnumSet(List.of(Capability.values()));
    }

    @Override
    int formerIsolation(Connection connection) {
        return 0;
    }

    @Override
    void isolate(Connection connection, boolean writable) {
        // the prelude does it, without a round trip of its own
    }

    @Override
    void release(Connection connection, int formerIsolation) {
        // the level was that of the transaction only
    }

    @Override
    void tidy(Connection connection) {
        // vacuuming is the server's
    }

    @Override
    String prelude(boolean writable) {
        return writable
                ? "set transaction isolation level read committed; "
                : "set transaction isolation level repeatable read, read only; ";
    }

    @Override
    Object key(String text) {
        return text;
    }

    @Override
    Array keys(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static Array numbers(Connection connection, List<Long> numbers) throws SQLException {
        return connection.createArrayOf("int8", numbers.toArray());
    }

    @Override
    String factsByKeys(Kind<?> kind) {
        return facts(kind) + " l where l.id = any(" + TEXTS + ") and l.tenant = ?";
    }

    @Override
    String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    /*
     * The second statement sees what was committed while the first one waited for another transaction's row: an erasure
     * that was faster is not missed.
     */
    @Override
    Set<String> append(JdbcUnitOfWork unit, LogKind<?> kind, Batch batch) throws SQLException {
        Map<String, String> hashes = hashes(unit.storage.tombstones, kind, batch.ids);
        Connection connection = unit.connection;
        String sql = "with done as (insert into " + facts(kind)
                + " (tenant, id, body_version, body) select ?, u.id, ?, "
                + "u.body from unnest(" + TEXTS + ", " + TEXTS + ") as u(id, body) on conflict do nothing returning id)"
                + addIndexRows(kind) + " select id from done; " + selectBuried(TEXTS);
        PreparedStatement statement = unit.prepare(
                sql,
                unit.tenant(),
                kind.version(),
                keys(connection, batch.ids),
                keys(connection, batch.bodies),
                unit.tenant(),
                keys(connection, batch.indexNames),
                keys(connection, batch.indexValues),
                keys(connection, batch.indexIds),
                keys(connection, hashes.keySet()),
                unit.tenant(),
                kind.name());
        statement.execute();
        Set<String> inserted = new LinkedHashSet<>(JdbcUnitOfWork.nextRows(statement, row -> row.getString(1)));
        statement.getMoreResults();
        List<String> buried = JdbcUnitOfWork.nextRows(statement, row -> row.getString(1));
        if (!buried.isEmpty()) {
            List<String> refused = buried.stream().map(hashes::get).toList();
            takeBack(unit, kind, refused);
            refused.forEach(inserted::remove);
        }
        return inserted;
    }

    @Override
    int occupy(JdbcUnitOfWork unit, LogKind<?> kind, Batch placeholders) throws SQLException {
        return unit.update(
                "insert into " + facts(kind) + " (tenant, id, body_version, body) select ?, u.id, 0, '' from unnest("
                        + TEXTS + ") as u(id) on conflict do nothing",
                unit.tenant(),
                keys(unit.connection, placeholders.ids));
    }

    private static Map<String, String> hashes(TombstoneKey key, Kind<?> kind, List<String> ids) {
        Map<String, String> hashes = new LinkedHashMap<>();
        ids.forEach(id -> hashes.put(key.tombstone(kind.name(), id), id));
        return hashes;
    }

    private String addIndexRows(Kind<?> kind) {
        return ", added as (insert into " + index(kind) + " (tenant, name, val, id) select ?, x.name, x.val, x.id from "
                + INDEX_ROWS + " join done on done.id = x.id on conflict do nothing)";
    }

    @Override
    Set<String> insert(JdbcUnitOfWork unit, Kind<?> kind, Batch batch) throws SQLException {
        Connection connection = unit.connection;
        String sql = "with done as (insert into " + facts(kind)
                + " (tenant, id, version, body_version, body) select ?, u.id, u.version, ?, u.body from unnest(" + TEXTS
                + ", " + NUMBERS + ", " + TEXTS + ") as u(id, version, body) on conflict do nothing returning id)"
                + addIndexRows(kind) + " select id from done";
        return new LinkedHashSet<>(unit.query(
                sql,
                row -> row.getString(1),
                unit.tenant(),
                kind.version(),
                keys(connection, batch.ids),
                numbers(connection, batch.versions),
                keys(connection, batch.bodies),
                unit.tenant(),
                keys(connection, batch.indexNames),
                keys(connection, batch.indexValues),
                keys(connection, batch.indexIds)));
    }

    /*
     * Index rows that stay are not touched. A document whose version is another makes the unit of work fail, so its index
     * rows may change here all the same. One document is written without arrays: the server plans that once for all.
     */
    @Override
    Set<String> update(JdbcUnitOfWork unit, Kind<?> kind, Batch batch) throws SQLException {
        Connection connection = unit.connection;
        boolean single = batch.size() == 1;
        Object ids = single ? batch.ids.get(0) : keys(connection, batch.ids);
        Array names = keys(connection, batch.indexNames);
        Array values = keys(connection, batch.indexValues);
        Array owners = keys(connection, batch.indexIds);
        List<Object> parameters = new ArrayList<>();
        if (single) {
            parameters.addAll(List.of(batch.versions.get(0), kind.version(), batch.bodies.get(0)));
            parameters.addAll(List.of(unit.tenant(), ids, batch.expected.get(0)));
        } else {
            parameters.addAll(List.of(kind.version(), ids, numbers(connection, batch.expected)));
            parameters.addAll(List.of(numbers(connection, batch.versions), keys(connection, batch.bodies)));
            parameters.add(unit.tenant());
        }
        parameters.addAll(List.of(unit.tenant(), ids, names, values, owners, unit.tenant(), names, values, owners));
        String sql = single ? UPDATE_ONE : UPDATE_MANY;
        return new LinkedHashSet<>(unit.query(
                String.format(Locale.ROOT, sql, facts(kind), index(kind)),
                row -> row.getString(1),
                parameters.toArray()));
    }

    @Override
    void bury(JdbcUnitOfWork unit, LogKind<?> kind, List<String> hashes) throws SQLException {
        unit.update(
                "insert into " + system("tombstone") + " (tenant, kind, hash) select ?, ?, u.hash from unnest(" + TEXTS
                        + ") as u(hash) on conflict do nothing",
                unit.tenant(),
                kind.name(),
                keys(unit.connection, hashes));
    }

    @Override
    List<Row> feed(JdbcUnitOfWork unit, LogKind<?> kind, long[] after, long limit) throws SQLException {
        String sql = "select l.id, l.body_version, l.body, l.xid::text, l.pos::text from " + facts(kind)
                + " l where l.tenant = ? and (l.xid, l.pos) > (?::text::xid8, ?)"
                + " and l.xid < pg_snapshot_xmin(pg_current_snapshot()) order by l.tenant, l.xid, l.pos limit ?";
        return unit.query(
                sql,
                row -> new Row(
                        row.getString(1),
                        0,
                        row.getInt(2),
                        row.getString(3),
                        Row.place(row.getString(4), row.getString(5))),
                unit.tenant(),
                Long.toString(after[0]),
                after[1],
                limit);
    }

    @Override
    String nextNumber() {
        return "nextval('" + system("version") + "')";
    }

    @Override
    String type(String role) {
        return switch (role) {
            case "key", "name" -> "text collate \"C\"";
            case "group" -> "xid8 not null default pg_current_xact_id()";
            case "position" -> "bigint generated always as identity";
            default -> "text";
        };
    }

    @Override
    List<String> createSequences() {
        return ImmutableList.of("create sequence if not exists " + system("version"));
    }

    @Override
    String countTables() {
        return "select case when to_regclass(?) is null then 0 else 1 end";
    }

    @Override
    void lockMigrations(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                prelude(true) + "select pg_advisory_xact_lock(hashtext('cdm'), hashtext(?))")) {
            lock.setString(1, prefix);
            lock.execute();
        }
    }

    @Override
    void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_encoding")) {
            if (!row.next() || !row.getString(1).equals("UTF8")) {
                throw new SchemaMismatchException("database must be encoded in `UTF8`, was `" + row.getString(1) + "`");
            }
        }
    }
}
