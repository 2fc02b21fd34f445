package dev.cdm.matching.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cdm.matching.learned.Blocking;
import dev.cdm.matching.learned.Conventions;
import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.learned.KeyPart;
import dev.cdm.matching.naming.Nicknames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was learned about values, as JSON. */
final class LearnedNodes {

    private static final int HEX = 16;

    private LearnedNodes() {}

    static ObjectNode write(Frequencies frequencies) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("entities", frequencies.entities())
                .put("agreement", frequencies.agreement())
                .put("rare_values", frequencies.rareValues())
                .put("rare_entities", frequencies.rareEntities());
        ObjectNode counts = node.putObject("counts");
        frequencies.counts().forEach(counts::put);
        return node;
    }

    static Frequencies frequencies(JsonNode node) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        object(node, "counts").properties().forEach(entry -> counts.put(entry.getKey(), count(entry.getValue())));
        return new Frequencies(
                whole(node, "entities"),
                FieldJson.number(node, "agreement"),
                counts,
                whole(node, "rare_values"),
                whole(node, "rare_entities"));
    }

    static ObjectNode write(Conventions conventions) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("japanese", conventions.japanese());
        ArrayNode monthFirst = node.putArray("month_first");
        conventions.monthFirst().forEach(monthFirst::add);
        lists(node.putObject("readings"), conventions.readings());
        conventions.families().forEach(node.putObject("families")::put);
        conventions.givens().forEach(node.putObject("givens")::put);
        lists(node.putObject("nicknames"), conventions.nicknames().forms());
        ObjectNode words = node.putObject("words");
        conventions.words().forEach((column, counts) -> words.set(column, write(counts)));
        return node;
    }

    static Conventions conventions(JsonNode node) {
        List<Boolean> monthFirst = new ArrayList<>();
        SplinkFormat.list(node, "month_first").forEach(column -> monthFirst.add(column.asBoolean()));
        Map<String, Frequencies> words = new LinkedHashMap<>();
        object(node, "words").properties().forEach(entry -> words.put(entry.getKey(), frequencies(entry.getValue())));
        return new Conventions(
                flag(node, "japanese"),
                monthFirst,
                lists(node, "readings"),
                numbers(node, "families"),
                numbers(node, "givens"),
                Nicknames.of(lists(node, "nicknames")),
                words);
    }

    private static void lists(ObjectNode node, Map<String, List<String>> lists) {
        lists.forEach((name, texts) -> texts.forEach(node.putArray(name)::add));
    }

    private static Map<String, List<String>> lists(JsonNode node, String name) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        object(node, name).properties().forEach(entry -> {
            List<String> texts = new ArrayList<>();
            entry.getValue().forEach(text -> texts.add(text.asText()));
            lists.put(entry.getKey(), texts);
        });
        return lists;
    }

    private static Map<String, Double> numbers(JsonNode node, String name) {
        ObjectNode object = object(node, name);
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.fieldNames().forEachRemaining(text -> numbers.put(text, FieldJson.number(object, text)));
        return numbers;
    }

    static ObjectNode write(Blocking blocking) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("cap", blocking.cap());
        ArrayNode keys = node.putArray("keys");
        blocking.keys().forEach(key -> keys.add(key.stream().map(KeyPart::label).collect(Collectors.joining(" "))));
        ArrayNode hot = node.putArray("hot");
        Arrays.stream(blocking.hot()).mapToObj(Long::toHexString).forEach(hot::add);
        return node;
    }

    static Blocking blocking(JsonNode node) {
        List<List<KeyPart>> keys = new ArrayList<>();
        for (JsonNode key : SplinkFormat.list(node, "keys")) {
            keys.add(Arrays.stream(key.asText().split(" ", -1))
                    .map(LearnedNodes::part)
                    .toList());
        }
        JsonNode hot = SplinkFormat.list(node, "hot");
        long[] values = new long[hot.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = hash(hot.path(i));
        }
        return new Blocking(keys, Math.toIntExact(Math.min(Integer.MAX_VALUE, whole(node, "cap"))), values);
    }

    static ObjectNode object(JsonNode node, String name) {
        if (!(node.path(name) instanceof ObjectNode object)) {
            throw new IllegalArgumentException("`json` must have an object `" + name + "`");
        }
        return object;
    }

    static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException("`json` must have a text `" + name + "` there");
        }
        return node.path(name).asText();
    }

    private static boolean flag(JsonNode node, String name) {
        if (!node.path(name).isBoolean()) {
            throw new IllegalArgumentException("`json` must have true or false as `" + name + "`");
        }
        return node.path(name).asBoolean();
    }

    private static long whole(JsonNode node, String name) {
        if (!node.path(name).canConvertToLong() || !node.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException("`json` must have a whole number `" + name + "` there");
        }
        return node.path(name).asLong();
    }

    private static int count(JsonNode node) {
        if (!node.isInt()) {
            throw new IllegalArgumentException("`counts` must be whole numbers");
        }
        return node.asInt();
    }

    private static KeyPart part(String label) {
        return KeyPart.of(label)
                .orElseThrow(() -> new IllegalArgumentException("`keys` has `" + label + "`, which is not known"));
    }

    private static long hash(JsonNode node) {
        try {
            return Long.parseUnsignedLong(node.asText(), HEX);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`hot` must be hexadecimal numbers, was " + node, e);
        }
    }
}
