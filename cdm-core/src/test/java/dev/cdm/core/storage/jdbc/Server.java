package dev.cdm.core.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A PostgreSQL server, started once for all tests of this process and stopped with it. It writes without waiting for the
 * disk: what a killed client has committed is there, what a power failure would leave is not the question here.
 */
public final class Server {

    static final String URL_PROPERTY = "cdm.test.postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable String url;
    private static @Nullable DataSource pool;

    private Server() {}

    /** Where the server is; a child process is told by a system property. */
    public static synchronized String url() {
        if (url == null) {
            String told = System.getProperty(URL_PROPERTY);
            url = told != null ? told : start();
        }
        return url;
    }

    @SuppressWarnings("resource") // it stops with this process
    private static String start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "100")
                    .start()
                    .getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pooled connections to the server's first database. */
    static synchronized DataSource pool() {
        if (pool == null) {
            pool = pool(url());
        }
        return pool;
    }

    public static JdbcConnectionPool pool(String databaseUrl) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(databaseUrl);
        JdbcConnectionPool created = JdbcConnectionPool.create(source);
        created.setMaxConnections(20);
        return created;
    }

    /** A new, empty database on the server. */
    public static String newDatabase() {
        String name = "fresh" + DATABASES.incrementAndGet();
        try (Connection connection = pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url().replaceFirst("/postgres(?=[?]|$)", "/" + name);
    }
}
