package dev.cdm.examples.quickstart.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The names of one country.
 *
 * @param families family names, frequent ones first
 * @param women given names of women
 * @param men given names of men
 */
record Names(List<Name> families, List<Name> women, List<Name> men) {

    static final Names JAPANESE = read("names_ja.csv");
    static final Names ENGLISH = read("names_en.csv");

    private static Names read(String resource) {
        try (InputStream in = Names.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource `" + resource + "` is missing");
            }
            List<String[]> rows = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
            return new Names(names(rows, "surname"), names(rows, "female"), names(rows, "male"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Name> names(List<String[]> rows, String kind) {
        return rows.stream()
                .filter(row -> row[0].equals(kind))
                .map(row -> row.length == 4 ? japanese(row) : english(row))
                .toList();
    }

    private static Name japanese(String[] row) {
        String latin = row[3].substring(0, 1).toUpperCase(Locale.ROOT) + row[3].substring(1);
        return new Name(row[1], row[2], latin, row[1]);
    }

    private static Name english(String[] row) {
        return new Name(row[1], "", row[1], row[2].isEmpty() ? row[1] : row[2]);
    }
}
