package dev.cdm.core.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cdm.core.storage.SchemaMismatchException;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.StorageException;
import dev.cdm.core.storage.StorageUnavailableException;
import dev.cdm.core.storage.VersionConflictException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class SqlFailuresTest {

    private static long put(JdbcStorage storage, String key, long version) {
        return storage.write(unit -> unit.table(Ticket.TABLE).put(Ticket.of(key), version));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "53100 | 0 | database is full",
                "53300 | 0 | database has no connection left",
                "53200 | 0 | database is out of resources",
                "55P03 | 0 | database is locked, gave up waiting",
                "HYT00 | 50200 | database is locked, gave up waiting",
                "57014 | 0 | database took too long",
                "25006 | 0 | database is read-only",
                "57P01 | 0 | database is shutting down or starting",
                "08006 | 0 | database cannot be reached",
                "28P01 | 0 | database refuses the login",
                "58030 | 0 | database cannot use its files",
                "90020 | 90020 | database is locked by another process",
                "90097 | 90097 | database is read-only",
                "90031 | 90031 | database cannot use its files, is the disk full?",
                "90098 | 90098 | database is closed",
                "90067 | 90067 | database cannot be reached"
            })
    void whatMayPassIsUnavailable(String state, int code, String reason) {
        StorageException told = SqlFailures.translate(new SQLException("text", state, code), "appending to kind `x`");
        assertThat(told)
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage(reason + " while appending to kind `x` (sql state `" + state + "`)");
    }

    @ParameterizedTest
    @CsvSource({"40001,0", "40P01,0", "23505,0", "90131,90131"})
    void conflictsAreVersionConflicts(String state, int code) {
        assertThat(SqlFailures.translate(new SQLException("text", state, code), "x"))
                .isInstanceOf(VersionConflictException.class);
    }

    @Test
    void otherFailuresNeverRepeatTheDatabasesText() {
        assertThat(SqlFailures.translate(new SQLException("secret", "42703"), "x"))
                .isInstanceOf(SchemaMismatchException.class)
                .message()
                .doesNotContain("secret");
        assertThat(SqlFailures.translate(new SQLException("secret"), "x"))
                .isExactlyInstanceOf(StorageException.class)
                .hasMessage("database refused a statement while x (sql state ``)");
    }

    @Test
    void anInterruptIsRestored() {
        SQLException failure = new SQLException("waiting", new InterruptedException());
        assertThat(SqlFailures.translate(failure, "x")).isNotNull();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anUnreachableDatabaseIsUnavailable() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:1/none");
        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> Ticket.storage(nowhere))
                .withMessageStartingWith("database cannot be reached while asking");
        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> Ticket.storage(
                        OneConnection.failing(new SQLTransientConnectionException("the pool is exhausted"))));
    }

    @Test
    void anotherDatabaseIsRefused() {
        DatabaseMetaData other = (DatabaseMetaData) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> method.getReturnType() == int.class ? (Object) 9 : "Oracle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dialect.of(other, "cdm_"))
                .withMessage("`source` must lead to PostgreSQL 13 or later or to H2 2 or later, was `Oracle` 9");
    }

    @Test
    void aBuilderWantsWhatIsRequired() {
        assertThatIllegalStateException()
                .isThrownBy(() -> JdbcStorage.builder(H2MemoryStorageTest.POOL).build())
                .withMessage("a storage needs `codecs` and `tombstoneKey`");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcStorage.builder(H2MemoryStorageTest.POOL).tablePrefix("x; drop"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcStorage.builder(H2MemoryStorageTest.POOL).tenant(" "));
    }

    @Test
    void aLockedDocumentIsUnavailableOnPostgres() throws SQLException {
        PGSimpleDataSource impatient = new PGSimpleDataSource();
        impatient.setUrl(Server.url());
        impatient.setOptions("-c lock_timeout=50");
        JdbcStorage storage = Ticket.storage(impatient);
        storage.prepare(Ticket.KINDS, SchemaMode.CREATE);
        long version = put(storage, "locked", 0);
        try (Connection other = Server.pool().getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select * from t_doc_desk for update");
            assertThatExceptionOfType(StorageUnavailableException.class)
                    .isThrownBy(() -> put(storage, "locked", version))
                    .withMessage("database is locked, gave up waiting while putting into kind `desk`"
                            + " (sql state `55P03`)");
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(put(storage, "locked", version)).isGreaterThan(version);
    }

    @Test
    void aLockedDocumentIsUnavailableOnH2() throws SQLException {
        JdbcConnectionPool pool = H2MemoryStorageTest.pool("mem:locked;LOCK_TIMEOUT=50");
        JdbcStorage storage = Ticket.storage(pool);
        try (Connection other = pool.getConnection()) {
            storage.prepare(Ticket.KINDS, SchemaMode.CREATE);
            long version = put(storage, "locked", 0);
            other.setAutoCommit(false);
            execute(other, "update t_doc_desk set body = ''");
            assertThatExceptionOfType(StorageUnavailableException.class)
                    .isThrownBy(() -> put(storage, "locked", version))
                    .withMessageStartingWith("database is locked, gave up waiting while putting into kind `desk`");
            other.rollback();
            assertThat(put(storage, "locked", version)).isGreaterThan(version);
        }
        pool.dispose();
    }

    @Test
    void aReadOnlyDatabaseCanBeReadOnH2(@TempDir Path folder) {
        String place = "file:" + folder.resolve("readonly");
        JdbcConnectionPool writable = H2MemoryStorageTest.pool(place);
        JdbcStorage writer = Ticket.storage(writable);
        writer.prepare(Ticket.KINDS, SchemaMode.CREATE);
        put(writer, "a", 0);
        writable.dispose();
        JdbcConnectionPool pool = H2MemoryStorageTest.pool(place + ";ACCESS_MODE_DATA=r");
        JdbcStorage storage = Ticket.storage(pool);
        storage.prepare(Ticket.KINDS, SchemaMode.VALIDATE);
        assertThat(storage.<Integer>read(
                        unit -> unit.table(Ticket.TABLE).get(List.of("a")).size()))
                .isOne();
        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> put(storage, "b", 0))
                .withMessageStartingWith("database is read-only");
        pool.dispose();
    }

    @Test
    void aReadOnlyAndThenFullDatabaseIsUnavailableOnPostgres() throws SQLException {
        String url = Server.newDatabase();
        JdbcConnectionPool pool = Server.pool(url);
        JdbcStorage storage = Ticket.storage(pool);
        storage.prepare(Ticket.KINDS, SchemaMode.CREATE);
        try (Connection connection = pool.getConnection()) {
            execute(connection, "set default_transaction_read_only = on");
            JdbcStorage readOnly = Ticket.storage(OneConnection.of(connection));
            readOnly.prepare(Ticket.KINDS, SchemaMode.NONE);
            assertThatExceptionOfType(StorageUnavailableException.class)
                    .isThrownBy(() -> put(readOnly, "b", 0))
                    .withMessageStartingWith("database is read-only while putting into kind `desk`");
            execute(connection, "set default_transaction_read_only = off");
            execute(
                    connection,
                    "create function full_disk() returns trigger language plpgsql as"
                            + " 'begin raise exception using errcode = ''53100''; end'");
            execute(connection, "create trigger full_disk before insert on t_log_ticket execute function full_disk()");
        }
        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> storage.write(unit -> {
                    unit.table(Ticket.TABLE).put(Ticket.of("half"), 0);
                    unit.table(Ticket.TABLE).get(List.of("half"));
                    return unit.log(Ticket.LOG).append(List.of(Ticket.of("a")));
                }))
                .withMessage("database is full while appending to kind `ticket` (sql state `53100`)");
        assertThat(storage.<Integer>read(
                        unit -> unit.table(Ticket.TABLE).get(List.of("half")).size()))
                .isZero();
        pool.dispose();
    }

    @Test
    void aCaughtFailureStillDoomsTheUnitOfWork() {
        JdbcStorage storage = Ticket.storage(H2MemoryStorageTest.POOL);
        storage.prepare(Ticket.KINDS, SchemaMode.CREATE);
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> storage.write(unit -> {
                    unit.table(Ticket.TABLE).put(Ticket.of("doomed"), 0);
                    assertThatExceptionOfType(VersionConflictException.class)
                            .isThrownBy(() -> unit.table(Ticket.TABLE).remove("never", 3));
                    return "caught";
                }));
        assertThat(storage.<Integer>read(
                        unit -> unit.table(Ticket.TABLE).get(List.of("doomed")).size()))
                .isZero();
    }
}
