package dev.cdm.examples.benchmarks;

import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * Compares the PostgreSQL storage with the same work in hand-written JDBC ({@link PlainJdbc}): operations in a second,
 * alone in a transaction and a hundred in one. Both use one connection of the same server and take turns, operation by
 * operation; the rate at the lower quartile of the times is printed, which other load on the machine disturbs least.
 *
 * <p>Run from the root of the repository:
 *
 * <pre>{@code
 * mvn -q -B -DskipTests install -pl cdm-core,cdm-examples/benchmarks -am
 * mvn -q -B exec:java -pl cdm-examples/benchmarks -Dexec.mainClass=dev.cdm.examples.benchmarks.StorageBenchmark
 * }</pre>
 *
 * <p>The argument, if there is one, is the seconds of each comparison (default 10).
 */
public final class StorageBenchmark {

    private static final int BATCH = 100;
    private static final int STATES = 5_000;

    private final PlainJdbc plain;
    private final Storage storage;
    private final Map<String, Long> plainVersions = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final long nanosPerLine;
    private long next;

    private StorageBenchmark(DataSource source, long seconds) {
        TombstoneKey key = TombstoneKey.of(new byte[16]);
        this.storage = JdbcStorage.builder(source)
                .tenant("ours")
                .codecs(Reading.AsText.INSTANCE)
                .tombstoneKey(key)
                .build();
        this.plain = new PlainJdbc(source, key);
        this.nanosPerLine = seconds * 1_000_000_000;
    }

    /** One side's work for a number of facts. */
    @FunctionalInterface
    private interface Work {
        void run(long first, int count) throws SQLException;
    }

    /**
     * Runs the comparison and prints it.
     *
     * @param args the seconds of each comparison, optional
     * @throws Exception if the server cannot be started or a statement fails
     */
    public static void main(String[] args) throws Exception {
        long seconds = args.length > 0 ? Long.parseLong(args[0]) : 10;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            new StorageBenchmark(keeping(connection), seconds).run();
        }
    }

    private void run() throws SQLException {
        storage.prepare(List.of(Reading.LOG, Reading.TABLE), SchemaMode.CREATE);
        for (int batch = 0; batch < STATES / BATCH; batch++) {
            List<Reading> states = states((long) batch * BATCH, BATCH);
            plain.create(states, plainVersions);
            putOurs(states);
        }
        System.out.printf(
                Locale.ROOT, "%-24s %12s %12s %7s%n", "operations per second", "plain JDBC", "storage", "ratio");
        for (int count : new int[] {1, BATCH}) {
            String suffix = count == 1 ? ", single" : ", batches of " + count;
            compare(
                    "append" + suffix,
                    count,
                    (first, n) -> plain.append(entries(first, n)),
                    (first, n) -> storage.write(unit -> unit.log(Reading.LOG).append(entries(first, n))));
            compare(
                    "get" + suffix,
                    count,
                    (first, n) -> plain.get(known(first, n)),
                    (first, n) -> storage.read(unit -> unit.log(Reading.LOG).get(known(first, n))));
            compare(
                    "put" + suffix,
                    count,
                    (first, n) -> plain.put(states(first, n), plainVersions),
                    (first, n) -> putOurs(states(first, n)));
        }
    }

    private void putOurs(List<Reading> readings) {
        storage.write(unit -> {
            Table<Reading> table = unit.table(Reading.TABLE);
            for (Reading reading : readings) {
                versions.put(reading.id(), table.put(reading, versions.getOrDefault(reading.id(), 0L)));
            }
            return readings.size();
        });
    }

    private static List<Reading> entries(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(i -> Reading.of("reading-" + Long.reverse(i), i))
                .toList();
    }

    private static List<String> known(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(i -> "reading-" + Long.reverse(i % 2_000))
                .toList();
    }

    private static List<Reading> states(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(i -> Reading.of("state-" + i % STATES, i))
                .toList();
    }

    private void compare(String name, int count, Work byHand, Work ours) throws SQLException {
        List<Long> handTimes = new ArrayList<>();
        List<Long> ourTimes = new ArrayList<>();
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanosPerLine) {
            handTimes.add(time(byHand, count));
            ourTimes.add(time(ours, count));
        }
        double hand = rate(handTimes, count);
        double our = rate(ourTimes, count);
        System.out.printf(Locale.ROOT, "%-24s %12.0f %12.0f %6.0f%%%n", name, hand, our, 100 * our / hand);
    }

    private long time(Work work, int count) throws SQLException {
        long first = next;
        next += count;
        long start = System.nanoTime();
        work.run(first, count);
        return System.nanoTime() - start;
    }

    /** Facts in a second at the lower quartile of the times; the first third warms up. */
    private static double rate(List<Long> times, int count) {
        List<Long> measured =
                times.subList(times.size() / 3, times.size()).stream().sorted().toList();
        return count * 1e9 / measured.get(measured.size() / 4);
    }

    /* A pool of one: both sides work on the same connection, and closing it gives it back. */
    static DataSource keeping(Connection connection) {
        Class<?>[] type = {Connection.class};
        ClassLoader loader = StorageBenchmark.class.getClassLoader();
        Object kept = Proxy.newProxyInstance(
                loader,
                type,
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> kept);
    }
}
