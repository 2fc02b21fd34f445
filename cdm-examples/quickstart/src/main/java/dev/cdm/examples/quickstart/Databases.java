package dev.cdm.examples.quickstart;

import dev.cdm.consent.json.ConsentBodies;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the database that the command line names. */
final class Databases {

    /** A host keeps this secret and outside the database. */
    private static final TombstoneKey KEY =
            TombstoneKey.of("quickstart-quickstart-quickstart".getBytes(StandardCharsets.US_ASCII));

    private Databases() {}

    static Storage open(Arguments arguments) {
        return switch (arguments.store()) {
            case MEMORY -> MemoryStorage.create();
            case H2 -> jdbc(h2(Path.of(arguments.target())));
            case POSTGRES -> jdbc(postgres(arguments.target()));
        };
    }

    private static Storage jdbc(DataSource source) {
        return JdbcStorage.builder(source)
                .codecs(JsonCodecs.of(new ConsentBodies()))
                .tombstoneKey(KEY)
                .build();
    }

    private static DataSource h2(Path file) {
        JdbcDataSource source = new JdbcDataSource();
        // stays open between two connections, and closes with the program
        source.setURL("jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    private static DataSource postgres(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }
}
