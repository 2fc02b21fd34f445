package dev.cdm.core.storage.jdbc;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.StoredText;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.UnitOfWork;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A storage in the host's own database: PostgreSQL 13 or later, or H2 2 or later. Thread-safe.
 *
 * <pre>{@code
 * JdbcStorage storage = JdbcStorage.builder(dataSource).codecs(codecs).tombstoneKey(key).build();
 * storage.prepare(kinds, SchemaMode.CREATE);
 * }</pre>
 *
 * <p>Each unit of work takes a connection, runs one transaction and gives the connection back as it was; a pool is worth
 * having. A unit of work that reads sees one snapshot. One that writes sees, at each operation, what is committed and
 * what it wrote itself; documents put are written together at the next read of their table or at the end, and a
 * conflict may show only then. After a failure of the store a unit of work is lost, even if the function catches the
 * exception.
 *
 * <p>To write in a transaction of the host, see {@link #joining}. To create the tables with a tool of the host, see
 * {@link #migrations}.
 */
/*
 * Limits. H2 keeps bodies of up to 1,048,576 characters, and its feed takes a second connection for a moment; a user
 * without administrator's rights adds WRITE_DELAY=0 to the URL of a file, or half a second may be lost in a crash. On
 * PostgreSQL an index value and a key together may have about 2,600 bytes after compression, and a feed waits for every
 * transaction of the server that is older and has written. After a dump that is restored into another PostgreSQL server
 * transaction ids start anew: set `xid` of all restored entries to '0' and follow feeds from the start.
 */
public final class JdbcStorage implements Storage {

    private static final System.Logger LOG = System.getLogger(JdbcStorage.class.getName());

    final DataSource source;
    final Dialect dialect;
    final Codecs codecs;
    final String tenant;
    final TombstoneKey tombstones;
    final @Nullable Connection host;
    private final ConcurrentMap<String, Kind<?>> kinds;

    private JdbcStorage(Builder builder, Dialect dialect, Codecs codecs, TombstoneKey tombstones) {
        this.source = builder.source;
        this.dialect = dialect;
        this.codecs = codecs;
        this.tenant = builder.tenant;
        this.tombstones = tombstones;
        this.host = null;
        this.kinds = new ConcurrentHashMap<>();
    }

    private JdbcStorage(JdbcStorage parent, Connection host) {
        this.source = parent.source;
        this.dialect = parent.dialect;
        this.codecs = parent.codecs;
        this.tenant = parent.tenant;
        this.tombstones = parent.tombstones;
        this.host = host;
        this.kinds = parent.kinds;
    }

    /**
     * {@return a builder of a storage}
     *
     * @param source gives connections to the database; it stays the host's
     */
    public static Builder builder(DataSource source) {
        return new Builder(source);
    }

    /**
     * Joins a transaction of the host. Units of work of the storage returned run on the host's connection and neither
     * commit nor roll it back: others see what they wrote when the host commits. A unit of work that fails takes back
     * what it wrote, to a savepoint, and leaves the host's transaction usable.
     *
     * <p>The isolation is the host's: at read committed, a reading unit of work sees what each of its operations finds.
     * At a higher level an id that another transaction erases after the host's began is not yet refused.
     *
     * @param connection the host's connection, with auto-commit switched off; used by one thread at a time
     * @return a storage over the same tenant and kinds, for as long as the host's transaction
     * @throws IllegalArgumentException if the connection commits by itself
     */
    public JdbcStorage joining(Connection connection) {
        try {
            Checks.require(!connection.getAutoCommit(), "connection", "must have auto-commit switched off");
        } catch (SQLException e) {
            throw SqlFailures.translate(e, "joining a transaction");
        }
        return new JdbcStorage(this, connection);
    }

    /**
     * {@return the SQL that {@link #prepare} would run, by the name of each migration, in the order to run them in} For
     * hosts that create tables with their own tool. Each script also records itself, so that
     * {@link SchemaMode#VALIDATE} passes afterwards. Names have a number and scripts a checksum; a script that was
     * released never changes.
     *
     * @param wanted the kinds that will be used
     */
    public Map<String, String> migrations(Collection<? extends Kind<?>> wanted) {
        return ImmutableMap.copyOf(new Migrations(dialect, wanted).scripts());
    }

    @Override
    public Set<Capability> capabilities() {
        return dialect.capabilities();
    }

    /**
     * {@inheritDoc}
     *
     * <p>It runs in a transaction of its own, also when the storage joined one of the host's. Migrations are recorded with
     * a checksum. On PostgreSQL starters wait for each other, and all migrations are applied or none; on H2 each
     * statement commits and may be repeated.
     */
    @Override
    public void prepare(Collection<? extends Kind<?>> wanted, SchemaMode mode) {
        Map<String, Kind<?>> named = new LinkedHashMap<>(kinds);
        for (Kind<?> kind : wanted) {
            Kind<?> other = named.putIfAbsent(kind.name(), kind);
            Checks.require(
                    other == null || other.equals(kind),
                    "kinds",
                    "must have distinct names, two are called",
                    "`" + kind.name() + "`");
        }
        if (mode != SchemaMode.NONE) {
            migrate(new Migrations(dialect, wanted), mode);
        }
        kinds.putAll(named);
    }

    private void migrate(Migrations migrations, SchemaMode mode) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                migrations.run(connection, mode);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e, "preparing tables");
        }
    }

    void requirePrepared(Kind<?> kind) {
        Checks.require(kind.equals(kinds.get(kind.name())), "kind", "must be prepared first", "`" + kind.name() + "`");
    }

    @Override
    public <R> R read(Function<? super UnitOfWork, R> work) {
        return host == null ? inOwn(work, false) : inHosts(host, work, false);
    }

    @Override
    public <R> R write(Function<? super UnitOfWork, R> work) {
        return host == null ? inOwn(work, true) : inHosts(host, work, true);
    }

    private <R> R inOwn(Function<? super UnitOfWork, R> work, boolean writable) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = dialect.formerIsolation(connection);
            boolean done = false;
            try {
                connection.setAutoCommit(false);
                dialect.isolate(connection, writable);
                R result = run(connection, writable, dialect.prelude(writable), work);
                connection.commit();
                done = true;
                return result;
            } finally {
                restore(connection, done && writable, done, autoCommit, isolation);
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e, "beginning or ending a unit of work");
        }
    }

    /* What fails here changes nothing about the outcome: the connection is of no more use, and its pool will notice. */
    private void restore(Connection connection, boolean wrote, boolean done, boolean autoCommit, int isolation) {
        try {
            if (!done) {
                connection.rollback();
            } else if (wrote) {
                dialect.tidy(connection);
            }
            dialect.release(connection, isolation);
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "a connection could not be restored: sql state `" + e.getSQLState() + "`");
        }
    }

    private <R> R inHosts(Connection connection, Function<? super UnitOfWork, R> work, boolean writable) {
        try {
            Savepoint savepoint = connection.setSavepoint();
            boolean done = false;
            try {
                R result = run(connection, writable, "", work);
                connection.releaseSavepoint(savepoint);
                done = true;
                return result;
            } finally {
                if (!done) {
                    takeBack(connection, savepoint);
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e, "setting a savepoint in the host's transaction");
        }
    }

    private static void takeBack(Connection connection, Savepoint savepoint) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "the host's transaction is lost: sql state `" + e.getSQLState() + "`");
        }
    }

    private <R> R run(Connection connection, boolean writable, String prelude, Function<? super UnitOfWork, R> work) {
        JdbcUnitOfWork unit = new JdbcUnitOfWork(this, connection, writable, prelude);
        try {
            R result = work.apply(unit);
            unit.complete();
            return result;
        } finally {
            unit.end();
        }
    }

    /** Does nothing: connections were given back, and the data source is the host's. */
    @Override
    public void close() {}

    /** Collects what a storage needs; not thread-safe. */
    public static final class Builder {

        private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,11}");
        private static final int LONGEST_TENANT = 100;

        private final DataSource source;
        private @Nullable Codecs codecs;
        private @Nullable TombstoneKey tombstones;
        private String tenant = "default";
        private String prefix = "cdm_";

        private Builder(DataSource source) {
            this.source = source;
        }

        /**
         * {@return this builder, with what turns facts into text; required}
         *
         * @param textCodecs the codecs
         */
        public Builder codecs(Codecs textCodecs) {
            this.codecs = textCodecs;
            return this;
        }

        /**
         * {@return this builder, with the secret under which erased ids are hashed; required}
         *
         * @param key the secret, always the same for a database
         */
        public Builder tombstoneKey(TombstoneKey key) {
            this.tombstones = key;
            return this;
        }

        /**
         * {@return this builder, with the tenant whose data it is; the default is {@code default}}
         *
         * @param name the name, 1 to 100 characters
         */
        public Builder tenant(String name) {
            Checks.notBlank(StoredText.require(name, "tenant"), "tenant");
            Checks.require(
                    name.length() <= LONGEST_TENANT, "tenant", "must have at most 100 characters", name.length());
            this.tenant = name;
            return this;
        }

        /**
         * {@return this builder, with the beginning of all table names; the default is {@code cdm_}}
         *
         * @param text lower-case letters, digits and underscores, beginning with a letter, at most 12
         */
        public Builder tablePrefix(String text) {
            Checks.require(
                    PREFIX.matcher(text).matches(), "tablePrefix", "must match " + PREFIX.pattern(), "`" + text + "`");
            this.prefix = text;
            return this;
        }

        /**
         * Asks the database what it is.
         *
         * @return the storage
         * @throws IllegalArgumentException if the database is neither PostgreSQL nor H2, or too old
         * @throws IllegalStateException if codecs or tombstone key are missing
         * @throws dev.cdm.core.storage.StorageUnavailableException if the database cannot be reached
         */
        public JdbcStorage build() {
            if (codecs == null || tombstones == null) {
                throw new IllegalStateException("a storage needs `codecs` and `tombstoneKey`");
            }
            try (Connection connection = source.getConnection()) {
                Dialect dialect = Dialect.of(connection.getMetaData(), prefix);
                return new JdbcStorage(this, dialect, codecs, tombstones);
            } catch (SQLException e) {
                throw SqlFailures.translate(e, "asking the database what it is");
            }
        }
    }
}
