package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.StorageException;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A transaction's statements, each prepared once. A failure of the store dooms the whole unit of work: nothing of it is
 * committed, even if the function catches the exception.
 */
final class JdbcUnitOfWork implements UnitOfWork {

    private static final System.Logger LOG = System.getLogger(JdbcUnitOfWork.class.getName());

    final JdbcStorage storage;
    final Connection connection;
    private final boolean writable;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<String, JdbcTable<?>> tables = new TreeMap<>();
    private String prelude;
    private boolean open = true;
    private @Nullable StorageException failure;

    /** On H2 the marker of this unit and the number of its entries; 0 before the first append. */
    long marker;

    long group;

    JdbcUnitOfWork(JdbcStorage storage, Connection connection, boolean writable, String prelude) {
        this.storage = storage;
        this.connection = connection;
        this.writable = writable;
        this.prelude = prelude;
    }

    String tenant() {
        return storage.tenant;
    }

    @Override
    public boolean joined() {
        return storage.host != null;
    }

    @Override
    public <E> Log<E> log(LogKind<E> kind) {
        requireOpen();
        storage.requirePrepared(kind);
        return new JdbcLog<>(this, kind);
    }

    @Override
    @SuppressWarnings("unchecked") // one name, one kind, one type: the storage checks it
    public <V> Table<V> table(TableKind<V> kind) {
        requireOpen();
        storage.requirePrepared(kind);
        return (Table<V>) tables.computeIfAbsent(kind.name(), name -> new JdbcTable<>(this, kind));
    }

    /** Runs one operation, turning the database's report into ours. */
    <R> R run(String action, Kind<?> kind, SqlFunction<JdbcUnitOfWork, R> operation) {
        requireOpen();
        try {
            return operation.apply(this);
        } catch (SQLException e) {
            throw doom(SqlFailures.translate(e, action + " kind `" + kind.name() + "`"));
        } catch (StorageException e) {
            throw doom(e);
        }
    }

    /** Runs one operation that changes something. */
    <R> R change(String action, Kind<?> kind, SqlFunction<JdbcUnitOfWork, R> operation) {
        if (!writable) {
            throw new IllegalStateException("a unit of work that reads cannot write: use `Storage.write`");
        }
        return run(action, kind, operation);
    }

    private StorageException doom(StorageException exception) {
        if (failure == null) {
            failure = exception;
        }
        return exception;
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the unit of work has ended");
        }
    }

    /** Writes what is still held back; fails if anything failed before. */
    void complete() {
        if (failure == null) {
            tables.values().forEach(JdbcTable::flush);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Ends the unit; a statement that cannot be closed goes with its connection. */
    void end() {
        open = false;
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "a statement could not be closed: sql state `" + e.getSQLState() + "`");
            }
        }
    }

    /** The statement of a text, with its parameters. The first one of a transaction carries the prelude. */
    PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        String text = prelude + sql;
        prelude = "";
        PreparedStatement statement = statements.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            statements.put(text, statement);
        }
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    <R> List<R> query(String sql, SqlFunction<ResultSet, R> reader, Object... parameters) throws SQLException {
        PreparedStatement statement = prepare(sql, parameters);
        statement.execute();
        return nextRows(statement, reader);
    }

    /** The rows of the next result that has rows; update counts before it are passed over. */
    static <R> List<R> nextRows(PreparedStatement statement, SqlFunction<ResultSet, R> reader) throws SQLException {
        while (statement.getResultSet() == null && statement.getUpdateCount() >= 0) {
            statement.getMoreResults();
        }
        List<R> result = new ArrayList<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                result.add(reader.apply(rows));
            }
        }
        return result;
    }

    int update(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepare(sql, parameters);
        statement.execute();
        int count = statement.getUpdateCount();
        while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
            count = statement.getUpdateCount();
        }
        return count;
    }

    int[] batch(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        if (!prelude.isEmpty()) {
            prepare("").execute(); // a batch is of one statement
        }
        PreparedStatement statement = prepare(sql);
        for (Object[] row : rows) {
            bind(statement, row);
            statement.addBatch();
        }
        return statement.executeBatch();
    }
}
