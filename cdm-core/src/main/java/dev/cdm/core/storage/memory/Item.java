package dev.cdm.core.storage.memory;

/**
 * A fact, and from which commit until which commit it is seen. Only the end can change, once.
 *
 * @param <T> the type of the fact
 */
final class Item<T> {

    private static final long NEVER = Long.MAX_VALUE;

    final String key;
    final T value;
    /** The version of a document, the place of an entry in the feed. */
    final long number;
    /** The commit that made it; 0 while a unit of work keeps it aside. */
    final long from;

    private volatile long until = NEVER;

    Item(String key, T value, long number, long from) {
        this.key = key;
        this.value = value;
        this.number = number;
        this.from = from;
    }

    void endAt(long commit) {
        until = commit;
    }

    long until() {
        return until;
    }

    boolean isLive() {
        return until == NEVER;
    }

    boolean seenAt(long commit) {
        return from <= commit && commit < until;
    }
}
