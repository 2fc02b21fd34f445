package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.SchemaMismatchException;
import dev.cdm.core.storage.StorageException;
import dev.cdm.core.storage.StorageUnavailableException;
import dev.cdm.core.storage.VersionConflictException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;

/** Tells what a database's report means for the caller, by its SQL state and, for H2, its code. */
final class SqlFailures {

    private static final String DUPLICATE = "23505";

    private SqlFailures() {}

    /** Whether a row with the same key is there already. */
    static boolean isDuplicate(SQLException failure) {
        return DUPLICATE.equals(failure.getSQLState());
    }

    /** The exception for the caller; it never repeats the database's text, which may hold values. */
    static StorageException translate(SQLException failure, String action) {
        restoreInterrupt(failure);
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String where = " while " + action + " (sql state `" + state + "`)";
        if (isConflict(failure, state)) {
            return new VersionConflictException("", "", failure);
        }
        String missing = missing(state);
        if (!missing.isEmpty()) {
            return new SchemaMismatchException(missing + where, failure);
        }
        String reason = unavailable(failure, state);
        return reason.isEmpty()
                ? new StorageException("database refused a statement" + where, failure)
                : new StorageUnavailableException(reason + where, failure);
    }

    /* A duplicate key that reaches this point comes from a snapshot older than the other writer's commit. */
    private static boolean isConflict(SQLException failure, String state) {
        return switch (state) {
            case "40001", "40P01", DUPLICATE -> true;
            default -> failure.getErrorCode() == H2Dialect.CONCURRENT_UPDATE;
        };
    }

    private static String missing(String state) {
        return switch (state) {
            case "42P01", "42S02", "42S04" -> "table is missing, prepare the storage first,";
            case "42703", "42S22" -> "column is missing, the tables belong to another version,";
            default -> "";
        };
    }

    private static String unavailable(SQLException failure, String state) {
        String known = byState(state);
        if (!known.isEmpty()) {
            return known;
        }
        known = H2Dialect.unavailable(failure.getErrorCode());
        if (!known.isEmpty()) {
            return known;
        }
        boolean passing = failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException;
        return passing ? "database cannot be reached" : "";
    }

    private static String byState(String state) {
        return switch (state) {
            case "53100" -> "database is full";
            case "53300" -> "database has no connection left";
            case "55P03", "HYT00" -> "database is locked, gave up waiting";
            case "57014", "HYT01" -> "database took too long";
            case "25006" -> "database is read-only";
            case "57P01", "57P02", "57P03" -> "database is shutting down or starting";
            default -> byClass(state.length() < 2 ? "" : state.substring(0, 2));
        };
    }

    private static String byClass(String stateClass) {
        return switch (stateClass.toLowerCase(Locale.ROOT)) {
            case "08" -> "database cannot be reached";
            case "28" -> "database refuses the login";
            case "53" -> "database is out of resources";
            case "58" -> "database cannot use its files";
            default -> "";
        };
    }

    private static void restoreInterrupt(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
