package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;

/** Opens storages of an adapter for the kit. */
@FunctionalInterface
public interface StorageOpener {

    /**
     * {@return the storage of a tenant} The same name again, also while the first is open, gives the same data; another
     * name gives a place where nothing is.
     *
     * @param tenant the name of the tenant: lower-case letters and digits
     * @param codecs what turns facts into text
     * @param key the secret of tombstones
     */
    Storage open(String tenant, Codecs codecs, TombstoneKey key);
}
