package dev.cdm.consent.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object as people write it, read strictly: a field of another type or an unknown name is an argument error. */
final class Node {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode json;

    private Node(JsonNode json) {
        this.json = json;
    }

    /** Parses one object; the message of a failure tells no content. */
    static Node parse(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            Checks.require(json.isObject(), "text", "must be one JSON object");
            return new Node(json);
        } catch (JsonProcessingException e) {
            long at = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
            throw new IllegalArgumentException("`text` must be JSON: no JSON at character " + at);
        }
    }

    /** The first text or number of a name at the top of a text that may be broken further on; empty if there is none. */
    static String topText(String text, String name) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1
                        && token == JsonToken.FIELD_NAME
                        && parser.currentName().equals(name)) {
                    JsonToken value = parser.nextToken();
                    return value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT
                            ? parser.getText()
                            : "";
                }
            }
            return "";
        } catch (IOException broken) {
            return "";
        }
    }

    /** Fails if there is a field whose name is not among these. */
    Node only(Set<String> names) {
        json.fieldNames().forEachRemaining(name -> Checks.require(names.contains(name), name, "is not known"));
        return this;
    }

    List<String> names() {
        return ImmutableList.copyOf(json.fieldNames());
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    String text(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isTextual()) {
            throw wrong(name, "text");
        }
        return value.textValue();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    long number(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.canConvertToLong() || !value.isIntegralNumber()) {
            throw wrong(name, "a whole number");
        }
        return value.longValue();
    }

    boolean flag(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.booleanValue();
    }

    boolean flag(String name, boolean otherwise) {
        return has(name) ? flag(name) : otherwise;
    }

    boolean isText(String name) {
        return has(name) && json.get(name).isTextual();
    }

    /** The object as JSON text. */
    @Override
    public String toString() {
        return json.toString();
    }

    boolean isFlag(String name) {
        return has(name) && json.get(name).isBoolean();
    }

    Node object(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isObject()) {
            throw wrong(name, "an object");
        }
        return new Node(value);
    }

    List<String> texts(String name) {
        return list(name, value -> value.isTextual() ? value.textValue() : null, "texts");
    }

    List<Node> objects(String name) {
        return list(name, value -> value.isObject() ? new Node(value) : null, "objects");
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(text(name), name, type);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
        return has(name) ? constant(name, type) : otherwise;
    }

    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return texts(name).stream().map(text -> constant(text, name, type)).toList();
    }

    /** A name is read in any case, with dashes and blanks for underscores. */
    static <E extends Enum<E>> E constant(String text, String name, Class<E> type) {
        try {
            return Enum.valueOf(
                    type, text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_'));
        } catch (IllegalArgumentException unknown) {
            throw wrong(name, "a known name");
        }
    }

    private <E> List<E> list(String name, Function<JsonNode, @Nullable E> read, String what) {
        List<E> list = new ArrayList<>();
        if (has(name)) {
            JsonNode array = json.get(name);
            Checks.require(array.isArray(), name, "must be a list of " + what);
            for (JsonNode element : array) {
                E value = read.apply(element);
                if (value == null) {
                    throw wrong(name, "a list of " + what);
                }
                list.add(value);
            }
        }
        return list;
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException("`" + name + "` must be " + what);
    }
}
