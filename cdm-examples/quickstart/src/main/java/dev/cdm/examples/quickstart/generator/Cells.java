package dev.cdm.examples.quickstart.generator;

import java.util.StringJoiner;

/** Rows of text formats, written as plainly as the systems do. */
final class Cells {

    private Cells() {}

    static String csv(char separator, String... cells) {
        StringJoiner row = new StringJoiner(String.valueOf(separator));
        for (String cell : cells) {
            boolean quoted = cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            row.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return row.toString();
    }

    /** An object of names and JSON values; a name whose value is empty is left out. */
    static String json(String... namesAndValues) {
        StringJoiner object = new StringJoiner(",", "{", "}");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                object.add('"' + namesAndValues[i] + "\":" + namesAndValues[i + 1]);
            }
        }
        return object.toString();
    }

    static String text(String text) {
        return text.isEmpty() ? "" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
