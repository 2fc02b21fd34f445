package dev.cdm.core.storage.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Data sources of one connection, or of none. */
final class OneConnection {

    private OneConnection() {}

    /** Gives the same connection again and again; closing leaves it open. */
    static DataSource of(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return source(() -> kept);
    }

    /** Fails to connect. */
    static DataSource failing(SQLException failure) {
        return source(() -> {
            throw failure;
        });
    }

    /** Gives what a supplier gives. */
    interface Supplier {
        Connection get() throws SQLException;
    }

    private static DataSource source(Supplier supplier) {
        return (DataSource) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> supplier.get());
    }
}
