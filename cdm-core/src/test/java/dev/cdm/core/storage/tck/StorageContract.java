package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every storage must do, as tests. An adapter author writes a subclass that says how a storage is opened:
 *
 * <pre>{@code
 * class DiskStorageTest extends StorageContract {
 *     private static final Path FOLDER = Path.of(System.getProperty("disk.folder", "target/disk"));
 *
 *     @Override
 *     protected Storage open(String tenant, Codecs codecs, TombstoneKey key) {
 *         return DiskStorage.in(FOLDER.resolve(tenant), codecs, key);
 *     }
 * }
 * }</pre>
 *
 * <p>Tests of a {@link dev.cdm.core.storage.Capability} run if the storage declares it. Random tests print their seed
 * when they fail; {@code -Dcdm.tck.seed=} repeats it. The report at the end goes to the standard output, and as a file
 * into the folder that {@code -Dcdm.tck.report=} names.
 */
@ExtendWith(ConformanceReport.class)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
public abstract class StorageContract {

    final Bench bench = new Bench(this::open);

    /** For subclasses; child processes call it too, so it needs no parameter. */
    protected StorageContract() {}

    /**
     * {@return the storage of a tenant} The same name again, also while the first is open, gives the same data; another
     * name gives a place where nothing is. The kit prepares and closes what it opens.
     *
     * @param tenant the name of the tenant: lower-case letters and digits, at most 20
     * @param codecs what turns facts into text; thread-safe
     * @param key the secret of tombstones
     */
    protected abstract Storage open(String tenant, Codecs codecs, TombstoneKey key);

    /**
     * Begins a transaction of the host and joins it. To be overridden by adapters that declare
     * {@link dev.cdm.core.storage.Capability#HOST_TRANSACTIONS}.
     *
     * @param tenant the name of the tenant
     * @param codecs what turns facts into text
     * @param key the secret of tombstones
     * @return the transaction
     */
    protected HostTransaction join(String tenant, Codecs codecs, TombstoneKey key) {
        throw new UnsupportedOperationException("a storage that declares HOST_TRANSACTIONS overrides join");
    }

    /**
     * {@return the system properties with which {@link #open} finds the same data in a child process} To be overridden
     * by adapters that declare {@link dev.cdm.core.storage.Capability#DURABLE} and whose place is not known beforehand,
     * such as a temporary folder or a port.
     */
    protected Map<String, String> childProperties() {
        return Map.of();
    }

    @AfterEach
    final void closeStorages() {
        bench.close();
    }

    @Nested
    @Order(1)
    @DisplayName("a log")
    final class Logs extends LogGroup {
        Logs() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(2)
    @DisplayName("the feed of a log")
    final class Feeds extends FeedGroup {
        Feeds() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(3)
    @DisplayName("a table")
    final class Tables extends TableGroup {
        Tables() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(4)
    @DisplayName("a unit of work")
    final class UnitsOfWork extends UnitOfWorkGroup {
        UnitsOfWork() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(5)
    @DisplayName("erasure")
    final class Erasure extends ErasureGroup {
        Erasure() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(6)
    @DisplayName("text and time")
    final class Texts extends TextGroup {
        Texts() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(7)
    @DisplayName("preparation")
    final class Preparation extends PreparationGroup {
        Preparation() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(8)
    @DisplayName("random histories")
    final class Histories extends HistoryGroup {
        Histories() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(9)
    @DisplayName("concurrency")
    final class Concurrency extends ConcurrencyGroup {
        Concurrency() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(10)
    @DisplayName("open writers")
    final class OpenWriters extends OpenWriterGroup {
        OpenWriters() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(11)
    @DisplayName("TENANTS")
    final class Tenants extends TenantGroup {
        Tenants() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(12)
    @DisplayName("DURABLE")
    final class Durability extends DurableGroup {
        Durability() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(13)
    @DisplayName("SHARED")
    final class Sharing extends SharedGroup {
        Sharing() {
            super(StorageContract.this);
        }
    }

    @Nested
    @Order(14)
    @DisplayName("HOST_TRANSACTIONS")
    final class HostTransactions extends HostTransactionGroup {
        HostTransactions() {
            super(StorageContract.this);
        }
    }
}
