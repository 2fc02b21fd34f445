package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.cache.CachedStorage;
import dev.cdm.core.storage.tck.HostTransaction;
import dev.cdm.core.storage.tck.StorageContract;

class CachedH2StorageTest extends StorageContract {

    private final H2MemoryStorageTest below = new H2MemoryStorageTest();

    @Override
    protected Storage open(String tenant, Codecs codecs, TombstoneKey key) {
        return CachedStorage.over(below.open(tenant, codecs, key));
    }

    @Override
    protected HostTransaction join(String tenant, Codecs codecs, TombstoneKey key) {
        return below.join(tenant, codecs, key);
    }
}
