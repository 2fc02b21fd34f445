package dev.cdm.core.format;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.RawRecord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records of a CSV file with a header. */
final class CsvRecords implements RowReader.Source<RawRecord> {

    private static final int COLUMNS_SHOWN = 40;
    private static final int LONGEST_NAME_SHOWN = 40;

    private final RecordFormat format;
    private final TextLines lines;
    private final CsvRows rows;
    private final RecordAssembly assembly;
    private final ImmutableList<FieldPlan.Column> columns;
    private CsvRows.@Nullable Cells last;

    CsvRecords(RecordFormat format, TextLines lines) {
        this.format = format;
        this.lines = lines;
        this.rows = new CsvRows(lines, format.separator, format.rowLimit);
        this.assembly = new RecordAssembly(format, lines);
        this.columns = header();
    }

    @Override
    public @Nullable Row<RawRecord> next() {
        CsvRows.Cells row = rows.next();
        last = row;
        if (row == null) {
            return null;
        }
        List<String> cells = row.cells();
        if (cells == null) {
            return row.tooLong() ? refuseLength(row) : refuseQuote(row);
        }
        if (cells.size() != columns.size()) {
            return row.lines().size() > 1 ? refuseQuote(rows.retreat(row)) : refuseCount(row, cells.size());
        }
        boolean damage = row.lines().stream().anyMatch(lines::isDamaged);
        assembly.begin();
        for (int i = 0; i < cells.size(); i++) {
            if (damage) {
                assembly.addDamaged(columns.get(i), cells.get(i));
            } else {
                assembly.add(columns.get(i), cells.get(i));
            }
        }
        return assembly.finish(row.number(), damage, row::raw);
    }

    @Override
    public String raw() {
        return last == null ? "" : last.raw();
    }

    private Row<RawRecord> refuseLength(CsvRows.Cells row) {
        String message = "is longer than " + format.rowLimit + " characters; the rest is not kept";
        return assembly.refuse(row.number(), "row.too-long", "", message, row::raw);
    }

    private Row<RawRecord> refuseQuote(CsvRows.Cells row) {
        return assembly.refuse(
                row.number(), "row.quote", "", "has a quote that is not closed or stands inside a cell", row::raw);
    }

    private Row<RawRecord> refuseCount(CsvRows.Cells row, int count) {
        String message = "has " + count + " cells, the header has " + columns.size();
        return assembly.refuse(row.number(), "row.columns", "", message, row::raw);
    }

    private ImmutableList<FieldPlan.Column> header() {
        CsvRows.Cells row = rows.next();
        if (row == null) {
            throw failure("is empty: it must begin with a header");
        }
        List<String> names = row.cells();
        if (names == null || row.lines().stream().anyMatch(lines::isDamaged)) {
            throw failure("has no readable header: it is not " + lines.charset()
                    + ", its quotes are not closed or it is too long");
        }
        ImmutableList.Builder<FieldPlan.Column> header = ImmutableList.builder();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            header.add(format.plan.column(name.isEmpty() ? "column " + (i + 1) : name));
        }
        ImmutableList<FieldPlan.Column> found = header.build();
        format.required.forEach(name -> requireOne(name, found));
        return found;
    }

    private void requireOne(String name, List<FieldPlan.Column> found) {
        String folded = FieldPlan.fold(name);
        long count = found.stream()
                .filter(column -> FieldPlan.fold(column.header()).equals(folded))
                .count();
        if (count != 1) {
            throw failure((count == 0 ? "has no column `" : "has several columns `") + name + "`: its columns are "
                    + found.stream()
                            .limit(COLUMNS_SHOWN)
                            .map(column -> shown(column.header()))
                            .collect(Collectors.joining(", "))
                    + (found.size() > COLUMNS_SHOWN ? " …" : ""));
        }
    }

    /* A file without a header has a person's data where the names are expected. */
    private static String shown(String name) {
        boolean data = name.indexOf('@') >= 0
                || name.codePoints().filter(Character::isDigit).count() > 4;
        return data || name.length() > LONGEST_NAME_SHOWN ? "(no name)" : "`" + name + "`";
    }

    private DataFileException failure(String problem) {
        return new DataFileException(lines.name(), String.format(Locale.ROOT, "`%s` %s", lines.name(), problem), null);
    }
}
