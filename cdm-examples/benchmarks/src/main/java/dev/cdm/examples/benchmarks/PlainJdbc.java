package dev.cdm.examples.benchmarks;

import dev.cdm.core.storage.TombstoneKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The storage benchmark's work as somebody writes it by hand with JDBC: the same tables, index rows, transactions and
 * check for erased ids, prepared statements and batches.
 */
final class PlainJdbc {

    private static final String TENANT = "plain";

    private final DataSource source;
    private final TombstoneKey key;

    PlainJdbc(DataSource source, TombstoneKey key) {
        this.source = source;
        this.key = key;
    }

    int append(List<Reading> readings) throws SQLException {
        try (Connection connection = begin(Connection.TRANSACTION_READ_COMMITTED);
                PreparedStatement entry = connection.prepareStatement("insert into cdm_log_bench_reading"
                        + " (tenant, id, body_version, body) values (?, ?, 1, ?) on conflict do nothing");
                PreparedStatement index = connection.prepareStatement(
                        "insert into cdm_idx_bench_reading" + " (tenant, name, val, id) values (?, ?, ?, ?)");
                PreparedStatement erased = connection.prepareStatement(
                        "select hash from cdm_sys_tombstone where tenant = ? and kind = ? and hash = any(?)")) {
            for (Reading reading : readings) {
                entry.setString(1, TENANT);
                entry.setString(2, reading.id());
                entry.setString(3, reading.encode());
                entry.addBatch();
            }
            int[] counts = entry.executeBatch();
            int added = 0;
            List<String> hashes = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 1) {
                    added++;
                    addIndexRows(index, readings.get(i));
                }
                hashes.add(key.tombstone("bench_reading", readings.get(i).id()));
            }
            index.executeBatch();
            erased.setString(1, TENANT);
            erased.setString(2, "bench_reading");
            erased.setArray(3, connection.createArrayOf("text", hashes.toArray()));
            try (ResultSet rows = erased.executeQuery()) {
                if (rows.next()) {
                    throw new IllegalStateException("nothing was erased");
                }
            }
            connection.commit();
            return added;
        }
    }

    int get(List<String> ids) throws SQLException {
        try (Connection connection = begin(Connection.TRANSACTION_REPEATABLE_READ);
                PreparedStatement query = connection.prepareStatement(
                        "select id, body_version, body from cdm_log_bench_reading where tenant = ? and id = any(?)")) {
            query.setString(1, TENANT);
            query.setArray(2, connection.createArrayOf("text", ids.toArray()));
            int found = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found += Reading.decode(rows.getString(3)).id().isEmpty() ? 0 : 1;
                }
            }
            connection.commit();
            return found;
        }
    }

    /** Puts documents; versions are counted up by the caller. */
    void put(List<Reading> readings, Map<String, Long> versions) throws SQLException {
        try (Connection connection = begin(Connection.TRANSACTION_READ_COMMITTED);
                PreparedStatement update = connection.prepareStatement("update cdm_doc_bench_state set version = ?,"
                        + " body_version = 1, body = ? where tenant = ? and id = ? and version = ?");
                PreparedStatement remove =
                        connection.prepareStatement("delete from cdm_idx_bench_state where tenant = ? and id = ?");
                PreparedStatement index = connection.prepareStatement(
                        "insert into cdm_idx_bench_state" + " (tenant, name, val, id) values (?, ?, ?, ?)")) {
            for (Reading reading : readings) {
                long expected = versions.getOrDefault(reading.id(), 0L);
                update.setLong(1, expected + 1);
                update.setString(2, reading.encode());
                update.setString(3, TENANT);
                update.setString(4, reading.id());
                update.setLong(5, expected);
                update.addBatch();
                remove.setString(1, TENANT);
                remove.setString(2, reading.id());
                remove.addBatch();
                addIndexRows(index, reading);
            }
            for (int count : update.executeBatch()) {
                if (count != 1) {
                    throw new IllegalStateException("version conflict");
                }
            }
            remove.executeBatch();
            index.executeBatch();
            connection.commit();
            readings.forEach(reading -> versions.merge(reading.id(), 1L, Long::sum));
        }
    }

    void create(List<Reading> readings, Map<String, Long> versions) throws SQLException {
        try (Connection connection = begin(Connection.TRANSACTION_READ_COMMITTED);
                PreparedStatement insert = connection.prepareStatement("insert into cdm_doc_bench_state"
                        + " (tenant, id, version, body_version, body) values (?, ?, 1, 1, ?)")) {
            for (Reading reading : readings) {
                insert.setString(1, TENANT);
                insert.setString(2, reading.id());
                insert.setString(3, reading.encode());
                insert.addBatch();
                versions.put(reading.id(), 1L);
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static void addIndexRows(PreparedStatement index, Reading reading) throws SQLException {
        for (List<String> row : List.of(List.of("subject", reading.subject()), List.of("topic", reading.topic()))) {
            index.setString(1, TENANT);
            index.setString(2, row.get(0));
            index.setString(3, row.get(1));
            index.setString(4, reading.id());
            index.addBatch();
        }
    }

    /* The isolation is set once for each kind of work, as a pool would: asking and setting costs a round trip. */
    private Connection begin(int isolation) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        if (isolation == Connection.TRANSACTION_REPEATABLE_READ) {
            connection.setReadOnly(true);
        } else {
            connection.setReadOnly(false);
        }
        return connection;
    }
}
