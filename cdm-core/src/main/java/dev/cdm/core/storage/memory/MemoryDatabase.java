package dev.cdm.core.storage.memory;

import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Holds the data of several tenants in memory, as long as it is reachable itself. Thread-safe.
 *
 * <p>Erased ids are kept as hashes under a random key that lives as long as the data.
 */
public final class MemoryDatabase {

    private static final int KEY_BYTES = 32;

    private final ConcurrentMap<String, TenantData> tenants = new ConcurrentHashMap<>();
    private final TombstoneKey key = TombstoneKey.of(randomBytes());

    /** Creates an empty database. */
    public MemoryDatabase() {}

    /**
     * {@return the storage of a tenant} The same name gives a storage over the same data.
     *
     * @param name the name of the tenant
     */
    public Storage tenant(String name) {
        return new MemoryStorage(tenants.computeIfAbsent(name, unused -> new TenantData(key)));
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
