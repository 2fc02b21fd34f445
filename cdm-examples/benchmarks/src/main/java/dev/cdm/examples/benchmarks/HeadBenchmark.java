package dev.cdm.examples.benchmarks;

import dev.cdm.consent.Consents;
import dev.cdm.consent.PlainAnswers;
import dev.cdm.consent.json.ConsentBodies;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.Customers;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs over PostgreSQL that a write in another process counts at once: the look at the heads of a person in a
 * snapshot of its own, and the whole answer of the front door, which also finds the person. One connection, a server on the
 * same machine. Run it like {@link ConsentBenchmark}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class HeadBenchmark {

    private static final int PEOPLE = 2_000;
    private static final PurposeId NEWS = new PurposeId("news");
    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();

    /** Made by the harness. */
    public HeadBenchmark() {}

    /** A database with people who gave a consent each. */
    @State(Scope.Benchmark)
    public static class Database {

        private final List<RecordId> records = new ArrayList<>();
        private @Nullable EmbeddedPostgres server;
        private @Nullable Connection connection;
        private @Nullable JdbcStorage storage;
        private @Nullable PlainAnswers answers;
        private int next;

        /** Made by the harness. */
        public Database() {}

        /**
         * Starts the server and fills it.
         *
         * @throws IOException if it does not start
         * @throws SQLException if it cannot be reached
         */
        @Setup
        public void start() throws IOException, SQLException {
            EmbeddedPostgres started =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            Connection kept = started.getPostgresDatabase().getConnection();
            JdbcStorage opened = JdbcStorage.builder(StorageBenchmark.keeping(kept))
                    .codecs(JsonCodecs.of(new ConsentBodies()))
                    .tombstoneKey(TombstoneKey.of(new byte[32]))
                    .build();
            Consents consents = Consents.over(
                            Customers.over(opened).sources(SHOP).build())
                    .purposes(Purpose.builder("news", "News").build())
                    .build();
            for (int i = 0; i < PEOPLE; i++) {
                records.add(SHOP.record(Integer.toString(i)));
                consents.record(ConsentEvent.given(records.get(i), NEWS));
            }
            server = started;
            connection = kept;
            storage = opened;
            answers = consents.plain();
        }

        /**
         * Stops the server.
         *
         * @throws IOException if it does not stop
         * @throws SQLException if the connection cannot be closed
         */
        @TearDown
        public void stop() throws IOException, SQLException {
            Objects.requireNonNull(connection).close();
            Objects.requireNonNull(server).close();
        }

        private RecordId turn() {
            next = (next + 7) % PEOPLE;
            return records.get(next);
        }
    }

    /**
     * {@return the heads of a person, read in a snapshot of their own}
     *
     * @param database the database
     */
    @Benchmark
    public Map<RecordId, Long> heads(Database database) {
        Set<RecordId> person = Set.of(database.turn());
        return Objects.requireNonNull(database.storage)
                .read(work -> ConsentLedger.in(work).heads(person));
    }

    /**
     * {@return whether a person's data may be used, who is found and whose heads are compared}
     *
     * @param database the database
     */
    @Benchmark
    public boolean may(Database database) {
        return Objects.requireNonNull(database.answers).may(database.turn(), NEWS);
    }
}
