package dev.cdm.matching.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.comparison.ComparisonLevel.TermFrequency;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.LevelParameters;
import dev.cdm.matching.scoring.TrainedComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Our own models as JSON: equal models give equal bytes, and what is read equals what was written. Models with code of the
 * caller cannot be written. Safe for any thread.
 */
public final class ModelFormat {

    private static final String FORMAT = "cdm-model";
    private static final int VERSION = 1;

    private ModelFormat() {}

    /**
     * {@return a model as JSON, with indentation}
     *
     * @param model the model
     * @throws IllegalArgumentException if it has a custom condition or transform
     */
    public static String write(FellegiSunterModel model) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT).put("version", VERSION).put("prior", model.prior());
        model.rules().forEach(rule -> rule(root.withArray("rules").addObject(), rule));
        for (TrainedComparison trained : model.comparisons()) {
            ObjectNode comparison = root.withArray("comparisons").addObject();
            comparison.put("name", trained.comparison().name());
            for (int level = 0; level < trained.parameters().size(); level++) {
                level(
                        comparison.withArray("levels").addObject(),
                        trained.comparison().levels().get(level),
                        trained.parameters().get(level));
            }
        }
        return root.toPrettyString() + "\n";
    }

    private static void rule(ObjectNode node, BlockingRule rule) {
        node.put("name", rule.name());
        rule.keys().forEach(key -> node.withArray("keys").add(ConditionJson.write(key)));
        node.set("also", ConditionJson.write(rule.also()));
        rule.spread().ifPresent(spread -> SpreadNode.write(node.putObject("shared"), spread));
    }

    private static void level(ObjectNode node, ComparisonLevel level, LevelParameters parameters) {
        node.put("label", level.label());
        node.set("condition", ConditionJson.write(level.condition()));
        if (level.isMissing()) {
            node.put("missing", true);
        }
        parameters.m().ifPresent(m -> node.put("m", m));
        parameters.u().ifPresent(u -> node.put("u", u));
        if (parameters.fixedM()) {
            node.put("fixed_m", true);
        }
        if (parameters.fixedU()) {
            node.put("fixed_u", true);
        }
        level.frequency()
                .ifPresent(frequency -> node.putObject("term_frequency")
                        .put("column", frequency.column())
                        .put("weight", frequency.weight())
                        .put("minimum_u", frequency.minimumU())
                        .put("own_u", frequency.ownU()));
    }

    /**
     * {@return a model}
     *
     * @param json a model as {@link #write} gave it, or one of Splink
     * @throws IllegalArgumentException if it is neither; the message says what is wrong
     */
    public static FellegiSunterModel read(String json) {
        JsonNode root = SplinkFormat.tree(json);
        if (!root.path("format").asText().equals(FORMAT)) {
            return SplinkFormat.read(json).model();
        }
        if (root.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("`version` must be " + VERSION + ", was " + root.path("version"));
        }
        List<BlockingRule> rules = new ArrayList<>();
        root.path("rules").forEach(rule -> rules.add(rule(rule)));
        List<TrainedComparison> comparisons = new ArrayList<>();
        SplinkFormat.list(root, "comparisons").forEach(comparison -> comparisons.add(comparison(comparison)));
        return new FellegiSunterModel(FieldJson.number(root, "prior"), comparisons, rules);
    }

    private static BlockingRule rule(JsonNode node) {
        List<Condition.Equal> keys = new ArrayList<>();
        node.path("keys").forEach(key -> {
            if (!(ConditionJson.read(key) instanceof Condition.Equal equal)) {
                throw new IllegalArgumentException("`keys` must be of the kind `equal`");
            }
            keys.add(equal);
        });
        return new BlockingRule(
                node.path("name").asText(),
                keys,
                ConditionJson.read(node.path("also")),
                SpreadNode.read(node.path("shared")));
    }

    private static TrainedComparison comparison(JsonNode node) {
        List<ComparisonLevel> levels = new ArrayList<>();
        List<LevelParameters> parameters = new ArrayList<>();
        for (JsonNode level : SplinkFormat.list(node, "levels")) {
            levels.add(new ComparisonLevel(
                    level.path("label").asText(),
                    ConditionJson.read(level.path("condition")),
                    level.path("missing").asBoolean(),
                    frequency(level.path("term_frequency"))));
            parameters.add(new LevelParameters(
                    optional(level, "m"),
                    optional(level, "u"),
                    level.path("fixed_m").asBoolean(),
                    level.path("fixed_u").asBoolean()));
        }
        return new TrainedComparison(new Comparison(node.path("name").asText(), levels), parameters);
    }

    private static Optional<TermFrequency> frequency(JsonNode node) {
        return node.isObject()
                ? Optional.of(new TermFrequency(
                        node.path("column").asText(),
                        FieldJson.number(node, "weight"),
                        FieldJson.number(node, "minimum_u"),
                        node.path("own_u").asBoolean()))
                : Optional.empty();
    }

    private static OptionalDouble optional(JsonNode node, String name) {
        return node.has(name) ? OptionalDouble.of(FieldJson.number(node, name)) : OptionalDouble.empty();
    }
}
