package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.tck.HostTransaction;
import dev.cdm.core.storage.tck.StorageContract;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

class H2MemoryStorageTest extends StorageContract {

    static final DataSource POOL = pool("mem:kit;DB_CLOSE_DELAY=-1");

    static JdbcConnectionPool pool(String place) {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:" + place, "sa", "");
        pool.setMaxConnections(20);
        return pool;
    }

    @Override
    protected JdbcStorage open(String tenant, Codecs codecs, TombstoneKey key) {
        return JdbcStorage.builder(POOL)
                .tenant(tenant)
                .codecs(codecs)
                .tombstoneKey(key)
                .build();
    }

    @Override
    protected HostTransaction join(String tenant, Codecs codecs, TombstoneKey key) {
        return new HostConnection(POOL, open(tenant, codecs, key));
    }
}
