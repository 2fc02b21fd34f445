package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.model.ValueProblem;
import java.io.IOException;

/**
 * Source records. A value is an array of attribute, tag and text, then the raw text if there is one, then the provenance
 * if it is not that of the record. Thread-safe.
 */
final class RecordFormat implements JsonCodec.Format<SourceRecord> {

    /* Before the tag: the key takes values of every type. */
    static final String ANY = "*";

    private final RecordReader reader = new RecordReader();

    @Override
    public void write(SourceRecord record, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("record", record.recordId().text());
        ProvenanceFormat.writeUnless(out, "kind", record.kind(), ObservationKind.SNAPSHOT);
        ProvenanceFormat.writeUnless(out, "version", record.version(), "");
        out.writeFieldName("from");
        ProvenanceFormat.write(record.provenance(), out);
        out.writeArrayFieldStart("values");
        for (Sourced<?> value : record.values()) {
            write(value, record.provenance(), out);
        }
        out.writeEndArray();
        writeIdentifiers(record, out);
        writeProblems(record, out);
        out.writeEndObject();
    }

    private static void write(Sourced<?> value, Provenance shared, JsonGenerator out) throws IOException {
        boolean exact = value.key().type() == value.value().getClass();
        String tag = ValueTexts.tag(value.value());
        out.writeStartArray();
        out.writeString(value.key().name());
        out.writeString(exact ? tag : ANY + tag);
        out.writeString(ValueTexts.text(value.value()));
        if (value.rawText().isPresent()) {
            out.writeString(value.rawText().get());
        }
        if (!value.provenance().equals(shared)) {
            ProvenanceFormat.write(value.provenance(), out);
        }
        out.writeEndArray();
    }

    private static void writeIdentifiers(SourceRecord record, JsonGenerator out) throws IOException {
        if (record.identifiers().isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("identifiers");
        for (Identifier identifier : record.identifiers()) {
            writeTexts(out, identifier.type().name(), identifier.value());
        }
        out.writeEndArray();
    }

    private static void writeProblems(SourceRecord record, JsonGenerator out) throws IOException {
        if (record.problems().isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("problems");
        for (ValueProblem problem : record.problems()) {
            writeTexts(
                    out,
                    problem.code(),
                    problem.severity().name(),
                    problem.field(),
                    problem.message(),
                    problem.rawText());
        }
        out.writeEndArray();
    }

    private static void writeTexts(JsonGenerator out, String... texts) throws IOException {
        out.writeStartArray();
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    @Override
    public SourceRecord read(JsonParser in) throws IOException {
        return reader.read(in);
    }
}
