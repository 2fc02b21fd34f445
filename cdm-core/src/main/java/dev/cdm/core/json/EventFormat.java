package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.schema.DataCategory;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.EventType;
import dev.cdm.core.value.AttributeValue;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events. A property is an object with one field: the tag, with the text. Thread-safe. */
final class EventFormat implements Tokens.Format<Event> {

    @Override
    public void write(Event event, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("record", event.recordId().text());
        out.writeStringField("type", event.type());
        out.writeStringField("category", event.category().name());
        out.writeStringField("occurred", event.occurredAt().toString());
        out.writeStringField("received", event.receivedAt().toString());
        ProvenanceFormat.writeUnless(out, "channel", event.channel(), "");
        ProvenanceFormat.writeUnless(out, "reference", event.reference(), "");
        if (!event.properties().isEmpty()) {
            out.writeObjectFieldStart("properties");
            for (Map.Entry<String, AttributeValue> property : event.properties().entrySet()) {
                out.writeObjectFieldStart(property.getKey());
                out.writeStringField(ValueTexts.tag(property.getValue()), ValueTexts.text(property.getValue()));
                out.writeEndObject();
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    @Override
    public Event read(JsonParser in) throws IOException {
        Parts parts = new Parts();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            parts.field(name, in);
        }
        return parts.build();
    }

    private static final class Parts {

        private @Nullable RecordId recordId;
        private @Nullable String type;
        private @Nullable DataCategory category;
        private @Nullable Instant occurred;
        private @Nullable Instant received;
        private String channel = "";
        private String reference = "";
        private final Map<String, AttributeValue> properties = new LinkedHashMap<>();

        private void field(String name, JsonParser in) throws IOException {
            switch (name) {
                case "record" -> recordId = RecordId.parse(Tokens.text(in));
                case "type" -> type = Tokens.text(in);
                case "category" -> category = DataCategory.valueOf(Tokens.text(in));
                case "occurred" -> occurred = Tokens.instant(Tokens.text(in));
                case "received" -> received = Tokens.instant(Tokens.text(in));
                case "channel" -> channel = Tokens.text(in);
                case "reference" -> reference = Tokens.text(in);
                case "properties" -> properties(in);
                default -> throw new IllegalArgumentException("`name` must be a field of an event");
            }
        }

        private void properties(JsonParser in) throws IOException {
            Tokens.expect(in.currentToken(), JsonToken.START_OBJECT);
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                Tokens.expect(in.nextToken(), JsonToken.START_OBJECT);
                Tokens.expect(in.nextToken(), JsonToken.FIELD_NAME);
                ValueTexts.Type type = ValueTexts.type(in.currentName());
                properties.put(name, ValueTexts.parse(type, Tokens.nextText(in)));
                Tokens.expect(in.nextToken(), JsonToken.END_OBJECT);
            }
        }

        private Event build() {
            if (recordId == null || type == null || category == null || occurred == null || received == null) {
                throw new IllegalArgumentException("`record`, `type`, `category` and times must be there");
            }
            Event.Builder builder = Event.builder(recordId, new EventType(type, category, ""), occurred, received)
                    .channel(channel)
                    .reference(reference);
            properties.forEach(builder::property);
            return builder.build();
        }
    }
}
