package dev.cdm.matching.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.comparison.Transform;
import dev.cdm.matching.similarity.PhoneticCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fields as JSON. */
final class FieldJson {

    private FieldJson() {}

    static ObjectNode write(Field field) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("column", field.column());
        if (!field.steps().isEmpty()) {
            ArrayNode steps = node.putArray("steps");
            field.steps().forEach(step -> steps.add(write(step)));
        }
        return node;
    }

    private static ObjectNode write(Transform step) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (step instanceof Transform.Extract extract) {
            return node.put("extract", extract.regex()).put("group", extract.group());
        }
        if (step instanceof Transform.IsoDate date) {
            return node.put("date", date.pattern());
        }
        if (step instanceof Transform.Part part) {
            return node.put("from", part.from()).put("length", part.length());
        }
        if (step instanceof Transform.Sound sound) {
            return node.put("sound", sound.code().name());
        }
        if (step instanceof Transform.Simple simple) {
            return node.put("simple", simple.name());
        }
        throw new IllegalArgumentException("`model` must not have a transform that is code of the caller");
    }

    static Field read(JsonNode node) {
        List<Transform> steps = new ArrayList<>();
        node.path("steps").forEach(step -> steps.add(step(step)));
        return new Field(node.path("column").asText(), steps);
    }

    private static Transform step(JsonNode node) {
        if (node.has("extract")) {
            return new Transform.Extract(
                    node.path("extract").asText(), node.path("group").asInt());
        }
        if (node.has("date")) {
            return new Transform.IsoDate(node.path("date").asText());
        }
        if (node.has("length")) {
            return new Transform.Part(
                    node.path("from").asInt(), node.path("length").asInt());
        }
        return node.has("sound")
                ? new Transform.Sound(
                        constant(PhoneticCode.class, node.path("sound").asText()))
                : constant(Transform.Simple.class, node.path("simple").asText());
    }

    static double number(JsonNode node, String name) {
        if (!node.path(name).isNumber()) {
            throw new IllegalArgumentException("`json` must have a number `" + name + "` there");
        }
        return node.path(name).asDouble();
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`json` has `" + name + "`, which is not known"));
    }
}
