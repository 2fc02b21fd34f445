package dev.cdm.core.format;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file row by row; one row is in memory at a time. Rows come in the order of the file, unusable ones included.
 *
 * <p>It never throws for what stands in a row. {@link #hasNext} throws {@link DataFileException} if the file cannot be
 * read on. Not thread-safe; close it.
 *
 * <pre>{@code
 * try (RowReader<RawRecord> rows = format.read(file)) {
 *     while (rows.hasNext()) {
 *         Row<RawRecord> row = rows.next();
 *         row.value().ifPresentOrElse(this::receive, () -> quarantine(row));
 *     }
 * }
 * }</pre>
 *
 * @param <T> what a usable row holds
 */
public final class RowReader<T> implements Iterator<Row<T>>, AutoCloseable {

    /**
     * Where the rows are pulled from.
     *
     * @param <T> what a usable row holds
     */
    interface Source<T> {

        /** The next row, or null after the last one. */
        @Nullable
        Row<T> next();

        /** The raw text of the row that was handed out last. */
        String raw();
    }

    private final TextLines lines;
    private final Source<T> source;
    private @Nullable Row<T> ahead;
    private long rows;
    private long refused;

    RowReader(TextLines lines, Source<T> source) {
        this.lines = lines;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = source.next();
        }
        return ahead != null;
    }

    @Override
    public Row<T> next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("no more rows in `" + name() + "`");
        }
        Row<T> row = ahead;
        ahead = null;
        rows++;
        if (row.value().isEmpty()) {
            refused++;
        }
        return row;
    }

    /** A reader of the same rows that gives each, with its raw text, another value. */
    <U> RowReader<U> mapped(BiFunction<Row<T>, String, Row<U>> mapping) {
        return new RowReader<>(lines, new Source<U>() {
            @Override
            public @Nullable Row<U> next() {
                Row<T> row = source.next();
                return row == null ? null : mapping.apply(row, source.raw());
            }

            @Override
            public String raw() {
                return source.raw();
            }
        });
    }

    /** {@return the file or stream, as it stands in positions} */
    public String name() {
        return lines.name();
    }

    /** {@return how many rows were handed out so far, the header not counted} */
    public long rowsRead() {
        return rows;
    }

    /** {@return how many of them could not be used} */
    public long rowsRefused() {
        return refused;
    }

    /** {@return how many bytes were taken from the file so far; it runs ahead of the rows by a buffer} */
    public long bytesRead() {
        return lines.bytesRead();
    }

    /** Closes the file or stream. */
    @Override
    public void close() {
        lines.close();
    }
}
