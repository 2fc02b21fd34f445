package dev.cdm.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.json.ConsentBodies;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.Customers;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import dev.cdm.core.storage.tck.JavaProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two Java machines over one database: what one commits, the other's very next answer knows. */
class TwoProcessesTest {

    private static final PurposeId NEWS = new PurposeId("news");
    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();
    private static final RecordId HANAKO = SHOP.record("c-88");
    private static final RecordId TARO = SHOP.record("c-99");

    /** The front doors of one process. */
    private record Opened(JdbcStorage storage, Customers customers, Consents consents) {

        static Opened of(String url) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            JdbcStorage storage = JdbcStorage.builder(source)
                    .codecs(JsonCodecs.of(new ConsentBodies()))
                    .tombstoneKey(TombstoneKey.of(new byte[32]))
                    .build();
            Customers customers = Customers.over(storage).sources(SHOP).build();
            Consents consents = Consents.over(customers)
                    .purposes(Purpose.builder("news", "News").build())
                    .build();
            return new Opened(storage, customers, consents);
        }
    }

    /** The other process: withdraws and says so. */
    static final class Withdrawing {

        private Withdrawing() {}

        public static void main(String[] args) {
            Opened other = Opened.of(args[0]);
            other.consents().record(ConsentEvent.withdrawn(HANAKO, NEWS));
            System.out.println("committed");
        }
    }

    @Test
    void aWithdrawalInAnotherProcessIsDeniedByTheVeryNextCallThoughAWriterIsOpen() throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            Opened here = Opened.of(url);
            here.consents().record(ConsentEvent.given(HANAKO, NEWS));
            PlainAnswers plain = here.consents().plain();
            assertThat(plain.may(HANAKO, NEWS)).isTrue();
            assertThat(plain.may(HANAKO, NEWS)).isTrue();
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            ExecutorService executor = Executors.newSingleThreadExecutor();
            try {
                Future<?> writer = executor.submit(() -> staysOpen(here, written, end));
                written.await();
                assertThat(output(url)).isEqualTo("committed");
                assertThat(plain.may(HANAKO, NEWS)).isFalse();
                assertThat(plain.answer(here.consents().ask(HANAKO, NEWS).build()))
                        .isEqualTo(Reason.WITHDRAWN);
                assertThat(plain.may(TARO, NEWS)).isFalse();
                end.countDown();
                writer.get();
                assertThat(plain.may(TARO, NEWS)).isTrue();
            } finally {
                end.countDown();
                executor.shutdown();
            }
        }
    }

    @Test
    void whatAHostRollsBackLeavesNothing() throws SQLException, IOException {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            Opened here = Opened.of(server.getJdbcUrl("postgres", "postgres"));
            here.consents().record(ConsentEvent.given(HANAKO, NEWS));
            assertThat(here.consents().plain().may(HANAKO, NEWS)).isTrue();
            try (Connection host = server.getPostgresDatabase().getConnection()) {
                host.setAutoCommit(false);
                Customers joined = here.customers().on(here.storage().joining(host));
                Consents inside = Consents.over(joined)
                        .purposes(Purpose.builder("news", "News").build())
                        .build();
                inside.record(ConsentEvent.withdrawn(HANAKO, NEWS));
                assertThat(inside.plain().may(HANAKO, NEWS)).isFalse();
                assertThat(inside.plain()).hasToString("PlainAnswers[SubjectCache[0 people]]");
                host.rollback();
            }
            assertThat(here.consents().plain().may(HANAKO, NEWS)).isTrue();
        }
    }

    private static boolean staysOpen(Opened here, CountDownLatch written, CountDownLatch end) {
        return here.storage().write(work -> {
            here.consents()
                    .record(List.of(ConsentEvent.given(TARO, NEWS).at(now(here)).build()), work);
            written.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
    }

    private static Instant now(Opened here) {
        return here.customers().clock().instant();
    }

    private static String output(String url) throws IOException {
        Process process = JavaProcess.start(Withdrawing.class, Map.of(), url);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            return line == null ? "" : line;
        } finally {
            process.destroy();
        }
    }
}
