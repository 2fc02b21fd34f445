package dev.cdm.examples.quickstart;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what a person wants to read: titles, sentences, tables. */
final class Screen {

    private final PrintStream out;
    private int titles;

    Screen(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        titles++;
        out.println();
        out.println(titles + ". " + text);
        out.println();
    }

    void line(String format, Object... values) {
        out.println(("   " + String.format(Locale.ROOT, format, values)).stripTrailing());
    }

    /** Columns as wide as their widest cell; numbers to the right. The last column may hold wide characters. */
    void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String gap = " ".repeat(widths[i] - row.get(i).length());
                boolean number = row.get(i).matches("[0-9,]+") || (row == rows.get(0) && i > 0 && isNumeric(rows, i));
                line.append(number ? gap + row.get(i) : row.get(i) + gap).append("  ");
            }
            line("%s", line);
        }
    }

    private static boolean isNumeric(List<List<String>> rows, int column) {
        return rows.size() > 1
                && column < rows.get(1).size()
                && rows.get(1).get(column).matches("[0-9,]+");
    }
}
