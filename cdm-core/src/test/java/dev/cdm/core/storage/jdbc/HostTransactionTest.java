package dev.cdm.core.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.SchemaMismatchException;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.VersionConflictException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostTransactionTest {

    /** Databases to try. */
    enum Product {
        H2,
        POSTGRES;

        DataSource source() {
            return this == H2 ? H2MemoryStorageTest.POOL : Server.pool();
        }

        JdbcStorage storage() {
            JdbcStorage storage = Ticket.storage(source());
            storage.prepare(Ticket.KINDS, SchemaMode.CREATE);
            return storage;
        }
    }

    private static boolean has(JdbcStorage storage, String key) {
        return storage.read(unit -> !unit.table(Ticket.TABLE).get(List.of(key)).isEmpty());
    }

    private static long put(Storage storage, String key, long version) {
        return storage.write(unit -> unit.table(Ticket.TABLE).put(Ticket.of(key), version));
    }

    @ParameterizedTest
    @EnumSource
    void aConflictLeavesTheHostsTransactionUsable(Product product) throws SQLException {
        JdbcStorage storage = product.storage();
        try (HostConnection host = new HostConnection(product.source(), storage)) {
            put(host.storage(), "before", 0);
            assertThatExceptionOfType(VersionConflictException.class)
                    .isThrownBy(() -> host.storage().write(unit -> {
                        unit.table(Ticket.TABLE).put(Ticket.of("lost"), 0);
                        return unit.table(Ticket.TABLE).put(Ticket.of("before"), 0);
                    }));
            try (Statement own = host.connection().createStatement()) {
                own.execute("insert into t_sys_migration (name, checksum) values ('host" + product + "', 'x')");
            }
            put(host.storage(), "after", 0);
            assertThat(has(storage, "before")).isFalse();
            host.commit();
        }
        assertThat(has(storage, "before")).isTrue();
        assertThat(has(storage, "after")).isTrue();
        assertThat(has(storage, "lost")).isFalse();
        storage.write(unit -> {
            unit.table(Ticket.TABLE)
                    .all(Cursor.START, 10)
                    .items()
                    .forEach(found ->
                            unit.table(Ticket.TABLE).remove(found.document().key(), found.version()));
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFailedStatementLeavesTheHostsTransactionUsable(Product product) throws SQLException {
        JdbcStorage storage = Ticket.storage(product.source());
        LogKind<Ticket> absent = LogKind.named("absent", Ticket.class).keyedBy(Ticket::key);
        storage.prepare(List.of(absent), SchemaMode.NONE);
        try (HostConnection host = new HostConnection(product.source(), storage)) {
            assertThatExceptionOfType(SchemaMismatchException.class)
                    .isThrownBy(
                            () -> host.storage().read(unit -> unit.log(absent).get(List.of("a"))));
            try (Statement own = host.connection().createStatement();
                    ResultSet row = own.executeQuery("select 1")) {
                assertThat(row.next()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFeedInsideLagsBehindTheHostsOwnEntriesAndGivesThemAfterTheCommit(Product product) {
        JdbcStorage storage = product.storage();
        String key = "feed" + product;
        Cursor inside;
        try (HostConnection host = new HostConnection(product.source(), storage)) {
            inside = host.storage().write(unit -> {
                unit.log(Ticket.LOG).append(List.of(Ticket.of(key)));
                return unit.log(Ticket.LOG).feed(Cursor.START, 1_000).next();
            });
            host.commit();
        }
        Cursor place = inside;
        assertThat(storage.<List<Ticket>>read(
                        unit -> unit.log(Ticket.LOG).feed(place, 1_000).items()))
                .containsExactly(Ticket.of(key));
        storage.<Integer>write(unit -> unit.log(Ticket.LOG).erase(List.of(key)));
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatCommitsByItselfIsRefused(Product product) throws SQLException {
        JdbcStorage storage = product.storage();
        try (Connection connection = product.source().getConnection()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> storage.joining(connection))
                    .withMessage("`connection` must have auto-commit switched off");
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionsComeBackAsTheyWere(Product product) throws SQLException {
        JdbcStorage storage = product.storage();
        for (boolean autoCommit : new boolean[] {true, false}) {
            for (int isolation :
                    new int[] {Connection.TRANSACTION_SERIALIZABLE, Connection.TRANSACTION_READ_COMMITTED}) {
                try (Connection connection = product.source().getConnection()) {
                    connection.setTransactionIsolation(isolation);
                    connection.setAutoCommit(autoCommit);
                    JdbcStorage over = Ticket.storage(OneConnection.of(connection));
                    over.prepare(Ticket.KINDS, SchemaMode.VALIDATE);
                    over.read(unit -> unit.log(Ticket.LOG).get(List.of("a")));
                    assertThatExceptionOfType(VersionConflictException.class).isThrownBy(() -> put(over, "a", 7));
                    assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                    assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
                    connection.setAutoCommit(true);
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                }
            }
        }
        assertThat(storage.capabilities()).contains(Capability.HOST_TRANSACTIONS);
    }
}
