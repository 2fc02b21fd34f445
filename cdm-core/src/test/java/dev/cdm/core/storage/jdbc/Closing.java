package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;

/** A storage that closes its pool with itself, so that an embedded database is free for another process. */
record Closing(JdbcStorage storage, JdbcConnectionPool pool) implements Storage {

    @Override
    public Set<Capability> capabilities() {
        return storage.capabilities();
    }

    @Override
    public void prepare(Collection<? extends Kind<?>> kinds, SchemaMode mode) {
        storage.prepare(kinds, mode);
    }

    @Override
    public <R> R read(Function<? super UnitOfWork, R> work) {
        return storage.read(work);
    }

    @Override
    public <R> R write(Function<? super UnitOfWork, R> work) {
        return storage.write(work);
    }

    @Override
    public void close() {
        storage.close();
        pool.dispose();
    }
}
