package dev.cdm.core.storage.cache;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.memory.MemoryDatabase;
import dev.cdm.core.storage.tck.StorageContract;

class CachedStorageContractTest extends StorageContract {

    private final MemoryDatabase database = new MemoryDatabase();

    @Override
    protected Storage open(String tenant, Codecs codecs, TombstoneKey key) {
        return CachedStorage.over(database.tenant(tenant), 1_000);
    }
}
