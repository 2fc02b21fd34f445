package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceRecordBuilder;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.value.AttributeValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads source records; keys of attributes are shared by all records read. Thread-safe. */
final class RecordReader {

    private static final int MOST_KEYS = 10_000;

    private final Map<String, AttributeKey<?>> keys = new ConcurrentHashMap<>();

    SourceRecord read(JsonParser in) throws IOException {
        Parts parts = new Parts();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            field(parts, name, in);
        }
        return parts.build();
    }

    private void field(Parts parts, String name, JsonParser in) throws IOException {
        switch (name) {
            case "record" -> parts.recordId = RecordId.parse(Tokens.text(in));
            case "kind" -> parts.kind = ObservationKind.valueOf(Tokens.text(in));
            case "version" -> parts.version = Tokens.text(in);
            case "from" -> parts.from = ProvenanceFormat.read(in);
            case "values" -> {
                Tokens.expect(in.currentToken(), JsonToken.START_ARRAY);
                while (nextArray(in)) {
                    parts.values.add(value(in));
                }
            }
            case "identifiers" -> {
                Tokens.expect(in.currentToken(), JsonToken.START_ARRAY);
                while (nextArray(in)) {
                    parts.identifiers.add(new Identifier(new IdentifierType(Tokens.nextText(in)), Tokens.nextText(in)));
                    Tokens.expect(in.nextToken(), JsonToken.END_ARRAY);
                }
            }
            case "problems" -> {
                Tokens.expect(in.currentToken(), JsonToken.START_ARRAY);
                while (nextArray(in)) {
                    parts.problems.add(problem(in));
                    Tokens.expect(in.nextToken(), JsonToken.END_ARRAY);
                }
            }
            default -> throw new IllegalArgumentException("`name` must be a field of a record");
        }
    }

    private static boolean nextArray(JsonParser in) throws IOException {
        JsonToken token = in.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return false;
        }
        Tokens.expect(token, JsonToken.START_ARRAY);
        return true;
    }

    private Value value(JsonParser in) throws IOException {
        String name = Tokens.nextText(in);
        String tag = Tokens.nextText(in);
        boolean any = tag.startsWith(RecordFormat.ANY);
        ValueTexts.Type type = ValueTexts.type(any ? tag.substring(RecordFormat.ANY.length()) : tag);
        AttributeValue value = ValueTexts.parse(type, Tokens.nextText(in));
        @Nullable String raw = null;
        @Nullable ProvenanceFormat own = null;
        JsonToken token = in.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            raw = in.getText();
            token = in.nextToken();
        }
        if (token == JsonToken.START_OBJECT) {
            own = ProvenanceFormat.read(in);
            token = in.nextToken();
        }
        Tokens.expect(token, JsonToken.END_ARRAY);
        return new Value(key(name, any ? AttributeValue.class : type.type()), value, raw, own);
    }

    private AttributeKey<?> key(String name, Class<? extends AttributeValue> type) {
        @Nullable AttributeKey<?> known = keys.get(name);
        if (known != null && known.type() == type) {
            return known;
        }
        AttributeKey<?> key = new AttributeKey<>(name, type);
        if (keys.size() < MOST_KEYS) {
            keys.putIfAbsent(name, key);
        }
        return key;
    }

    private static ValueProblem problem(JsonParser in) throws IOException {
        return new ValueProblem(
                Tokens.nextText(in),
                ProblemSeverity.valueOf(Tokens.nextText(in)),
                Tokens.nextText(in),
                Tokens.nextText(in),
                Tokens.nextText(in));
    }

    private record Value(
            AttributeKey<?> key,
            AttributeValue value,
            @Nullable String raw,
            @Nullable ProvenanceFormat own) {

        @SuppressWarnings("unchecked") // the key was made of the type of the value
        void addTo(SourceRecordBuilder builder, Provenance shared) {
            Provenance provenance = own == null ? shared : own.build(shared.source());
            builder.value((AttributeKey<AttributeValue>) key, value, provenance, raw);
        }
    }

    /** What was read so far, in whatever order the fields came. */
    private static final class Parts {

        private @Nullable RecordId recordId;
        private @Nullable ProvenanceFormat from;
        private ObservationKind kind = ObservationKind.SNAPSHOT;
        private String version = "";
        private final List<Value> values = new ArrayList<>();
        private final List<Identifier> identifiers = new ArrayList<>();
        private final List<ValueProblem> problems = new ArrayList<>();

        private SourceRecord build() {
            if (recordId == null || from == null) {
                throw new IllegalArgumentException("`record` and `from` must be there");
            }
            Provenance shared = from.build(recordId.system());
            SourceRecordBuilder builder =
                    SourceRecord.builder(recordId, shared).kind(kind).version(version);
            for (Value value : values) {
                value.addTo(builder, shared);
            }
            identifiers.forEach(builder::identifier);
            problems.forEach(builder::problem);
            return builder.build();
        }
    }
}
