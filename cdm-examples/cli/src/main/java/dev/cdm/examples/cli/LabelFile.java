package dev.cdm.examples.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records with the cluster that they are in. */
final class LabelFile {

    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final List<Integer> labels = new ArrayList<>();
    private final Path file;

    private LabelFile(Path file) {
        this.file = file;
    }

    static LabelFile read(Path file) {
        LabelFile read = new LabelFile(file);
        Map<String, Integer> numbers = new HashMap<>();
        for (List<String> row : rows(file, 2)) {
            if (read.rows.put(row.get(0), read.rows.size()) != null) {
                throw new InputProblem("`" + file + "` has the record `" + row.get(0) + "` twice");
            }
            read.labels.add(numbers.computeIfAbsent(row.get(1), key -> numbers.size()));
        }
        return read;
    }

    /** {@return the lines below the header, each with at least so many cells} */
    static List<List<String>> rows(Path file, int cells) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvTable.open(file)) {
            for (CsvRecord row : csv) {
                if (row.getFieldCount() < cells) {
                    throw new InputProblem(
                            "`" + file + "` must have " + cells + " cells in line " + row.getStartingLineNumber());
                }
                rows.add(row.getFields().stream().map(String::strip).toList());
            }
        } catch (CsvParseException e) {
            throw new InputProblem("`" + file + "` is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty()) {
            throw new InputProblem("`" + file + "` is empty: a header line is needed");
        }
        return rows.subList(1, rows.size());
    }

    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InputProblem("a match weight must be a number");
        }
    }

    int size() {
        return rows.size();
    }

    int[] labels() {
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    int row(String id) {
        Integer row = rows.get(id);
        if (row == null) {
            throw new InputProblem("`" + file + "` does not have the record `" + id + "`");
        }
        return row;
    }

    /** {@return the clusters of another file in the order of this one; a record it does not have is alone} */
    int[] labelsOf(Path other) {
        int[] found = new int[rows.size()];
        Arrays.setAll(found, row -> -1 - row);
        Map<String, Integer> numbers = new HashMap<>();
        rows(other, 2)
                .forEach(row -> found[row(row.get(0))] = numbers.computeIfAbsent(row.get(1), key -> numbers.size()));
        return found;
    }
}
