package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.tck.HostTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A host that opens a transaction and lets a storage join it. */
final class HostConnection implements HostTransaction {

    private final Connection connection;
    private final Storage storage;

    HostConnection(DataSource source, JdbcStorage storage) {
        try {
            this.connection = source.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.storage = storage.joining(connection);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
