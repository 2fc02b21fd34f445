package dev.cdm.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.NearTexts;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import dev.cdm.core.storage.jdbc.Server;
import dev.cdm.core.storage.memory.MemoryStorage;
import dev.cdm.core.storage.tck.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two Java machines bring in records of the same people at once: they leave the profiles that one would have left. */
class TwoProcessesTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();
    private static final List<String> WORDS = List.of("anna", "annas", "annast", "karl", "karla", "otto", "ottos");
    private static final int RECORDS = 80;
    private static final int WRITERS = 2;

    private static Customers over(Storage storage) {
        return Customers.over(storage)
                .sources(CRM)
                .attempts(10_000)
                .finder(new NearTexts())
                .build();
    }

    private static Customers connect(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return over(JdbcStorage.builder(source)
                .codecs(JsonCodecs.of())
                .tombstoneKey(TombstoneKey.of(new byte[32]))
                .build());
    }

    /* Many share an e-mail address or nearly a description, and some come twice with another one. */
    private static List<RawRecord> records() {
        Random random = new Random(7);
        return IntStream.range(0, RECORDS)
                .mapToObj(number -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    if (random.nextInt(2) == 0) {
                        fields.put("email", "p" + random.nextInt(RECORDS) + "@example.com");
                    }
                    if (random.nextInt(2) == 0) {
                        fields.put("description", WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(4) * 1111);
                    }
                    return RawRecord.of(CRM.record(Integer.toString(number * 7 % (RECORDS - 10))), fields);
                })
                .toList();
    }

    /* Of one record only one process tells, so that what it says last is no matter of time. */
    private static void receive(Customers customers, int writer) {
        for (RawRecord raw : records()) {
            if (Math.floorMod(raw.recordId().key().hashCode(), WRITERS) == writer) {
                customers.receive(raw);
            }
        }
    }

    private static Set<Set<RecordId>> clusters(Customers customers) {
        Set<Set<RecordId>> clusters = new LinkedHashSet<>();
        for (ProfileId id : customers.profiles(Cursor.START, 10_000).items()) {
            clusters.add(customers.read(work -> customers.members(id, work)));
        }
        return clusters;
    }

    /** The other process: says that it is ready, waits for a word, and receives its part. */
    static final class Other {

        private Other() {}

        public static void main(String[] args) throws IOException {
            Customers customers = connect(args[0]);
            System.out.println("ready");
            if (System.in.read() >= 0) {
                receive(customers, 1);
                System.out.println("done");
            }
        }
    }

    @Test
    void theProfilesAreThoseOfOneProcess() throws IOException {
        Customers alone = over(MemoryStorage.create());
        receive(alone, 0);
        receive(alone, 1);
        Set<Set<RecordId>> expected = clusters(alone);
        assertThat(expected).hasSizeBetween(5, RECORDS - 20);

        String url = Server.newDatabase();
        Customers here = connect(url);
        Process other = JavaProcess.start(Other.class, Map.of(), url);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("ready");
            other.getOutputStream().write('\n');
            other.getOutputStream().flush();
            receive(here, 0);
            assertThat(output.readLine()).isEqualTo("done");
        } finally {
            other.destroy();
        }
        assertThat(here.identities().settle()).isPositive();
        assertThat(clusters(here)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(here.identities().settle()).isZero();
        Customers third = connect(url);
        third.identities().reevaluate("host", "", done -> assertThat(done).isPositive());
        assertThat(clusters(third)).containsExactlyInAnyOrderElementsOf(expected);
    }
}
