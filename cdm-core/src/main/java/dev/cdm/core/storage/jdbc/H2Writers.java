package dev.cdm.core.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Knows, on H2, which units of work are still appending, so that a feed stops before them.
 *
 * <p>H2 tells nobody which transactions are open, but it lets a reader look at what is not committed. So a unit of work
 * puts a marker before its first entry and takes the number of its entries afterwards. A marker that a dirty read shows
 * and the committed state of a moment before does not belongs to a unit of work that was open when the entries were
 * read; every entry it may still commit has a greater number than its marker.
 */
final class H2Writers {

    private static final int MANY = 1000;

    private final String markers;
    private final String numbers;

    H2Writers(String markers, String numbers) {
        this.markers = markers;
        this.numbers = numbers;
    }

    /** Marks a unit of work as appending and gives it its number, once. */
    void enter(JdbcUnitOfWork unit) throws SQLException {
        if (unit.group == 0) {
            long marker = next(unit);
            unit.update("insert into " + markers + " (id) values (?)", marker);
            unit.group = next(unit);
        }
    }

    private long next(JdbcUnitOfWork unit) throws SQLException {
        return unit.query("select next value for " + numbers, row -> row.getLong(1)).get(0);
    }

    /** The markers of units of work that had committed; to be asked before the entries are read. */
    Set<Long> ended(JdbcUnitOfWork unit) throws SQLException {
        return new LinkedHashSet<>(unit.query("select id from " + markers, row -> row.getLong(1)));
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

    /* A negative marker is that of a sweep: if it is new, markers may be missing, and nothing is certain. */
    private long lowestOpen(Connection other, Set<Long> ended) throws SQLException {
        long lowest = Long.MAX_VALUE;
        try (Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery("select id from " + markers)) {
            while (rows.next()) {
                long id = rows.getLong(1);
                if (!ended.contains(id)) {
                    lowest = Math.min(lowest, id);
                }
            }
        }
        return lowest;
    }

    /** Removes markers of the past when there are many of them; run in a transaction of its own. */
    void sweep(Connection connection) throws SQLException {
        try (Statement count = connection.createStatement();
                ResultSet row = count.executeQuery("select count(*), next value for " + numbers + " from " + markers)) {
            if (!row.next() || row.getInt(1) < MANY) {
                return;
            }
            long sweep = -row.getLong(2);
            run(connection, "insert into " + markers + " (id) values (?)", sweep);
            run(connection, "delete from " + markers + " where id <> ?", sweep);
        }
    }

    private static void run(Connection connection, String sql, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            statement.executeUpdate();
        }
    }
}
