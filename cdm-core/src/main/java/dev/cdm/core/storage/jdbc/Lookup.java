package dev.cdm.core.storage.jdbc;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The queries that logs and tables share: by key, by index value, in the order of the keys. */
final class Lookup {

    private static final String BY_VALUE = " order by i.tenant, i.name, i.val, i.id limit ?";

    private final JdbcUnitOfWork unit;
    private final Kind<?> kind;
    private final Dialect dialect;
    private final String version;

    Lookup(JdbcUnitOfWork unit, Kind<?> kind) {
        this.unit = unit;
        this.kind = kind;
        this.dialect = unit.storage.dialect;
        this.version = kind instanceof LogKind<?> ? "0" : "l.version";
    }

    /** The facts of some keys, in the order of the keys. */
    Map<String, Row> get(Collection<String> keys) {
        Map<String, Row> found = new LinkedHashMap<>();
        Set<String> wanted = checked(keys);
        unit.run("reading", kind, database -> {
                    String columns = "l.id, " + version + ", l.body_version, l.body, null";
                    return wanted.isEmpty() ? List.<Row>of() : query(columns, this::row, wanted);
                })
                .forEach(row -> found.put(row.id(), row));
        return inOrder(wanted, found);
    }

    /** The versions of the facts of some keys, in the order of the keys. */
    Map<String, Long> versions(Collection<String> keys) {
        Map<String, Long> found = new LinkedHashMap<>();
        Set<String> wanted = checked(keys);
        unit.run("reading", kind, database -> {
            if (!wanted.isEmpty()) {
                query("l.id, " + version, row -> found.put(dialect.text(row, 1), row.getLong(2)), wanted);
            }
            return found;
        });
        return inOrder(wanted, found);
    }

    private <R> List<R> query(String columns, SqlFunction<ResultSet, R> reader, Set<String> keys) throws SQLException {
        String facts = dialect.facts(kind);
        if (keys.size() == 1) {
            String one = "select " + columns + " from " + facts + " l where l.tenant = ? and l.id = ?";
            return unit.query(
                    one, reader, unit.tenant(), dialect.key(keys.iterator().next()));
        }
        String many = "select " + columns + " from " + dialect.factsByKeys(kind);
        return unit.query(many, reader, dialect.keys(unit.connection, keys), unit.tenant());
    }

    /** Facts with an index value between two, in the order of values and keys. */
    Page<Row> by(String index, String from, String to, Cursor after, int limit) {
        Checks.require(limit >= 1, "limit", "must be 1 or more", limit);
        Checks.require(
                kind.indexes().containsKey(index),
                "index",
                "must be declared by kind `" + kind.name() + "`",
                "`" + index + "`");
        StoredText.require(from, "from");
        StoredText.require(to, "to");
        List<String> place = Row.sortValues(after, 2);
        List<Row> rows = unit.run("reading", kind, database -> {
            if (after.equals(Cursor.START)) {
                return range(index, ">=", from, to, limit + 1L);
            }
            List<Row> found = new ArrayList<>(sameValue(index, place.get(0), place.get(1), limit + 1L));
            if (found.size() <= limit) {
                found.addAll(range(index, ">", place.get(0), to, limit + 1L - found.size()));
            }
            return found;
        });
        return Row.page(rows, after, limit);
    }

    private List<Row> sameValue(String index, String value, String key, long limit) throws SQLException {
        return unit.query(
                byIndex() + "i.val = ? and i.id > ?" + BY_VALUE,
                this::row,
                unit.tenant(),
                index,
                dialect.key(value),
                dialect.key(key),
                limit);
    }

    private List<Row> range(String index, String from, String low, String high, long limit) throws SQLException {
        return unit.query(
                byIndex() + "i.val " + from + " ? and i.val <= ?" + BY_VALUE,
                this::row,
                unit.tenant(),
                index,
                dialect.key(low),
                dialect.key(high),
                limit);
    }

    private String byIndex() {
        return "select l.id, " + version + ", l.body_version, l.body, i.val from " + dialect.index(kind) + " i join "
                + dialect.facts(kind)
                + " l on l.tenant = i.tenant and l.id = i.id where i.tenant = ? and i.name = ? and ";
    }

    /** All facts in the order of their keys. */
    Page<Row> all(Cursor after, int limit) {
        Checks.require(limit >= 1, "limit", "must be 1 or more", limit);
        String place = Row.sortValues(after, 1).get(0);
        String sql = "select l.id, " + version + ", l.body_version, l.body, null from " + dialect.facts(kind)
                + " l where l.tenant = ? and l.id > ? order by l.tenant, l.id limit ?";
        List<Row> rows = unit.run(
                "reading", kind, database -> unit.query(sql, this::row, unit.tenant(), dialect.key(place), limit + 1L));
        return Row.page(rows, after, limit);
    }

    private Row row(ResultSet row) throws SQLException {
        String id = dialect.text(row, 1);
        boolean byValue = row.getObject(5) != null;
        Cursor place = byValue ? Row.place(dialect.text(row, 5), id) : Row.place(id);
        return new Row(id, row.getLong(2), row.getInt(3), row.getString(4), place);
    }

    private static Set<String> checked(Collection<String> keys) {
        Set<String> checked = new LinkedHashSet<>();
        keys.forEach(key -> checked.add(StoredText.require(key, "keys")));
        return checked;
    }

    private static <R> Map<String, R> inOrder(Set<String> keys, Map<String, R> found) {
        Map<String, R> ordered = new LinkedHashMap<>();
        for (String key : keys) {
            R value = found.get(key);
            if (value != null) {
                ordered.put(key, value);
            }
        }
        return ordered;
    }
}
