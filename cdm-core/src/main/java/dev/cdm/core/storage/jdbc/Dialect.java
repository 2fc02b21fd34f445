package dev.cdm.core.storage.jdbc;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the databases do differently, and the names of the tables. */
abstract class Dialect {

    private static final int VERSIONS_AT_ONCE = 1000;
    private static final String VERSION = "version bigint not null";

    final String prefix;
    private long nextVersion;
    private long versionLimit;

    Dialect(String prefix) {
        this.prefix = prefix;
    }

    /** The dialect of the database behind a connection. */
    static Dialect of(DatabaseMetaData database, String prefix) throws SQLException {
        String product = database.getDatabaseProductName();
        int version = database.getDatabaseMajorVersion();
        if (product.equals(PostgresDialect.PRODUCT) && version >= PostgresDialect.OLDEST) {
            return new PostgresDialect(prefix);
        }
        if (product.equals(H2Dialect.PRODUCT) && version >= H2Dialect.OLDEST) {
            return new H2Dialect(prefix, database.getURL());
        }
        throw new IllegalArgumentException("`source` must lead to PostgreSQL " + PostgresDialect.OLDEST
                + " or later or to H2 " + H2Dialect.OLDEST + " or later, was `" + product + "` " + version);
    }

    final String facts(Kind<?> kind) {
        return prefix + (kind instanceof LogKind<?> ? "log_" : "doc_") + kind.name();
    }

    final String index(Kind<?> kind) {
        return prefix + "idx_" + kind.name();
    }

    final String system(String name) {
        return prefix + "sys_" + name;
    }

    abstract Set<Capability> capabilities();

    /** Sets the isolation of a transaction of our own. */
    abstract void isolate(Connection connection, boolean writable) throws SQLException;

    /** Undoes {@link #isolate} after the transaction. */
    abstract void release(Connection connection, int formerIsolation) throws SQLException;

    /** The isolation to restore, or 0 if there is nothing to restore. */
    abstract int formerIsolation(Connection connection) throws SQLException;

    /** Work that is due now and then, after a unit of work was committed. */
    abstract void tidy(Connection connection) throws SQLException;

    /** A statement that goes in front of the first one of a transaction, or nothing. */
    abstract String prelude(boolean writable);

    /** A key or index value as a parameter; stored so that the database's order is code-point order. */
    abstract Object key(String text);

    /** Keys as one array parameter. */
    abstract Object keys(Connection connection, Collection<String> texts) throws SQLException;

    /** The facts {@code l} with keys, the first parameter, of a tenant, the second. */
    abstract String factsByKeys(Kind<?> kind);

    /** A key or index value out of a result. */
    abstract String text(ResultSet row, int column) throws SQLException;

    /** Inserts the entries whose ids are free, with their index rows; returns the ids inserted and not erased before. */
    abstract Set<String> append(JdbcUnitOfWork unit, LogKind<?> kind, Batch batch) throws SQLException;

    /** Inserts rows without content for the ids that are free, so that nobody else can use them; returns how many. */
    abstract int occupy(JdbcUnitOfWork unit, LogKind<?> kind, Batch placeholders) throws SQLException;

    /** Inserts the documents whose keys are free, with their index rows; returns the keys inserted. */
    abstract Set<String> insert(JdbcUnitOfWork unit, Kind<?> kind, Batch batch) throws SQLException;

    /** Changes the documents that have the expected versions, with their index rows; returns the keys changed. */
    abstract Set<String> update(JdbcUnitOfWork unit, Kind<?> kind, Batch batch) throws SQLException;

    /** Records hashes of erased ids, those there already included. */
    abstract void bury(JdbcUnitOfWork unit, LogKind<?> kind, List<String> hashes) throws SQLException;

    /** Entries after a place, as far as no open writer can still come before them. */
    abstract List<Row> feed(JdbcUnitOfWork unit, LogKind<?> kind, long[] after, long limit) throws SQLException;

    /** The expression that gives the next number of the version sequence. */
    abstract String nextNumber();

    /** The types of key, name, body, group and position columns. */
    abstract String type(String role);

    /** What the shared tables need besides. */
    abstract List<String> createSequences();

    /** Statements that create the tables which all kinds share. */
    final List<String> createSystem() {
        return ImmutableList.<String>builder()
                .add("create table if not exists " + system("tombstone") + " (tenant " + type("name")
                        + " not null, kind " + type("name") + " not null, hash " + type("name")
                        + " not null, primary key (tenant, kind, hash))")
                .addAll(createSequences())
                .build();
    }

    /** Statements that create the tables of a kind. */
    final List<String> create(Kind<?> kind) {
        String own = kind instanceof LogKind<?> ? "xid " + type("group") + ", pos " + type("position") : VERSION;
        String head = " (tenant " + type("name") + " not null, ";
        ImmutableList.Builder<String> statements = ImmutableList.builder();
        statements.add("create table if not exists " + facts(kind) + head + "id " + type("key") + " not null, " + own
                + ", body_version integer not null, body " + type("body") + " not null, primary key (tenant, id))");
        if (kind instanceof LogKind<?>) {
            statements.add("create unique index if not exists " + facts(kind) + "_feed on " + facts(kind)
                    + " (tenant, xid, pos)");
        }
        statements.add("create table if not exists " + index(kind) + head + "name " + type("name")
                + " not null, val " + type("key") + " not null, id " + type("key")
                + " not null, primary key (tenant, name, val, id))");
        statements.add("create index if not exists " + index(kind) + "_id on " + index(kind) + " (tenant, id)");
        return statements.build();
    }

    /** A query with one parameter that counts the tables of a lower-case name. */
    abstract String countTables();

    /** Makes other starters wait until the transaction ends, where the database offers that. */
    abstract void lockMigrations(Connection connection) throws SQLException;

    /** Fails if the database cannot keep every text. */
    abstract void check(Connection connection) throws SQLException;

    /**
     * A version that no document had, greater than the one expected. Blocks of numbers are taken from a sequence, so
     * that a removed and newly put document never repeats one, in whichever process it is put.
     */
    final synchronized long newVersion(JdbcUnitOfWork unit, long expected) throws SQLException {
        while (nextVersion >= versionLimit || nextVersion <= expected) {
            long block =
                    unit.query("select " + nextNumber(), row -> row.getLong(1)).get(0);
            nextVersion = block * VERSIONS_AT_ONCE;
            versionLimit = nextVersion + VERSIONS_AT_ONCE;
        }
        return nextVersion++;
    }

    /** What was erased among some hashes. */
    final String selectBuried(String arrayMarker) {
        return "select t.hash from " + system("tombstone") + " t join unnest(" + arrayMarker
                + ") as u(hash) on t.hash = u.hash where t.tenant = ? and t.kind = ?";
    }

    /** Takes back entries that were inserted although their ids were erased. */
    final void takeBack(JdbcUnitOfWork unit, Kind<?> kind, Collection<String> ids) throws SQLException {
        List<Object[]> keys =
                ids.stream().map(id -> new Object[] {unit.tenant(), key(id)}).toList();
        unit.batch("delete from " + index(kind) + " where tenant = ? and id = ?", keys);
        unit.batch("delete from " + facts(kind) + " where tenant = ? and id = ?", keys);
    }
}
