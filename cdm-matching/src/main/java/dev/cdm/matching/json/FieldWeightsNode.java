package dev.cdm.matching.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cdm.matching.mixture.FieldWeights;
import dev.cdm.matching.mixture.LevelWords;
import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.FieldShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One field of a model of people: its groups of levels, each level with its name and its probabilities. */
final class FieldWeightsNode {

    private FieldWeightsNode() {}

    static ObjectNode write(FieldWeights weights) {
        FieldShape field = weights.field();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", field.name()).put("kind", SqlTokens.lower(field.kind().name()));
        ArrayNode groups = node.putArray("groups");
        for (int group = 0; group < field.kind().groups(); group++) {
            ArrayNode levels = groups.addArray();
            for (int level = 1; level < field.levels(); level++) {
                int cell = group * field.levels() + level;
                ObjectNode one = levels.addObject();
                one.put("level", LevelWords.of(field.kind()).get(level - 1))
                        .put("person", weights.person().get(cell));
                if (field.sharedByHousehold()) {
                    one.put("household", weights.household().get(cell));
                }
                if (field.sharedByNeighbours()) {
                    one.put("neighbours", weights.neighbours().get(cell));
                }
                one.put("stranger", weights.stranger().get(cell));
            }
        }
        return node;
    }

    static FieldWeights read(JsonNode node) {
        FieldKind kind = kind(node.path("kind"));
        JsonNode groups = SplinkFormat.list(node, "groups");
        JsonNode first = groups.path(0).path(0);
        FieldShape field = FieldShape.known(
                kind, LearnedNodes.text(node, "name"), first.has("household"), first.has("neighbours"));
        List<Double> person = new ArrayList<>();
        List<Double> household = new ArrayList<>();
        List<Double> neighbours = new ArrayList<>();
        List<Double> stranger = new ArrayList<>();
        for (JsonNode levels : groups) {
            List.of(person, household, neighbours, stranger).forEach(numbers -> numbers.add(1.0));
            for (int level = 1; level <= levels.size(); level++) {
                JsonNode one = levels.path(level - 1);
                check(field, level, one.path("level"));
                person.add(FieldJson.number(one, "person"));
                household.add(field.sharedByHousehold() ? FieldJson.number(one, "household") : 1);
                neighbours.add(field.sharedByNeighbours() ? FieldJson.number(one, "neighbours") : 1);
                stranger.add(FieldJson.number(one, "stranger"));
            }
        }
        return new FieldWeights(
                field,
                person,
                field.sharedByHousehold() ? household : List.of(),
                field.sharedByNeighbours() ? neighbours : List.of(),
                stranger);
    }

    private static FieldKind kind(JsonNode kind) {
        return Arrays.stream(FieldKind.values())
                .filter(one -> SqlTokens.lower(one.name()).equals(kind.asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`kind` must be a known one, was " + kind));
    }

    /** A model whose levels mean something else must not be used as if they did not. */
    private static void check(FieldShape field, int level, JsonNode name) {
        List<String> known = LevelWords.of(field.kind());
        if (level > known.size() || !known.get(level - 1).equals(name.asText())) {
            throw new IllegalArgumentException(
                    "`level` " + level + " of `" + field.name() + "` is not one of this version, was " + name);
        }
    }
}
