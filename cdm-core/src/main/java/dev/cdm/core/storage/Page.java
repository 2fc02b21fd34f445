package dev.cdm.core.storage;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a sequence.
 *
 * @param items the items, at most as many as asked for
 * @param next where to continue; present on the last page too, so that a feed can be followed
 * @param last whether there was nothing after these items when they were read
 * @param <T> the type of the items
 */
public record Page<T>(List<T> items, Cursor next, boolean last) {

    /** Copies the items. */
    public Page {
        items = ImmutableList.copyOf(items);
    }

    /**
     * {@return a page with each item replaced}
     *
     * @param function gives the new item
     * @param <R> the type of the new items
     */
    public <R> Page<R> map(Function<? super T, ? extends R> function) {
        ImmutableList.Builder<R> mapped = ImmutableList.builderWithExpectedSize(items.size());
        items.forEach(item -> mapped.add(function.apply(item)));
        return new Page<>(mapped.build(), next, last);
    }

    @Override
    public String toString() {
        return "Page[" + items.size() + " items, last=" + last + "]";
    }
}
