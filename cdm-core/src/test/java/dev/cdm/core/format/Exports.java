package dev.cdm.core.format;

import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.model.ValueProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads short texts as exports of one system. */
final class Exports {

    static final SourceSystem CRM = SourceSystem.builder("crm", SourceKind.CRM).build();

    private Exports() {}

    static List<Row<RawRecord>> read(RecordFormat.Builder format, byte[] bytes) {
        List<Row<RawRecord>> rows = new ArrayList<>();
        try (RowReader<RawRecord> reader = format.build().read(new ByteArrayInputStream(bytes), "export")) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    static List<Row<RawRecord>> read(RecordFormat.Builder format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row<RawRecord>> csv(String... lines) {
        return read(RecordFormat.csv(CRM, "Id"), String.join("\n", lines));
    }

    static List<Row<RawRecord>> json(String... lines) {
        return read(RecordFormat.jsonLines(CRM, "id"), String.join("\n", lines));
    }

    /** Each row in short: {@code 2 crm/7 {Name=Ada}} or {@code 3 row.columns}. */
    static List<String> shown(List<Row<RawRecord>> rows) {
        return rows.stream().map(Exports::shown).toList();
    }

    static String shown(Row<RawRecord> row) {
        StringBuilder text = new StringBuilder().append(row.position().row());
        row.value().ifPresent(record -> {
            text.append(' ').append(record.recordId());
            record.fields()
                    .forEach(field ->
                            text.append(' ').append(field.name()).append('=').append(field.text()));
        });
        row.problems().forEach(problem -> text.append(' ').append(problem.code()));
        return text.toString();
    }

    static ValueProblem problem(Row<RawRecord> row) {
        return row.problems().get(0);
    }
}
