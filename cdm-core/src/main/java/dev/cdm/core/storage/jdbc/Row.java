package dev.cdm.core.storage.jdbc;

import com.google.common.base.Splitter;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** A stored fact as a query returns it, not yet decoded, and the place after which a next page starts. */
record Row(String id, long version, int bodyVersion, String body, Cursor place) {

    private static final char SEPARATOR = '.';

    /** A cursor made of the sort values of a row. */
    static Cursor place(String... sortValues) {
        StringBuilder text = new StringBuilder();
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        for (String value : sortValues) {
            text.append(SEPARATOR).append(encoder.encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        }
        return new Cursor(text.toString());
    }

    /** The sort values of a cursor; that many empty texts for the start. */
    static List<String> sortValues(Cursor cursor, int count) {
        if (cursor.equals(Cursor.START)) {
            return Collections.nCopies(count, "");
        }
        List<String> parts = Splitter.on(SEPARATOR).splitToList(cursor.text());
        Checks.require(parts.size() == count + 1 && parts.get(0).isEmpty(), "after", "must be a cursor of this method");
        List<String> values = new ArrayList<>();
        try {
            for (String part : parts.subList(1, parts.size())) {
                values.add(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("`after` must be a cursor of this method", e);
        }
        return values;
    }

    /** A page of rows that were read with one more than the limit. */
    static Page<Row> page(List<Row> rows, Cursor after, int limit) {
        boolean last = rows.size() <= limit;
        List<Row> items = last ? rows : rows.subList(0, limit);
        Cursor next = items.isEmpty() ? after : items.get(items.size() - 1).place();
        return new Page<>(items, next, last);
    }

    /** The two numbers of a feed's cursor. */
    static long[] feedPlace(Cursor cursor) {
        if (cursor.equals(Cursor.START)) {
            return new long[] {0, 0};
        }
        List<String> values = sortValues(cursor, 2);
        try {
            return new long[] {Long.parseLong(values.get(0)), Long.parseLong(values.get(1))};
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`after` must be a cursor of a feed", e);
        }
    }

    @Override
    public String toString() {
        return "Row[v" + version + "]";
    }
}
