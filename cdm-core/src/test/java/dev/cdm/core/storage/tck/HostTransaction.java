package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Storage;

/** A transaction of the host that a storage has joined; what an adapter that declares host transactions shows the kit. */
public interface HostTransaction extends AutoCloseable {

    /** {@return the storage inside the host's transaction; its units of work neither commit nor roll back} */
    Storage storage();

    /** Commits, as the host would. */
    void commit();

    /** Rolls back, as the host would. */
    void rollBack();

    /** Gives the host's connection back; rolls back what was neither committed nor rolled back. */
    @Override
    void close();
}
