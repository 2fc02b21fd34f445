package dev.cdm.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes raw records to a file, one row each, so that reading the file gives them again. Not thread-safe; close it.
 *
 * <p>JSON Lines put a field that stands several times into one array, at its first place.
 */
public final class RecordWriter implements AutoCloseable {

    private final RecordFormat format;
    private final String file;
    private final CharsetEncoder encoder;
    private final Sink sink;

    RecordWriter(RecordFormat format, String file, Writer out, List<String> fields) {
        this.format = format;
        this.file = file;
        this.encoder = format.charset.newEncoder();
        try {
            this.sink = format.csv ? new CsvSink(format, out, fields) : new JsonSink(format, out);
        } catch (IOException e) {
            throw RecordFormat.unwritable(file, e);
        }
    }

    /**
     * Writes a record.
     *
     * @param record the record; its position is not written
     * @throws IllegalArgumentException if it belongs to another system, has a field, a time, a version or a deletion for
     *     which the format has no place, or a text that the encoding cannot hold; nothing of it is written then
     * @throws DataFileException if the file cannot be written
     */
    public void write(RawRecord record) {
        Checks.require(
                record.recordId().system().equals(format.system.id()),
                "record",
                "must be of system `" + format.system.id() + "`",
                record.recordId());
        try {
            sink.put(record, texts(record));
        } catch (IOException e) {
            throw RecordFormat.unwritable(file, e);
        } catch (UncheckedIOException e) {
            throw RecordFormat.unwritable(file, e.getCause());
        }
    }

    /**
     * Writes what is still buffered and closes the file.
     *
     * @throws DataFileException if that fails
     */
    @Override
    public void close() {
        try {
            sink.close();
        } catch (IOException e) {
            throw RecordFormat.unwritable(file, e);
        }
    }

    private Map<String, List<String>> texts(RawRecord record) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        special(texts, record, format.keyField, record.recordId().key());
        String time = record.assertedAt().map(Object::toString).orElse("");
        special(texts, record, format.timeField, time);
        special(texts, record, format.versionField, record.version());
        special(texts, record, format.deletedField, record.deleted() ? format.deletedWord() : "");
        for (RawField field : record.fields()) {
            FieldPlan.Column column = format.plan.column(field.name());
            boolean readBack = column.kept() && column.name().equals(field.name());
            require(readBack, record, field.name(), "would not be read as this field");
            if (column.role() == FieldPlan.Role.FIELD) {
                add(texts, record, field.name(), field.text());
            } else { // kept besides its special meaning, so it is among the texts already
                boolean same = List.of(field.text()).equals(texts.get(field.name()));
                require(same, record, field.name(), "differs from the key, time, version or deletion it is");
            }
        }
        return texts;
    }

    private void special(Map<String, List<String>> texts, RawRecord record, @Nullable String name, String text) {
        if (name != null) {
            add(texts, record, name, text);
        } else {
            require(text.isEmpty(), record, "", "has a time, version or deletion for which the format names no field");
        }
    }

    private void add(Map<String, List<String>> texts, RawRecord record, String name, String text) {
        require(encoder.canEncode(text), record, name, "cannot be written in " + encoder.charset());
        texts.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
    }

    private static void require(boolean holds, RawRecord record, String field, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("`record` " + record.recordId() + ": field `" + field + "` " + problem);
        }
    }

    /** Where the rows go. */
    private interface Sink extends Closeable {

        void put(RawRecord record, Map<String, List<String>> texts) throws IOException;
    }

    /** A header, and a row for each record. */
    private static final class CsvSink implements Sink {

        private final ImmutableList<String> header;
        private final CsvWriter csv;

        CsvSink(RecordFormat format, Writer out, List<String> fields) {
            this.header = ImmutableList.copyOf(Iterables.concat(format.special, fields));
            this.csv = CsvWriter.builder().fieldSeparator(format.separator).build(out);
            csv.writeRecord(header);
        }

        @Override
        public void put(RawRecord record, Map<String, List<String>> texts) {
            Map<String, Integer> used = new HashMap<>();
            List<String> row = new ArrayList<>(header.size());
            for (String name : header) {
                List<String> values = texts.getOrDefault(name, List.of());
                int next = used.merge(name, 1, Integer::sum) - 1;
                row.add(next < values.size() ? values.get(next) : "");
            }
            texts.forEach((name, values) ->
                    require(values.size() <= used.getOrDefault(name, 0), record, name, "has more values than columns"));
            csv.writeRecord(row);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** An object for each record. */
    private static final class JsonSink implements Sink {

        private final RecordFormat format;
        private final JsonGenerator json;

        JsonSink(RecordFormat format, Writer out) throws IOException {
            this.format = format;
            this.json = new JsonFactory().createGenerator(out);
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
        }

        @Override
        public void put(RawRecord record, Map<String, List<String>> texts) throws IOException {
            json.writeStartObject();
            for (Map.Entry<String, List<String>> field : texts.entrySet()) {
                List<String> values = field.getValue();
                if (values.size() > 1) {
                    json.writeFieldName(field.getKey());
                    json.writeArray(values.toArray(new String[0]), 0, values.size());
                } else if (!values.get(0).isEmpty() || !format.special.contains(field.getKey())) {
                    json.writeStringField(field.getKey(), values.get(0));
                }
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
