package dev.cdm.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.cdm.core.model.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of a JSON Lines file: one object a line, nested names joined by dots, arrays as repeated fields. */
final class JsonRecords implements RowReader.Source<RawRecord> {

    private static final int NAMES_CACHED = 10_000;

    private final RecordFormat format;
    private final TextLines lines;
    private final RecordAssembly assembly;
    private final JsonFactory json;
    private final Map<String, FieldPlan.Column> columns = new HashMap<>();
    private TextLines.@Nullable Line last;
    private boolean damage;
    private @Nullable String repeated;

    JsonRecords(RecordFormat format, TextLines lines) {
        this.format = format;
        this.lines = lines;
        this.assembly = new RecordAssembly(format, lines);
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(format.rowLimit)
                        .maxNameLength(format.rowLimit)
                        .maxNumberLength(format.rowLimit)
                        .build())
                .build();
    }

    @Override
    public @Nullable Row<RawRecord> next() {
        TextLines.Line line = lines.next();
        while (line != null && line.text().isBlank() && !line.cut()) {
            line = lines.next();
        }
        last = line;
        return line == null ? null : row(line);
    }

    @Override
    public String raw() {
        return last == null ? "" : last.text();
    }

    private Row<RawRecord> row(TextLines.Line line) {
        if (line.cut()) {
            String message = "is longer than " + format.rowLimit + " characters; the rest is not kept";
            return refuse(line, "row.too-long", "", message);
        }
        damage = lines.isDamaged(line);
        repeated = null;
        assembly.begin();
        try (JsonParser parser = json.createParser(line.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refuse(line, "json.not-object", "", "is not a JSON object");
            }
            object(parser, "");
            if (parser.nextToken() != null) {
                return refuse(line, "json.malformed", "", "goes on after the end of the object");
            }
        } catch (JsonProcessingException e) {
            return malformed(line, e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
        if (repeated != null) {
            return refuse(line, "json.name-repeated", repeated, "stands twice in one object");
        }
        return assembly.finish(line.number(), damage, line::text);
    }

    private Row<RawRecord> malformed(TextLines.Line line, JsonProcessingException failure) {
        long column = failure.getLocation() == null ? 0 : failure.getLocation().getColumnNr();
        boolean truncated = failure instanceof JsonEOFException
                || !line.text().stripTrailing().endsWith("}");
        return truncated
                ? refuse(line, "json.truncated", "", "ends before its object does")
                : refuse(line, "json.malformed", "", "is not valid JSON at column " + column);
    }

    private Row<RawRecord> refuse(TextLines.Line line, String code, String field, String message) {
        return assembly.refuse(line.number(), code, field, message, line::text);
    }

    private void object(JsonParser parser, String path) throws IOException {
        Set<String> names = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String inner = path.isEmpty() ? name : path + "." + name;
            if (!names.add(name)) {
                repeated = inner;
            }
            value(parser, parser.nextToken(), inner);
        }
        if (names.isEmpty() && !path.isEmpty()) {
            add(path, "");
        }
    }

    private void value(JsonParser parser, @Nullable JsonToken token, String path) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            object(parser, path);
        } else if (token == JsonToken.START_ARRAY) {
            array(parser, path);
        } else {
            add(path, token == JsonToken.VALUE_NULL ? "" : parser.getText());
        }
    }

    private void array(JsonParser parser, String path) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            add(path, "");
        }
        while (token != JsonToken.END_ARRAY) {
            value(parser, token, path);
            token = parser.nextToken();
        }
    }

    private void add(String path, String text) {
        FieldPlan.Column column = columns.get(path);
        if (column == null) {
            column = format.plan.column(path);
            if (columns.size() < NAMES_CACHED) {
                columns.put(path, column);
            }
        }
        if (damage) {
            assembly.addDamaged(column, text);
        } else {
            assembly.add(column, text);
        }
    }
}
