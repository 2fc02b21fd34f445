package dev.cdm.core.storage.memory;

import org.jspecify.annotations.Nullable;

/**
 * A fact, from which commit until which commit it is seen, and the item of the same key that it replaced.
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
    private volatile @Nullable Item<T> former;

    Item(String key, T value, long number, long from) {
        this.key = key;
        this.value = value;
        this.number = number;
        this.from = from;
    }

    Item<T> replacing(@Nullable Item<T> other) {
        former = other;
        return this;
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

    /** The item of this key that a commit sees: this one, one that it replaced, or none. */
    @Nullable
    Item<T> asOf(long commit) {
        for (Item<T> item = this; item != null; item = item.former) {
            if (item.seenAt(commit)) {
                return item;
            }
        }
        return null;
    }

    /** What is left of the chain that begins here when one of it, and what that replaced, is taken out. */
    @Nullable
    Item<T> without(Item<T> dropped) {
        if (this == dropped) {
            return null;
        }
        for (Item<T> item = this; item != null; item = item.former) {
            if (item.former == dropped) {
                item.former = null;
            }
        }
        return this;
    }
}
