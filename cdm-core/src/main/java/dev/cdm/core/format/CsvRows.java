package dev.cdm.core.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file, resuming after broken ones.
 *
 * <p>The parser is fed one line at a time, so the lines of the row at hand are known. A quote that is never closed makes
 * it take the lines that follow for one field. It is found out when the quote of a later row ends that field in an
 * impossible place, when the row gets too long, when the cells do not fit the header, or at the end of the file. Then only
 * the first line is given up; the others are parsed again.
 */
final class CsvRows {

    private final TextLines lines;
    private final char separator;
    private final int limit;
    private final Deque<TextLines.Line> pending = new ArrayDeque<>();
    private final List<TextLines.Line> row = new ArrayList<>();
    private Iterator<CsvRecord> parser;
    private boolean tooLong;
    private long length;

    CsvRows(TextLines lines, char separator, int limit) {
        this.lines = lines;
        this.separator = separator;
        this.limit = limit;
        this.parser = newParser();
    }

    /**
     * A row.
     *
     * @param lines the lines it stands on
     * @param cells its cells, or null if it is broken
     * @param tooLong whether it is broken by its length, not by a quote
     */
    record Cells(List<TextLines.Line> lines, @Nullable List<String> cells, boolean tooLong) {

        long number() {
            return lines.get(0).number();
        }

        String raw() {
            StringBuilder raw = new StringBuilder();
            lines.forEach(line -> raw.append(line.whole()));
            return raw.toString().stripTrailing();
        }

        @Override
        public String toString() {
            return "Cells[" + number() + "]";
        }
    }

    /** The next row, or null after the last one. */
    @Nullable
    Cells next() {
        row.clear();
        length = 0;
        tooLong = false;
        try {
            List<String> cells = parser.hasNext() ? parser.next().getFields() : List.of();
            if (row.isEmpty()) {
                return null;
            }
            return tooLong ? broken() : new Cells(List.copyOf(row), cells, false);
        } catch (CsvParseException e) {
            return broken();
        }
    }

    /** Gives up the first line of the row and takes the other lines back. */
    Cells retreat(Cells cells) {
        List<TextLines.Line> taken = cells.lines();
        for (int i = taken.size() - 1; i > 0; i--) {
            pending.addFirst(taken.get(i));
        }
        parser = newParser();
        return new Cells(List.of(taken.get(0)), null, cells.tooLong() && taken.size() == 1);
    }

    private Cells broken() {
        return retreat(new Cells(List.copyOf(row), null, tooLong));
    }

    private TextLines.@Nullable Line takeLine() {
        TextLines.Line line = pending.isEmpty() ? lines.next() : pending.removeFirst();
        while (row.isEmpty() && line != null && line.text().isEmpty() && !line.cut()) {
            line = pending.isEmpty() ? lines.next() : pending.removeFirst();
        }
        if (line != null) {
            row.add(line);
            length += line.text().length();
            tooLong = line.cut() || length > limit;
        }
        return tooLong ? null : line;
    }

    private Iterator<CsvRecord> newParser() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(limit, 1 << 16) * 2)
                .build(
                        CsvRecordHandler.of(
                                handler -> handler.maxFieldSize(limit + 1).maxRecordSize(limit + 1)),
                        new Feed())
                .iterator();
    }

    /** Gives the parser one line, or a part of a long one, for each call. */
    private final class Feed extends Reader {

        private String text = "";
        private int taken;

        @Override
        public int read(char[] target, int offset, int count) {
            if (taken == text.length()) {
                TextLines.Line line = takeLine();
                if (line == null) {
                    return -1;
                }
                text = line.whole();
                taken = 0;
            }
            int given = Math.min(count, text.length() - taken);
            if (taken + given == text.length() - 1) {
                given--; // keeps both units of a line end together
            }
            text.getChars(taken, taken + given, target, offset);
            taken += given;
            return given;
        }

        @Override
        public void close() {
            throw new NoSuchElementException("the lines are closed by their owner");
        }
    }
}
