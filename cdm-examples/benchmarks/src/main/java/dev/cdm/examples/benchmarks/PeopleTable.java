package dev.cdm.examples.benchmarks;

import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** People made by {@link PeopleGenerator}, read back. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record PeopleTable(Table table, int[] truth) {

    /** Makes a fifth of the records duplicates and a quarter of the people live in households. */
    static PeopleTable generated(int records, String language) throws IOException {
        Path folder = Files.createTempDirectory("people");
        try {
            System.out.println(PeopleGenerator.generate(records, .2, language, .25, 7, folder));
            return read(folder);
        } finally {
            delete(folder);
        }
    }

    static PeopleTable read(Path folder) throws IOException {
        try (BufferedReader people = Files.newBufferedReader(folder.resolve("people.csv"))) {
            List<String> header = cells(people.readLine());
            TableBuilder table = new TableBuilder(header.subList(1, header.size()));
            people.lines().map(PeopleTable::cells).forEach(row -> table.add(row.get(0), row.subList(1, row.size())));
            return new PeopleTable(table.build(), truth(folder));
        }
    }

    private static int[] truth(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("truth.csv"))) {
            return lines.skip(1)
                    .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(',') + 1)))
                    .toArray();
        }
    }

    /* The generator writes no quotes and no commas within a value. */
    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d people", truth.length);
    }
}
