package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.tck.HostTransaction;
import dev.cdm.core.storage.tck.StorageContract;
import java.util.Map;

class PostgresStorageTest extends StorageContract {

    @Override
    protected JdbcStorage open(String tenant, Codecs codecs, TombstoneKey key) {
        return JdbcStorage.builder(Server.pool())
                .tenant(tenant)
                .codecs(codecs)
                .tombstoneKey(key)
                .build();
    }

    @Override
    protected HostTransaction join(String tenant, Codecs codecs, TombstoneKey key) {
        return new HostConnection(Server.pool(), open(tenant, codecs, key));
    }

    @Override
    protected Map<String, String> childProperties() {
        return Map.of(Server.URL_PROPERTY, Server.url());
    }
}
