package dev.cdm.core.storage.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * H2. It sorts text by UTF-16 unit, so keys are kept as UTF-8 bytes. A duplicate key undoes only its own statement, so
 * first inserts are tried and the refused ones counted.
 */
final class H2Dialect extends Dialect {

    static final String PRODUCT = "H2";
    static final int OLDEST = 2;
    static final int CONCURRENT_UPDATE = 90131;

    private static final int ADMIN_ONLY = 90040;
    private static final int SNAPSHOT = 6;
    private static final String BYTES = "cast(? as varbinary array)";
    private static final String IS_KEY = " where tenant = ? and id = ?";

    private final String url;
    private final boolean isFile;
    private final H2Writers writers;

    H2Dialect(String prefix, String url) {
        super(prefix);
        this.url = url.toLowerCase(Locale.ROOT);
        this.isFile = !this.url.startsWith("jdbc:h2:mem:") && !isServed();
        this.writers = new H2Writers(system("writer"), system("group"));
    }

    private boolean isServed() {
        return url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:");
    }

    /** What an H2 error code says about the database as a whole; empty if nothing. */
    static String unavailable(int code) {
        return switch (code) {
            case 90020 -> "database is locked by another process";
            case 90097 -> "database is read-only";
            case 90028, 90031 -> "database cannot use its files, is the disk full?";
            case 90098, 90121 -> "database is closed";
            case 90067 -> "database cannot be reached";
            default -> "";
        };
    }

    @Override
    Set<Capability> capabilities() {
        Set<Capability> offered = EnumSet.of(Capability.HOST_TRANSACTIONS, Capability.TENANTS);
        if (!url.startsWith("jdbc:h2:mem:")) {
            offered.add(Capability.DURABLE);
        }
        if (isServed() || url.contains("auto_server=true")) {
            offered.add(Capability.SHARED);
        }
        return Sets.immutableEnumSet(offered);
    }

    @Override
    int formerIsolation(Connection connection) throws SQLException {
        return connection.getTransactionIsolation();
    }

    @Override
    void isolate(Connection connection, boolean writable) throws SQLException {
        connection.setTransactionIsolation(writable ? Connection.TRANSACTION_READ_COMMITTED : SNAPSHOT);
    }

    @Override
    void release(Connection connection, int formerIsolation) throws SQLException {
        connection.setTransactionIsolation(formerIsolation);
    }

    @Override
    void tidy(Connection connection) throws SQLException {
        writers.countWrite(connection);
    }

    @Override
    String prelude(boolean writable) {
        return "";
    }

    @Override
    byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    Array keys(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf(
                "varbinary", texts.stream().map(this::key).toArray());
    }

    @Override
    String factsByKeys(Kind<?> kind) {
        return "unnest(" + BYTES + ") as u(id) join " + facts(kind) + " l on l.id = u.id and l.tenant = ?";
    }

    @Override
    String text(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    @Override
    Set<String> append(JdbcUnitOfWork unit, LogKind<?> kind, Batch batch) throws SQLException {
        writers.enter(unit);
        Set<String> inserted = insertEntries(unit, kind, batch);
        addIndexRows(unit, kind, batch, inserted);
        return withoutBuried(unit, kind, inserted);
    }

    @Override
    int occupy(JdbcUnitOfWork unit, LogKind<?> kind, Batch placeholders) throws SQLException {
        return insertEntries(unit, kind, placeholders).size();
    }

    private Set<String> insertEntries(JdbcUnitOfWork unit, LogKind<?> kind, Batch batch) throws SQLException {
        Set<String> free = new LinkedHashSet<>(batch.ids);
        unit.query(
                        "select l.id from " + factsByKeys(kind),
                        row -> text(row, 1),
                        keys(unit.connection, batch.ids),
                        unit.tenant())
                .forEach(free::remove);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            String id = batch.ids.get(i);
            if (free.contains(id)) {
                rows.add(new Object[] {unit.tenant(), key(id), unit.group, kind.version(), batch.bodies.get(i)});
            }
        }
        return insertNew(
                unit,
                "insert into " + facts(kind) + " (tenant, id, xid, body_version, body) values (?, ?, ?, ?, ?)",
                rows,
                free);
    }

    /** Inserts rows one by one in a batch; returns those of the ids, in the order of the rows, that were not there. */
    private static Set<String> insertNew(JdbcUnitOfWork unit, String sql, List<Object[]> rows, Collection<String> ids)
            throws SQLException {
        Set<String> inserted = new LinkedHashSet<>(ids);
        try {
            unit.batch(sql, rows);
        } catch (BatchUpdateException e) {
            for (SQLException each = e.getNextException(); each != null; each = each.getNextException()) {
                if (!SqlFailures.isDuplicate(each)) {
                    throw each;
                }
            }
            int[] counts = e.getUpdateCounts();
            List<String> order = new ArrayList<>(ids);
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == Statement.EXECUTE_FAILED) {
                    inserted.remove(order.get(i));
                }
            }
        }
        return inserted;
    }

    private void addIndexRows(JdbcUnitOfWork unit, Kind<?> kind, Batch batch, Set<String> wanted) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < batch.indexIds.size(); i++) {
            if (wanted.contains(batch.indexIds.get(i))) {
                rows.add(new Object[] {
                    unit.tenant(), batch.indexNames.get(i), key(batch.indexValues.get(i)), key(batch.indexIds.get(i))
                });
            }
        }
        unit.batch("insert into " + index(kind) + " (tenant, name, val, id) values (?, ?, ?, ?)", rows);
    }

    private Set<String> withoutBuried(JdbcUnitOfWork unit, LogKind<?> kind, Set<String> inserted) throws SQLException {
        String any = "select 1 from " + system("tombstone") + " where tenant = ? and kind = ? limit 1";
        if (unit.query(any, row -> row.getInt(1), unit.tenant(), kind.name()).isEmpty()) {
            return inserted;
        }
        Map<String, String> hashes = inserted.stream()
                .collect(Collectors.toMap(
                        id -> unit.storage.tombstones.tombstone(kind.name(), id),
                        id -> id,
                        (one, other) -> one,
                        LinkedHashMap::new));
        Array array = unit.connection.createArrayOf("varchar", hashes.keySet().toArray());
        List<String> refused = unit
                .query(
                        selectBuried("cast(? as varchar array)"),
                        row -> row.getString(1),
                        array,
                        unit.tenant(),
                        kind.name())
                .stream()
                .map(hashes::get)
                .toList();
        takeBack(unit, kind, refused);
        refused.forEach(inserted::remove);
        return inserted;
    }

    @Override
    Set<String> insert(JdbcUnitOfWork unit, Kind<?> kind, Batch batch) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            rows.add(new Object[] {
                unit.tenant(), key(batch.ids.get(i)), batch.versions.get(i), kind.version(), batch.bodies.get(i)
            });
        }
        Set<String> inserted = insertNew(
                unit,
                "insert into " + facts(kind) + " (tenant, id, version, body_version, body) values (?, ?, ?, ?, ?)",
                rows,
                batch.ids);
        addIndexRows(unit, kind, batch, inserted);
        return inserted;
    }

    @Override
    Set<String> update(JdbcUnitOfWork unit, Kind<?> kind, Batch batch) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> keys = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            byte[] key = key(batch.ids.get(i));
            rows.add(new Object[] {
                batch.versions.get(i), kind.version(), batch.bodies.get(i), unit.tenant(), key, batch.expected.get(i)
            });
            keys.add(new Object[] {unit.tenant(), key});
        }
        String sql =
                "update " + facts(kind) + " set version = ?, body_version = ?, body = ?" + IS_KEY + " and version = ?";
        int[] counts = unit.batch(sql, rows);
        Set<String> updated = new LinkedHashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                updated.add(batch.ids.get(i));
            }
        }
        unit.batch("delete from " + index(kind) + IS_KEY, keys);
        addIndexRows(unit, kind, batch, updated);
        return updated;
    }

    @Override
    void bury(JdbcUnitOfWork unit, LogKind<?> kind, List<String> hashes) throws SQLException {
        List<Object[]> rows = hashes.stream()
                .map(hash -> new Object[] {unit.tenant(), kind.name(), hash})
                .toList();
        insertNew(unit, "insert into " + system("tombstone") + " (tenant, kind, hash) values (?, ?, ?)", rows, hashes);
    }

    @Override
    List<Row> feed(JdbcUnitOfWork unit, LogKind<?> kind, long[] after, long limit) throws SQLException {
        Set<Long> ended = writers.ended(unit);
        String sql = "select id, body_version, body, xid, pos from " + facts(kind) + " where tenant = ? and ";
        String order = " order by tenant, xid, pos limit ?";
        Map<Row, Long> rows = new LinkedHashMap<>();
        SqlFunction<ResultSet, Row> reader = row -> {
            Row entry = new Row(
                    text(row, 1), 0, row.getInt(2), row.getString(3), Row.place(row.getString(4), row.getString(5)));
            rows.put(entry, row.getLong(4));
            return entry;
        };
        unit.query(sql + "xid = ? and pos > ?" + order, reader, unit.tenant(), after[0], after[1], limit);
        if (rows.size() < limit) {
            unit.query(sql + "xid > ?" + order, reader, unit.tenant(), after[0], limit - rows.size());
        }
        long horizon = writers.horizon(unit, ended);
        return rows.entrySet().stream()
                .filter(entry -> entry.getValue() < horizon)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    String nextNumber() {
        return "next value for " + system("version");
    }

    @Override
    String type(String role) {
        return switch (role) {
            case "key" -> "varbinary(2000)";
            case "group" -> "bigint not null";
            case "position" -> "bigint generated always as identity";
            default -> "varchar";
        };
    }

    @Override
    List<String> createSequences() {
        return ImmutableList.of(
                "create sequence if not exists " + system("version"),
                "create sequence if not exists " + system("group"),
                "create table if not exists " + system("writer") + " (id bigint primary key)");
    }

    /* Not by lower(): H2 follows the default locale, and Turkish has another small I. */
    @Override
    String countTables() {
        return "select count(*) from information_schema.tables"
                + " where table_schema = current_schema and regexp_like(table_name, '^' || ? || '$', 'i')";
    }

    @Override
    void lockMigrations(Connection connection) {
        // each statement commits by itself and may be repeated
    }

    /* By itself H2 writes half a second late what was committed, and loses it when the process is killed. */
    @Override
    void check(Connection connection) throws SQLException {
        if (isFile && !connection.getMetaData().isReadOnly()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set write_delay 0");
            } catch (SQLException e) {
                if (e.getErrorCode() != ADMIN_ONLY) {
                    throw e;
                }
            }
        }
    }
}
