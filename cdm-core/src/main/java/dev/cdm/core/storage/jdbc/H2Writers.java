package dev.cdm.core.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Knows, on H2, which units of work are still appending, so that a feed stops before them.
 *
 * <p>H2 tells nobody which transactions are open, but it lets a reader look at what is not committed. So a unit of work
 * puts a marker before its first entry and takes the number of its entries afterwards. A marker that a dirty read shows
 * and the committed state of a moment before does not belongs to a unit of work that was open when the entries were
 * read; every entry it may still commit has a greater number than its marker.
 */
final class H2Writers {

    private static final int WRITES_BETWEEN_SWEEPS = 1000;

    private final String markers;
    private final String numbers;
    private final AtomicInteger writes = new AtomicInteger();

    H2Writers(String markers, String numbers) {
        this.markers = markers;
        this.numbers = numbers;
    }

    /** Marks a unit of work as appending and gives it its number, once. */
    void enter(JdbcUnitOfWork unit) throws SQLException {
        if (unit.group == 0) {
            unit.marker = next(unit);
            unit.update("insert into " + markers + " (id) values (?)", unit.marker);
            unit.group = next(unit);
        }
    }

    private long next(JdbcUnitOfWork unit) throws SQLException {
        return unit.query("select next value for " + numbers, row -> row.getLong(1))
                .get(0);
    }

    /** The markers of units of work that had committed; to be asked before the entries are read. */
    Set<Long> ended(JdbcUnitOfWork unit) throws SQLException {
        Set<Long> ended = new LinkedHashSet<>(unit.query("select id from " + markers, row -> row.getLong(1)));
        ended.remove(unit.marker);
        return ended;
    }

    /** The number below which no unit of work was open; to be asked after the entries were read. */
    long horizon(JdbcUnitOfWork unit, Set<Long> ended) throws SQLException {
        try (Connection other = unit.storage.source.getConnection()) {
            int isolation = other.getTransactionIsolation();
            other.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            try {
                return lowestOpen(other, ended);
            } finally {
                other.setTransactionIsolation(isolation);
            }
        }
    }

    /*
     * A negative marker is that of a sweep. If it is new, markers may be missing and nothing is certain: the horizon is
     * then below all entries.
     */
    private long lowestOpen(Connection other, Set<Long> ended) throws SQLException {
        long lowest = Long.MAX_VALUE;
        try (Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery("select id from " + markers)) {
            while (rows.next()) {
                if (!ended.contains(rows.getLong(1))) {
                    lowest = Math.min(lowest, rows.getLong(1));
                }
            }
        }
        return lowest;
    }

    /** After every so many writes, removes the markers of the past; in a transaction of its own. */
    void countWrite(Connection connection) throws SQLException {
        if (writes.incrementAndGet() % WRITES_BETWEEN_SWEEPS == 0) {
            try (Statement statement = connection.createStatement()) {
                long sweep = nextNumber(statement);
                statement.executeUpdate("insert into " + markers + " (id) values (" + -sweep + ")");
                statement.executeUpdate("delete from " + markers + " where id <> " + -sweep);
            }
            connection.commit();
        }
    }

    private long nextNumber(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select next value for " + numbers)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
