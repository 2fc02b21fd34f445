package dev.cdm.matching.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * Reads settings and models of Splink 4 and 5, as its {@code save_model_to_json} writes them. The SQL of levels and rules is
 * understood as far as Splink's own libraries write it for DuckDB: exact, Jaro, Jaro-Winkler, Levenshtein,
 * Damerau-Levenshtein, differences of dates and numbers, shared list entries, reversed columns, and, or, not, with
 * {@code regexp_extract}, {@code try_strptime}, {@code substr} and {@code lower} around columns. Safe for any thread.
 *
 * <p>DuckDB compares bytes of UTF-8 where we compare code points, so edit distances of texts beyond ASCII may differ.
 */
public final class SplinkFormat {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SplinkFormat() {}

    /**
     * What a file says beside the model.
     *
     * @param model the model
     * @param isLink whether only pairs across tables are meant
     * @param idColumn the name of the column with the ids
     * @param convergence the change of any probability below which training ends
     * @param mostIterations how often training goes over the pairs at most
     */
    public record Splink(
            FellegiSunterModel model, boolean isLink, String idColumn, double convergence, int mostIterations) {}

    /**
     * {@return a model with what else the file says}
     *
     * @param json the content of the file
     * @throws IllegalArgumentException if it is not JSON, if something needed is missing, or if a condition is not
     *     understood; the message names the comparison and the level
     */
    public static Splink read(String json) {
        JsonNode root = tree(json);
        List<TrainedComparison> comparisons = new ArrayList<>();
        for (JsonNode comparison : list(root, "comparisons")) {
            comparisons.add(comparison(comparison));
        }
        List<BlockingRule> rules = new ArrayList<>();
        for (JsonNode rule : root.path("blocking_rules_to_generate_predictions")) {
            rules.add(rule(
                    rule.isTextual()
                            ? rule.asText()
                            : rule.path("blocking_rule").asText()));
        }
        double prior = root.path("probability_two_random_records_match").asDouble(FellegiSunterModel.DEFAULT_PRIOR);
        return new Splink(
                new FellegiSunterModel(prior, comparisons, rules),
                root.path("link_type").asText().equals("link_only"),
                root.path("unique_id_column_name").asText("unique_id"),
                root.path("em_convergence").asDouble(0.0001),
                root.path("max_iterations").asInt(25));
    }

    /**
     * {@return a blocking rule}
     *
     * @param sql its condition, such as {@code l.surname = r.surname}
     * @throws IllegalArgumentException if it is not understood
     */
    public static BlockingRule rule(String sql) {
        Condition condition = read(sql, "blocking rule `" + sql + "`");
        List<Condition.Equal> keys = new ArrayList<>();
        List<Condition> rest = new ArrayList<>();
        List<Condition> parts = condition instanceof Condition.All all ? all.parts() : List.of(condition);
        for (Condition part : parts) {
            if (part instanceof Condition.Equal equal) {
                keys.add(equal);
            } else {
                rest.add(part);
            }
        }
        return new BlockingRule(
                sql,
                keys,
                rest.isEmpty() ? new Condition.Otherwise() : rest.size() == 1 ? rest.get(0) : new Condition.All(rest));
    }

    static JsonNode tree(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root == null || !root.isObject()) {
                throw new IllegalArgumentException("`json` must be an object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("`json` must be JSON: " + e.getOriginalMessage(), e);
        }
    }

    static JsonNode list(JsonNode node, String name) {
        if (!node.path(name).isArray()) {
            throw new IllegalArgumentException("`json` must have a list `" + name + "`");
        }
        return node.path(name);
    }

    private static TrainedComparison comparison(JsonNode node) {
        String name = node.path("output_column_name").asText();
        List<ComparisonLevel> levels = new ArrayList<>();
        List<LevelParameters> parameters = new ArrayList<>();
        for (JsonNode level : list(node, "comparison_levels")) {
            levels.add(level(level, name));
            parameters.add(new LevelParameters(
                    probability(level, "m_probability"),
                    probability(level, "u_probability"),
                    level.path("fix_m_probability").asBoolean(),
                    level.path("fix_u_probability").asBoolean()));
        }
        return new TrainedComparison(new Comparison(name, levels), parameters);
    }

    private static ComparisonLevel level(JsonNode node, String comparison) {
        String label = node.path("label_for_charts").asText("level");
        Condition condition =
                read(node.path("sql_condition").asText(), "comparison `" + comparison + "`, level `" + label + "`:");
        Optional<TermFrequency> frequency = node.hasNonNull("tf_adjustment_column")
                ? Optional.of(new TermFrequency(
                        node.path("tf_adjustment_column").asText(),
                        node.path("tf_adjustment_weight").asDouble(1),
                        node.path("tf_minimum_u_value").asDouble(0),
                        node.path("disable_tf_exact_match_detection").asBoolean()))
                : Optional.empty();
        return new ComparisonLevel(label, condition, node.path("is_null_level").asBoolean(), frequency);
    }

    private static Condition read(String sql, String where) {
        try {
            return SqlConditions.read(sql);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + " the condition " + e.getMessage(), e);
        }
    }

    private static OptionalDouble probability(JsonNode level, String name) {
        return level.path(name).isNumber() ? OptionalDouble.of(level.path(name).asDouble()) : OptionalDouble.empty();
    }
}
