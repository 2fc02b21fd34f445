package dev.cdm.core.storage.memory;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.tck.StorageContract;

class MemoryStorageTest extends StorageContract {

    private final MemoryDatabase database = new MemoryDatabase();

    @Override
    protected Storage open(String tenant, Codecs codecs, TombstoneKey key) {
        return database.tenant(tenant);
    }
}
