package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Kind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How the facts of one kind become JSON and are read again, bodies of all earlier versions included. Immutable; thread-
 * safe if its functions are.
 *
 * <pre>{@code
 * JsonCodec.of(
 *         GRANTS,
 *         grant -> JsonObject.builder().put("record", grant.recordId().text()).put("at", grant.at()).build(),
 *         body -> new Grant(RecordId.parse(body.text("record")), body.time("at")))
 *     .upcast(body -> body.toBuilder().put("channel", "email").build()) // version 1 to 2
 * }</pre>
 *
 * @param <T> the type of the facts
 */
public final class JsonCodec<T> {

    private final Kind<T> kind;
    private final Tokens.Format<T> format;
    private final ImmutableList<UnaryOperator<JsonObject>> upcasters;

    private JsonCodec(Kind<T> kind, Tokens.Format<T> format, ImmutableList<UnaryOperator<JsonObject>> upcasters) {
        this.kind = kind;
        this.format = format;
        this.upcasters = upcasters;
    }

    /**
     * {@return a codec}
     *
     * @param kind the kind
     * @param writer makes the object of a fact: equal facts give equal objects
     * @param reader makes the fact of an object; {@link IllegalArgumentException} and
     *     {@link java.time.DateTimeException} mean that it cannot be read
     * @param <T> the type of the facts
     */
    public static <T> JsonCodec<T> of(
            Kind<T> kind, Function<? super T, JsonObject> writer, Function<JsonObject, ? extends T> reader) {
        return streamed(kind, new ObjectFormat<>(writer, reader));
    }

    static <T> JsonCodec<T> streamed(Kind<T> kind, Tokens.Format<T> format) {
        return new JsonCodec<>(kind, format, ImmutableList.of());
    }

    /**
     * {@return this codec, with one more upcaster: the first leads from version 1 to 2, the next from 2 to 3, and so on;
     * there must be as many as the kind has earlier versions}
     *
     * @param upcaster makes the object of the next version
     */
    public JsonCodec<T> upcast(UnaryOperator<JsonObject> upcaster) {
        return new JsonCodec<>(
                kind,
                format,
                ImmutableList.<UnaryOperator<JsonObject>>builder()
                        .addAll(upcasters)
                        .add(upcaster)
                        .build());
    }

    /** {@return the kind} */
    public Kind<T> kind() {
        return kind;
    }

    void checkComplete() {
        Checks.require(
                upcasters.size() == kind.version() - 1,
                "upcasters",
                "must lead from version 1 of kind `" + kind.name() + "` to " + kind.version(),
                upcasters.size());
    }

    String write(T fact) throws IOException {
        return Tokens.write(format, fact);
    }

    T read(int version, String body) throws IOException {
        if (version == kind.version()) {
            return Tokens.read(format, body);
        }
        JsonObject object = Tokens.read(ObjectFormat.PLAIN, body);
        for (UnaryOperator<JsonObject> upcaster : upcasters.subList(version - 1, upcasters.size())) {
            object = upcaster.apply(object);
        }
        return Tokens.read(format, Tokens.write(ObjectFormat.PLAIN, object));
    }

    @Override
    public String toString() {
        return "JsonCodec[" + kind + "]";
    }

    /**
     * Facts by way of objects.
     *
     * @param writer makes the object of a fact
     * @param reader makes the fact of an object
     */
    record ObjectFormat<T>(Function<? super T, JsonObject> writer, Function<JsonObject, ? extends T> reader)
            implements Tokens.Format<T> {

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
}
