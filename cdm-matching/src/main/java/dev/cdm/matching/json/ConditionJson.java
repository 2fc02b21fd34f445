package dev.cdm.matching.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.similarity.EditDistance;
import java.util.ArrayList;
import java.util.List;

/** Conditions as JSON. */
final class ConditionJson {

    private ConditionJson() {}

    static ObjectNode write(Condition condition) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("is", kind(condition));
        if (condition instanceof Condition.Equal equal) {
            node.set("left", FieldJson.write(equal.left()));
            return node.set("right", FieldJson.write(equal.right()));
        }
        if (condition instanceof Condition.Missing missing) {
            return node.set("field", FieldJson.write(missing.field()));
        }
        if (condition instanceof Condition.All all) {
            return node.set("parts", list(all.parts()));
        }
        if (condition instanceof Condition.Any any) {
            return node.set("parts", list(any.parts()));
        }
        if (condition instanceof Condition.Not not) {
            return node.set("part", write(not.part()));
        }
        return measured(node, condition);
    }

    private static ObjectNode measured(ObjectNode node, Condition condition) {
        if (condition instanceof Condition.Similar similar) {
            node.set("field", FieldJson.write(similar.field()));
            return node.put("measure", similar.measure().name()).put("at_least", similar.atLeast());
        }
        if (condition instanceof Condition.Edits edits) {
            node.set("field", FieldJson.write(edits.field()));
            return node.put("distance", edits.distance().name()).put("at_most", edits.atMost());
        }
        if (condition instanceof Condition.Shared shared) {
            node.set("field", FieldJson.write(shared.field()));
            return node.put("separator", shared.separator()).put("at_least", shared.atLeast());
        }
        if (condition instanceof Condition.Days days) {
            node.set("field", FieldJson.write(days.field()));
            return node.put("at_most", days.days());
        }
        if (condition instanceof Condition.Difference difference) {
            node.set("field", FieldJson.write(difference.field()));
            return node.put("at_most", difference.atMost()).put("relative", difference.relative());
        }
        if (condition instanceof Condition.Distance distance) {
            node.set("latitude", FieldJson.write(distance.latitude()));
            node.set("longitude", FieldJson.write(distance.longitude()));
            return node.put("kilometres", distance.kilometres());
        }
        return node;
    }

    private static String kind(Condition condition) {
        if (condition instanceof Condition.Custom custom) {
            throw new IllegalArgumentException(
                    "`model` must not have the condition `" + custom.name() + "`, which is code of the caller");
        }
        return SqlTokens.lower(condition.getClass().getSimpleName());
    }

    private static ArrayNode list(List<Condition> parts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        parts.forEach(part -> list.add(write(part)));
        return list;
    }

    static Condition read(JsonNode node) {
        String kind = node.path("is").asText();
        return switch (kind) {
            case "otherwise" -> new Condition.Otherwise();
            case "missing" -> new Condition.Missing(field(node, "field"));
            case "equal" -> new Condition.Equal(field(node, "left"), field(node, "right"));
            case "all" -> new Condition.All(parts(node));
            case "any" -> new Condition.Any(parts(node));
            case "not" -> new Condition.Not(read(node.path("part")));
            case "similar" ->
                new Condition.Similar(
                        field(node, "field"),
                        FieldJson.constant(
                                Condition.Measure.class, node.path("measure").asText()),
                        FieldJson.number(node, "at_least"));
            case "edits" ->
                new Condition.Edits(
                        field(node, "field"),
                        FieldJson.constant(
                                EditDistance.class, node.path("distance").asText()),
                        (int) FieldJson.number(node, "at_most"));
            case "shared" ->
                new Condition.Shared(
                        field(node, "field"), node.path("separator").asText(), (int)
                                FieldJson.number(node, "at_least"));
            case "days" -> new Condition.Days(field(node, "field"), FieldJson.number(node, "at_most"));
            case "difference" ->
                new Condition.Difference(
                        field(node, "field"),
                        FieldJson.number(node, "at_most"),
                        node.path("relative").asBoolean());
            case "distance" ->
                new Condition.Distance(
                        field(node, "latitude"), field(node, "longitude"), FieldJson.number(node, "kilometres"));
            default ->
                throw new IllegalArgumentException("`json` has the condition `" + kind + "`, which is not known");
        };
    }

    private static List<Condition> parts(JsonNode node) {
        List<Condition> parts = new ArrayList<>();
        SplinkFormat.list(node, "parts").forEach(part -> parts.add(read(part)));
        return parts;
    }

    private static Field field(JsonNode node, String name) {
        return FieldJson.read(node.path(name));
    }
}
