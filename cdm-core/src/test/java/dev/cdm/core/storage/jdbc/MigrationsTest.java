package dev.cdm.core.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cdm.core.storage.SchemaMismatchException;
import dev.cdm.core.storage.SchemaMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<JdbcConnectionPool> pools = new ArrayList<>();

    /** Databases to try; each gives a pool over a new, empty one. */
    enum Product {
        H2,
        POSTGRES
    }

    private JdbcConnectionPool empty(Product product) {
        JdbcConnectionPool pool = product == Product.H2
                ? H2MemoryStorageTest.pool("mem:fresh" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1")
                : Server.pool(Server.newDatabase());
        pools.add(pool);
        return pool;
    }

    @AfterEach
    void close() {
        pools.forEach(JdbcConnectionPool::dispose);
    }

    private static void execute(JdbcConnectionPool pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Set<String> append(JdbcStorage storage, String key) {
        return storage.write(unit -> unit.log(Ticket.LOG).append(List.of(Ticket.of(key))));
    }

    @ParameterizedTest
    @EnumSource
    void creatingTwiceKeepsWhatIsThere(Product product) {
        JdbcConnectionPool pool = empty(product);
        JdbcStorage storage = Ticket.storage(pool);
        storage.prepare(Ticket.KINDS, SchemaMode.CREATE);
        assertThat(append(storage, "a")).containsExactly("a");
        JdbcStorage again = Ticket.storage(pool);
        again.prepare(Ticket.KINDS, SchemaMode.CREATE);
        again.prepare(Ticket.KINDS, SchemaMode.VALIDATE);
        assertThat(append(again, "a")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void validatingNamesWhatIsMissingAndCreatesNothing(Product product) {
        JdbcConnectionPool pool = empty(product);
        JdbcStorage storage = Ticket.storage(pool);
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(SchemaMismatchException.class)
                    .isThrownBy(() -> storage.prepare(Ticket.KINDS, SchemaMode.VALIDATE))
                    .withMessageContainingAll("system_001", "log_ticket_001", "doc_desk_001");
        }
        storage.prepare(List.of(Ticket.LOG), SchemaMode.CREATE);
        assertThatExceptionOfType(SchemaMismatchException.class)
                .isThrownBy(() -> storage.prepare(Ticket.KINDS, SchemaMode.VALIDATE))
                .withMessage("not applied to the database: migration `doc_desk_001`");
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsGoneIsNoticed(Product product) throws SQLException {
        JdbcConnectionPool pool = empty(product);
        JdbcStorage storage = Ticket.storage(pool);
        storage.prepare(Ticket.KINDS, SchemaMode.CREATE);
        execute(pool, "drop table t_idx_ticket");
        for (SchemaMode mode : List.of(SchemaMode.VALIDATE, SchemaMode.CREATE)) {
            assertThatExceptionOfType(SchemaMismatchException.class)
                    .isThrownBy(() -> storage.prepare(Ticket.KINDS, mode))
                    .withMessageContaining("t_idx_ticket");
        }
        assertThatExceptionOfType(SchemaMismatchException.class)
                .isThrownBy(() -> append(storage, "a"))
                .withMessageStartingWith(
                        "table is missing, prepare the storage first, while appending to kind `ticket`");
    }

    @ParameterizedTest
    @EnumSource
    void printedScriptsMakeAValidDatabase(Product product) throws SQLException {
        JdbcConnectionPool pool = empty(product);
        JdbcStorage storage = Ticket.storage(pool);
        Map<String, String> scripts = storage.migrations(Ticket.KINDS);
        assertThat(scripts.keySet()).containsExactly("system_001", "log_ticket_001", "doc_desk_001");
        for (String script : scripts.values()) {
            execute(pool, script);
        }
        storage.prepare(Ticket.KINDS, SchemaMode.VALIDATE);
        assertThat(append(storage, "a")).containsExactly("a");
        assertThat(storage.migrations(Ticket.KINDS)).isEqualTo(scripts);
    }

    @ParameterizedTest
    @EnumSource
    void anotherChecksumIsRefused(Product product) throws SQLException {
        JdbcConnectionPool pool = empty(product);
        JdbcStorage storage = Ticket.storage(pool);
        storage.prepare(Ticket.KINDS, SchemaMode.CREATE);
        execute(pool, "update t_sys_migration set checksum = 'edited' where name = 'log_ticket_001'");
        for (SchemaMode mode : List.of(SchemaMode.VALIDATE, SchemaMode.CREATE)) {
            assertThatExceptionOfType(SchemaMismatchException.class)
                    .isThrownBy(() -> storage.prepare(Ticket.KINDS, mode))
                    .withMessageContaining("`log_ticket_001` was applied with another checksum");
        }
    }

    @ParameterizedTest
    @EnumSource
    void startersAtOnceCreateOneSetOfTables(Product product) throws Exception {
        JdbcConnectionPool pool = empty(product);
        int starters = 4;
        CyclicBarrier together = new CyclicBarrier(starters);
        ExecutorService threads = Executors.newFixedThreadPool(starters);
        List<Future<Set<String>>> results = new ArrayList<>();
        for (int i = 0; i < starters; i++) {
            String key = "k" + i;
            Callable<Set<String>> start = () -> {
                JdbcStorage storage = Ticket.storage(pool);
                together.await(30, TimeUnit.SECONDS);
                storage.prepare(Ticket.KINDS, SchemaMode.CREATE);
                return append(storage, key);
            };
            results.add(threads.submit(start));
        }
        for (int i = 0; i < starters; i++) {
            assertThat(results.get(i).get(60, TimeUnit.SECONDS)).containsExactly("k" + i);
        }
        threads.shutdown();
    }
}
