package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Kind;
import java.io.IOException;
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
    private final Format<T> format;
    private final ImmutableList<UnaryOperator<JsonObject>> upcasters;

    private JsonCodec(Kind<T> kind, Format<T> format, ImmutableList<UnaryOperator<JsonObject>> upcasters) {
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

    static <T> JsonCodec<T> streamed(Kind<T> kind, Format<T> format) {
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
     * How facts of one type are written and read, token by token.
     *
     * @param <T> the type of the facts
     */
    interface Format<T> {

        /* Writes one object. */
        void write(T fact, JsonGenerator out) throws IOException;

        /* Reads one object whose first brace is the current token; leaves its last brace as the current token. */
        T read(JsonParser in) throws IOException;
    }
}
