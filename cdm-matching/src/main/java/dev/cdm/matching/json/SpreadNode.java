package dev.cdm.matching.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cdm.matching.blocking.BlockingRule.MinHash;
import dev.cdm.matching.blocking.BlockingRule.QGrams;
import dev.cdm.matching.blocking.BlockingRule.Sorted;
import dev.cdm.matching.blocking.BlockingRule.Spread;
import dev.cdm.matching.blocking.BlockingRule.Tokens;
import dev.cdm.matching.comparison.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the records of a blocking rule share beside equal keys, as JSON. */
final class SpreadNode {

    private SpreadNode() {}

    static void write(ObjectNode node, Spread spread) {
        node.set("field", FieldJson.write(spread.field()));
        if (spread instanceof Tokens tokens) {
            node.put("separator", tokens.separator());
        } else if (spread instanceof MinHash hash) {
            node.put("q", hash.q()).put("bands", hash.bands()).put("rows", hash.rows());
        } else if (spread instanceof QGrams grams) {
            node.put("q", grams.q()).put("similarity", grams.similarity());
            grams.common().forEach(node.putArray("common")::add);
        } else if (spread instanceof Sorted sorted) {
            node.put("reach", sorted.reach());
        }
    }

    static Optional<Spread> read(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Field field = FieldJson.read(node.path("field"));
        if (node.has("separator")) {
            return Optional.of(new Tokens(field, node.path("separator").asText()));
        }
        if (node.has("reach")) {
            return Optional.of(new Sorted(field, node.path("reach").asInt()));
        }
        if (node.has("similarity")) {
            List<String> common = new ArrayList<>();
            node.path("common").forEach(gram -> common.add(gram.asText()));
            return Optional.of(new QGrams(
                    field, node.path("q").asInt(), node.path("similarity").asDouble(), common));
        }
        return Optional.of(new MinHash(
                field,
                node.path("q").asInt(),
                node.path("bands").asInt(),
                node.path("rows").asInt()));
    }
}
