package dev.cdm.core.storage.memory;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.storage.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands in a sorted set: by index value, key and commit, in code-point order. A place without an item is
 * one to look from.
 */
final class Place<T> implements Comparable<Place<T>> {

    private final String value;
    private final String key;
    private final long commit;
    private final @Nullable Item<T> item;

    private Place(String value, String key, long commit, @Nullable Item<T> item) {
        this.value = value;
        this.key = key;
        this.commit = commit;
        this.item = item;
    }

    static <T> Place<T> of(String value, Item<T> item) {
        return new Place<>(value, item.key, item.from, item);
    }

    /** Before all items under a value: keys are never empty. */
    static <T> Place<T> before(String value) {
        return new Place<>(value, "", 0, null);
    }

    /** After all items under a value: no storable text lies between a text and the same with U+0000 behind it. */
    static <T> Place<T> afterAll(String value) {
        return before(value + '\0');
    }

    /** After the place that a cursor names. */
    static <T> Place<T> after(Cursor cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor.text()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            int end = colon + 1 + Integer.parseInt(text.substring(0, colon));
            return new Place<>(text.substring(colon + 1, end), text.substring(end), Long.MAX_VALUE, null);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("`after` must be a cursor that this method gave", e);
        }
    }

    Cursor cursor() {
        byte[] text = (value.length() + ":" + value + key).getBytes(StandardCharsets.UTF_8);
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(text));
    }

    Item<T> item() {
        return Objects.requireNonNull(item, "a place to look from has no item");
    }

    @Override
    public int compareTo(Place<T> other) {
        int byValue = value.equals(other.value) ? 0 : CodePoints.compare(value, other.value);
        if (byValue != 0) {
            return byValue;
        }
        int byKey = CodePoints.compare(key, other.key);
        return byKey != 0 ? byKey : Long.compare(commit, other.commit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place<?> place
                && commit == place.commit
                && key.equals(place.key)
                && value.equals(place.value);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + value.hashCode();
    }
}
