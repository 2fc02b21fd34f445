package dev.cdm.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.Customers;
import dev.cdm.core.format.RecordFormat;
import dev.cdm.core.identity.Resolution.Outcome;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.StorageUnavailableException;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrokenOffImportTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();
    private static final int ROWS = 2 * Ingestor.BATCH + 7;

    /** A store that is full after some units of work: the one in which it happens is rolled back. */
    private static final class FullStorage implements Storage {

        private final Storage storage;
        private int left;

        private FullStorage(Storage storage, int left) {
            this.storage = storage;
            this.left = left;
        }

        @Override
        public Set<Capability> capabilities() {
            return storage.capabilities();
        }

        @Override
        public void prepare(Collection<? extends Kind<?>> kinds, SchemaMode mode) {
            storage.prepare(kinds, mode);
        }

        @Override
        public <R> R read(Function<? super UnitOfWork, R> work) {
            return storage.read(work);
        }

        @Override
        public <R> R write(Function<? super UnitOfWork, R> work) {
            return storage.write(unit -> {
                R result = work.apply(unit);
                if (left-- == 0) {
                    throw new StorageUnavailableException("the database is full");
                }
                return result;
            });
        }

        @Override
        public void close() {
            storage.close();
        }
    }

    private static IntakeReport receive(Customers customers) {
        StringBuilder file = new StringBuilder("Id,E-Mail\n");
        IntStream.range(0, ROWS)
                .forEach(i -> file.append(i).append(",c").append(i).append("@example.com\n"));
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        try (var rows = RecordFormat.csv(CRM, "Id").build().read(new ByteArrayInputStream(bytes), "crm.csv")) {
            return customers.receive(rows, progress -> {});
        }
    }

    private static int profiles(Customers customers) {
        return customers.profiles(Cursor.START, 5_000).items().size();
    }

    @Test
    void whatWasStoredStaysNothingIsHalfWrittenAndTheNextRunCompletesIt() {
        Storage memory = MemoryStorage.create();
        Customers broken =
                Customers.over(new FullStorage(memory, 2)).sources(CRM).build();
        assertThatThrownBy(() -> receive(broken))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("the database is full");
        Customers whole = Customers.over(memory).sources(CRM).build();
        assertThat(profiles(whole)).isEqualTo(Ingestor.BATCH);

        IntakeReport again = receive(whole);
        assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(Ingestor.BATCH);
        assertThat(again.count(Outcome.NEW)).isEqualTo(ROWS - Ingestor.BATCH);
        assertThat(profiles(whole)).isEqualTo(ROWS);
    }
}
