package dev.cdm.core.storage.jdbc;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.storage.memory.MemoryDatabase;
import dev.cdm.core.storage.tck.StorageAgreement;
import dev.cdm.core.storage.tck.StorageOpener;
import java.util.Map;

/** Law 12: in-memory, H2 and PostgreSQL stores agree on random operation sequences. */
class JdbcAgreementTest extends StorageAgreement {

    @Override
    protected Map<String, StorageOpener> stores() {
        MemoryDatabase memory = new MemoryDatabase();
        return ImmutableMap.of(
                "memory", (tenant, codecs, key) -> memory.tenant(tenant),
                "H2", new H2MemoryStorageTest()::open,
                "PostgreSQL", new PostgresStorageTest()::open);
    }
}
