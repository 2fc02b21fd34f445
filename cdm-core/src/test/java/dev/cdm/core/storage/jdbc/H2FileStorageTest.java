package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.tck.HostTransaction;
import dev.cdm.core.storage.tck.StorageContract;
import java.nio.file.Path;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.io.TempDir;

class H2FileStorageTest extends StorageContract {

    private static final String FOLDER_PROPERTY = "cdm.test.h2";

    @TempDir
    static Path folder = Path.of(System.getProperty(FOLDER_PROPERTY, "unused"));

    private static JdbcConnectionPool pool(String tenant) {
        return H2MemoryStorageTest.pool("file:" + folder.resolve(tenant).toAbsolutePath());
    }

    private static JdbcStorage storage(JdbcConnectionPool pool, String tenant, Codecs codecs, TombstoneKey key) {
        return JdbcStorage.builder(pool)
                .tenant(tenant)
                .codecs(codecs)
                .tombstoneKey(key)
                .build();
    }

    @Override
    protected Storage open(String tenant, Codecs codecs, TombstoneKey key) {
        JdbcConnectionPool pool = pool(tenant);
        return new Closing(storage(pool, tenant, codecs, key), pool);
    }

    @Override
    protected HostTransaction join(String tenant, Codecs codecs, TombstoneKey key) {
        JdbcConnectionPool pool = pool(tenant);
        return new HostConnection(pool, storage(pool, tenant, codecs, key));
    }

    @Override
    protected Map<String, String> childProperties() {
        return Map.of(FOLDER_PROPERTY, folder.toString());
    }
}
