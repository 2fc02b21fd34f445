package dev.cdm.core.storage.cache;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.storage.memory.MemoryDatabase;
import dev.cdm.core.storage.tck.StorageAgreement;
import dev.cdm.core.storage.tck.StorageOpener;
import java.util.Map;

class StorageAgreementTest extends StorageAgreement {

    @Override
    protected Map<String, StorageOpener> stores() {
        MemoryDatabase plain = new MemoryDatabase();
        MemoryDatabase cached = new MemoryDatabase();
        return ImmutableMap.of(
                "memory", (tenant, codecs, key) -> plain.tenant(tenant),
                "cache over memory", (tenant, codecs, key) -> CachedStorage.over(cached.tenant(tenant)));
    }
}
