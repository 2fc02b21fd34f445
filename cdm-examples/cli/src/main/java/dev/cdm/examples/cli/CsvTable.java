package dev.cdm.examples.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads the columns with a role of a CSV file. Rows that cannot be used are named and counted in the report. */
final class CsvTable {

    private static final char BOM = '\uFEFF';
    private static final char NOT_UTF8 = '\uFFFD';

    private final Path file;
    private final Report report;
    private final Tokens tokens;
    private final String idPrefix;
    private final Dictionary ids = new Dictionary();
    private int idPlace;
    private int[] places = {};
    private boolean[] restricted = {};

    /**
     * @param idPrefix what is put in front of every id, so that those of two tables differ
     */
    CsvTable(Path file, Report report, Tokens tokens, String idPrefix) {
        this.file = file;
        this.report = report;
        this.tokens = tokens;
        this.idPrefix = idPrefix;
    }

    Table read(String idColumn, Map<String, Role> roles) {
        return read(idColumn, roles, Workers.caller());
    }

    /** Parses the file while values that were parsed before are numbered. */
    Table read(String idColumn, Map<String, Role> roles, Workers workers) {
        try (CsvReader<CsvRecord> csv = open(file)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw new InputProblem("`" + file + "` is empty: a header line is needed");
            }
            List<String> header =
                    records.next().getFields().stream().map(String::strip).toList();
            layOut(header, idColumn, roles);
            TableBuilder table = new TableBuilder(List.copyOf(roles.keySet()));
            RowBatch parsed = parse(records, header.size());
            while (!parsed.isEmpty()) {
                RowBatch full = parsed;
                RowBatch[] next = {full};
                int first = table.extend(full.ids());
                workers.run("reading", places.length + 1, part -> {
                    if (part == 0) {
                        next[0] = parse(records, header.size());
                    } else {
                        table.fill(part - 1, first, full.values(part - 1));
                    }
                });
                parsed = next[0];
            }
            return finished(table.build());
        } catch (CsvParseException e) {
            throw new InputProblem("`" + file + "` is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RowBatch parse(Iterator<CsvRecord> records, int width) {
        RowBatch batch = new RowBatch(places.length);
        while (!batch.isFull() && records.hasNext()) {
            CsvRecord row = records.next();
            String key = idPlace < row.getFieldCount() ? row.getField(idPlace).strip() : "";
            if (isUsable(row, key, width)) {
                batch.id(idPrefix + key);
                for (int column = 0; column < places.length; column++) {
                    batch.add(column, value(row, column));
                }
            }
        }
        return batch;
    }

    private void layOut(List<String> header, String idColumn, Map<String, Role> roles) {
        idPlace = place(header, idColumn);
        List<String> names = List.copyOf(roles.keySet());
        places = names.stream().mapToInt(name -> place(header, name)).toArray();
        restricted = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            restricted[i] = roles.get(names.get(i)) == Role.NATIONAL_ID;
        }
    }

    static CsvReader<CsvRecord> open(Path file) throws IOException {
        PushbackReader reader =
                new PushbackReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        int first = reader.read();
        if (first >= 0 && first != BOM) {
            reader.unread(first);
        }
        return builder(reader);
    }

    private static CsvReader<CsvRecord> builder(Reader reader) {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(reader);
    }

    private int place(List<String> header, String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            throw new InputProblem("`" + file + "` has no column `" + name + "`; it has " + String.join(", ", header));
        }
        if (header.lastIndexOf(name) != place) {
            throw new InputProblem("`" + file + "` has two columns `" + name + "`");
        }
        return place;
    }

    private boolean isUsable(CsvRecord row, String key, int width) {
        long line = row.getStartingLineNumber();
        if (key.isEmpty()) {
            report.badRow("has no id", file, line);
            return false;
        }
        if (hasMore(row, width)) {
            report.badRow("has more cells than the header", file, line);
            return false;
        }
        if (row.getFieldCount() < width) {
            report.oddRow("has fewer cells than the header; the rest counts as missing", file, line);
        }
        int known = ids.size();
        if (ids.add(key) < known) {
            report.repeatedId(file, line);
        }
        return true;
    }

    private static boolean hasMore(CsvRecord row, int width) {
        for (int cell = width; cell < row.getFieldCount(); cell++) {
            if (!row.getField(cell).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private String value(CsvRecord row, int column) {
        String value = places[column] < row.getFieldCount() ? row.getField(places[column]) : "";
        if (value.indexOf(NOT_UTF8) >= 0) {
            report.oddRow("has characters that are not UTF-8", file, row.getStartingLineNumber());
        }
        return restricted[column] ? tokens.token(value) : value;
    }

    private Table finished(Table table) {
        report.failOnRepeatedIds();
        if (table.rows() == 0) {
            report.warn("`" + file + "` has no rows");
        }
        for (var column : table.columns()) {
            if (table.rows() > 0 && column.distinct() == 0) {
                report.warn("the column `" + column.name() + "` of `" + file + "` has no value in any row");
            }
        }
        report.rows(table.rows());
        return table;
    }
}
