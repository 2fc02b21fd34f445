package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.profile.Candidate;
import dev.cdm.core.profile.Lineage;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.profile.RankedValue;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.SealedText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of a person as indented JSON, for people and for other systems: golden values with their lineage,
 * the records as the sources gave them, and the events. It serves the rights of access and portability (GDPR Art. 15 and
 * 20). The same facts give the same text on every machine.
 *
 * <p>Of sealed texts only the fact that they are there is told. Whoever calls decides whether the receiver may see the
 * rest.
 */
public final class PersonExport {

    private static final Comparator<SourceRecord> BY_TIME = Comparator.comparing(SourceRecord::recordId)
            .thenComparing(record -> record.provenance().receivedAt())
            .thenComparing(SourceRecord::observationId);

    private final JsonGenerator out;

    private PersonExport(JsonGenerator out) {
        this.out = out;
    }

    /**
     * {@return the export as one text}
     *
     * @param profile the profile
     * @param records the records or observations to export, in any order
     * @param events the events to export, in the order in which they shall stand
     */
    public static String text(Profile profile, Collection<SourceRecord> records, Iterable<Event> events) {
        StringWriter text = new StringWriter();
        write(profile, records, events, text);
        return text.toString();
    }

    /**
     * Writes the export; the events are taken one by one.
     *
     * @param profile the profile
     * @param records the records or observations to export, in any order
     * @param events the events to export, in the order in which they shall stand
     * @param writer where to; stays open
     * @throws UncheckedIOException if the writer fails
     */
    public static void write(Profile profile, Collection<SourceRecord> records, Iterable<Event> events, Writer writer) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try {
            JsonGenerator out = Tokens.FACTORY.createGenerator(writer);
            out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            out.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            new PersonExport(out).write(profile, records, events);
            out.writeRaw("\n");
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the export of profile `" + profile.id() + "` cannot be written", e);
        }
    }

    private void write(Profile profile, Collection<SourceRecord> records, Iterable<Event> events) throws IOException {
        out.writeStartObject();
        out.writeStringField("profile", profile.id().text());
        texts("records", profile.recordIds().stream().map(RecordId::text).toList());
        out.writeObjectFieldStart("attributes");
        for (Lineage<?> lineage : profile.lineages()) {
            out.writeArrayFieldStart(lineage.key().name());
            for (RankedValue<?> value : lineage.ranked()) {
                write(value);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
        out.writeArrayFieldStart("source_records");
        for (SourceRecord record : records.stream().sorted(BY_TIME).toList()) {
            write(record);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("events");
        for (Event event : events) {
            write(event);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(RankedValue<?> ranked) throws IOException {
        out.writeStartObject();
        out.writeFieldName("value");
        ReadableValue.write(ranked.value(), out);
        out.writeBooleanField("survives", ranked.survives());
        text("ranked_after_best_by", ranked.decidedBy());
        out.writeArrayFieldStart("asserted_by");
        for (Candidate<?> candidate : ranked.supporters()) {
            out.writeStartObject();
            out.writeStringField("record", candidate.recordId().text());
            rawText(ranked.value(), candidate.rawText());
            write(candidate.provenance());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(SourceRecord record) throws IOException {
        out.writeStartObject();
        out.writeStringField("record", record.recordId().text());
        out.writeStringField("observation", record.observationId());
        out.writeStringField("kind", record.kind().name());
        text("version", record.version());
        write(record.provenance());
        out.writeArrayFieldStart("values");
        for (Sourced<?> value : record.values()) {
            out.writeStartObject();
            out.writeStringField("attribute", value.key().name());
            out.writeFieldName("value");
            ReadableValue.write(value.value(), out);
            rawText(value.value(), value.rawText());
            if (!value.provenance().equals(record.provenance())) {
                write(value.provenance());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("identifiers");
        for (Identifier identifier : record.identifiers()) {
            out.writeStartObject();
            out.writeStringField("type", identifier.type().name());
            out.writeStringField("value", identifier.value());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("problems");
        for (ValueProblem problem : record.problems()) {
            write(problem);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(ValueProblem problem) throws IOException {
        out.writeStartObject();
        out.writeStringField("code", problem.code());
        out.writeStringField("severity", problem.severity().name());
        text("field", problem.field());
        text("message", problem.message());
        text("raw_text", problem.rawText());
        out.writeEndObject();
    }

    private void write(Provenance provenance) throws IOException {
        out.writeStringField("source", provenance.source());
        text("observed", provenance.observedAt().map(Object::toString).orElse(""));
        out.writeStringField("received", provenance.receivedAt().toString());
        out.writeStringField("method", provenance.method().name());
        out.writeStringField("assertion", provenance.assertion().name());
        out.writeStringField("verification", provenance.verification().name());
        out.writeNumberField("confidence", provenance.confidence());
        text("recorded_by", provenance.recordedBy());
        List<String> purposes = provenance.purposes().stream()
                .map(PurposeId::text)
                .sorted(CodePoints.ORDER)
                .toList();
        if (!purposes.isEmpty()) {
            texts("purposes", purposes);
        }
    }

    private void write(Event event) throws IOException {
        out.writeStartObject();
        out.writeStringField("occurred", event.occurredAt().toString());
        out.writeStringField("type", event.type());
        out.writeStringField("category", event.category().name());
        out.writeStringField("record", event.recordId().text());
        out.writeStringField("received", event.receivedAt().toString());
        text("channel", event.channel());
        text("reference", event.reference());
        out.writeObjectFieldStart("properties");
        for (Map.Entry<String, AttributeValue> property : event.properties().entrySet()) {
            out.writeFieldName(property.getKey());
            ReadableValue.write(property.getValue(), out);
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private void rawText(AttributeValue value, Optional<String> raw) throws IOException {
        if (!(value instanceof SealedText)) {
            text("raw_text", raw.orElse(""));
        }
    }

    private void text(String name, String text) throws IOException {
        ProvenanceFormat.writeUnless(out, name, text, "");
    }

    private void texts(String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
