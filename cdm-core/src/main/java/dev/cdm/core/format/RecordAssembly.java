package dev.cdm.core.format;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourcePosition;
import dev.cdm.core.model.ValueProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the fields of one row after the other together to a record, or finds why they are none. One for each reader. */
final class RecordAssembly {

    private static final int LONGEST_KEY = 300;

    private final RecordFormat format;
    private final String file;
    private final String charset;
    private final SeenKeys seen = new SeenKeys();

    private final List<RawField> fields = new ArrayList<>();
    private FieldPlan.@Nullable Column keyColumn;
    private FieldPlan.@Nullable Column timeColumn;
    private String key = "";
    private String time = "";
    private String version = "";
    private boolean deleted;
    private @Nullable String damaged;

    RecordAssembly(RecordFormat format, TextLines lines) {
        this.format = format;
        this.file = lines.name();
        this.charset = lines.charset();
    }

    void begin() {
        fields.clear();
        keyColumn = null;
        timeColumn = null;
        key = "";
        time = "";
        version = "";
        deleted = false;
        damaged = null;
    }

    void add(FieldPlan.Column column, String text) {
        switch (column.role()) {
            case KEY -> {
                keyColumn = column;
                key = text.strip();
            }
            case TIME -> {
                timeColumn = column;
                time = text.strip();
            }
            case VERSION -> version = text.strip();
            case DELETED -> deleted = format.meansDeleted(text);
            default -> {}
        }
        if (column.kept()) {
            fields.add(new RawField(column.name(), text));
        }
    }

    /** As {@link #add}, for a row that has bytes that the encoding does not know: finds out where. */
    void addDamaged(FieldPlan.Column column, String text) {
        if (damaged == null && RawText.isDamaged(text)) {
            damaged = column.header();
        }
        add(column, text);
    }

    Row<RawRecord> finish(long row, boolean damage, Supplier<String> raw) {
        if (damage) {
            return refuse(
                    row, "row.encoding", damaged == null ? "" : damaged, "has bytes that are not " + charset, raw);
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY || !CodePoints.storable(key)) {
            return refuseKey(row, raw);
        }
        if (!format.repeatsAllowed) {
            long first = seen.firstRow(SeenKeys.hash(key, version, time), row);
            if (first != 0) {
                return refuse(row, "row.key-repeated", keyName(), "is the key of row " + first + ", too", raw);
            }
        }
        return usable(new SourcePosition(file, row));
    }

    Row<RawRecord> refuse(long row, String code, String field, String message, Supplier<String> raw) {
        return Row.refused(
                new SourcePosition(file, row),
                new ValueProblem(code, ProblemSeverity.FATAL, field, message, RawText.storable(raw.get())));
    }

    private Row<RawRecord> refuseKey(long row, Supplier<String> raw) {
        return key.isEmpty()
                ? refuse(row, "row.key-missing", keyName(), "has no key", raw)
                : refuse(row, "row.key-malformed", keyName(), "must be storable and at most 300 characters long", raw);
    }

    private String keyName() {
        return keyColumn == null ? format.keyField : keyColumn.header();
    }

    private Row<RawRecord> usable(SourcePosition position) {
        RawRecord.Builder record =
                RawRecord.builder(format.system.record(key)).version(version).position(position);
        fields.forEach(field -> record.field(field.name(), field.text()));
        if (deleted) {
            record.deleted();
        }
        List<ValueProblem> problems = List.of();
        if (timeColumn != null && !time.isEmpty()) {
            Optional<Instant> asserted = format.parseTime(time);
            asserted.ifPresent(record::assertedAt);
            if (asserted.isEmpty()) {
                problems = List.of(new ValueProblem(
                        "row.time-malformed",
                        ProblemSeverity.ERROR,
                        timeColumn.header(),
                        "is no time of a known form; the record is read without it",
                        RawText.storable(time)));
            }
        }
        return Row.usable(position, record.build(), problems);
    }
}
