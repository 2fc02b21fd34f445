package dev.cdm.core.storage;

/** One transaction's way to its logs and tables. For one thread, and only inside the function that got it. */
public interface UnitOfWork {

    /**
     * {@return the log of a kind}
     *
     * @param kind a kind that was prepared
     * @param <E> the type of the entries
     * @throws IllegalArgumentException if the kind was not prepared
     */
    <E> Log<E> log(LogKind<E> kind);

    /**
     * {@return the table of a kind}
     *
     * @param kind a kind that was prepared
     * @param <V> the type of the documents
     * @throws IllegalArgumentException if the kind was not prepared
     */
    <V> Table<V> table(TableKind<V> kind);

    /**
     * {@return whether this unit of work joined a transaction of the host, who may still roll it back} Every cache and
     * every state kept in memory is then bypassed: neither read nor filled. An adapter that declares
     * {@link Capability#HOST_TRANSACTIONS} overrides this.
     */
    default boolean joined() {
        return false;
    }
}
