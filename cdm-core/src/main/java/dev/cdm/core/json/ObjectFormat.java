package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Facts by way of objects.
 *
 * @param writer makes the object of a fact
 * @param reader makes the fact of an object
 */
record ObjectFormat<T>(Function<? super T, JsonObject> writer, Function<JsonObject, ? extends T> reader)
        implements JsonCodec.Format<T> {

    static final ObjectFormat<JsonObject> PLAIN = new ObjectFormat<>(object -> object, object -> object);

    @Override
    public void write(T fact, JsonGenerator out) throws IOException {
        writeObject(writer.apply(fact), out);
    }

    private static void writeObject(JsonObject object, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, Object> field : object.fields().entrySet()) {
            out.writeFieldName(field.getKey());
            writeValue(field.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void writeValue(Object value, JsonGenerator out) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof JsonObject object) {
            writeObject(object, out);
        } else {
            out.writeStartArray();
            for (Object element : (List<?>) value) {
                writeValue(element, out);
            }
            out.writeEndArray();
        }
    }

    @Override
    public T read(JsonParser in) throws IOException {
        return reader.apply(readObject(in));
    }

    private static JsonObject readObject(JsonParser in) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            Object former = fields.put(name, readValue(in.nextToken(), in));
            Checks.require(former == null, "field", "must be there once");
        }
        return JsonObject.of(fields);
    }

    private static Object readValue(JsonToken token, JsonParser in) throws IOException {
        return switch (token) {
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> readObject(in);
            case START_ARRAY -> readList(in);
            default -> throw new IllegalArgumentException("`token` must begin a value");
        };
    }

    private static List<Object> readList(JsonParser in) throws IOException {
        ImmutableList.Builder<Object> list = ImmutableList.builder();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            list.add(readValue(token, in));
        }
        return list.build();
    }
}
