package dev.cdm.matching.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cdm.matching.learned.Calibration;
import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.mixture.Correction;
import dev.cdm.matching.mixture.FieldWeights;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.mixture.Shares;
import dev.cdm.matching.person.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Models of people as JSON: equal models give equal bytes, and what is read equals what was written. The text holds
 * personal data as far as the model does, see {@link PersonModel}. Safe for any thread.
 */
public final class PersonModelFormat {

    private static final String FORMAT = "cdm-person-model";
    private static final int VERSION = 1;
    private static final int RADIX = 16;
    private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{1,16}");

    private PersonModelFormat() {}

    /**
     * {@return whether a text looks like a model of people and not like one of another kind}
     *
     * @param json the text, of whatever content
     */
    public static boolean isPersonModel(String json) {
        try {
            return SplinkFormat.tree(json).path("format").asText().equals(FORMAT);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * {@return a model as JSON, with indentation}
     *
     * @param model the model
     */
    public static String write(PersonModel model) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT).put("version", VERSION).put("threshold", model.threshold());
        ObjectNode roles = root.putObject("roles");
        model.roles().forEach((name, role) -> roles.put(name, role.label()));
        root.putObject("shares")
                .put("persons", model.shares().persons())
                .put("households", model.shares().households())
                .put("neighbours", model.shares().neighbours())
                .put("same_given", model.shares().sameGiven())
                .put("same_birth", model.shares().sameBirth());
        model.fields().forEach(field -> root.withArray("fields").add(FieldWeightsNode.write(field)));
        root.withArray("calibration");
        for (Calibration.Knot knot : model.calibration().knots()) {
            root.withArray("calibration").addArray().add(knot.score()).add(knot.calibrated());
        }
        for (Correction.Example example : model.correction().examples()) {
            root.withArray("answers")
                    .addObject()
                    .put("pattern", Long.toHexString(example.pattern()))
                    .put("score", example.logit())
                    .put("outcome", example.outcome());
        }
        root.set("blocking", LearnedNodes.write(model.blocking()));
        root.set("conventions", LearnedNodes.write(model.conventions()));
        ObjectNode frequencies = root.putObject("frequencies");
        model.frequencies().forEach((name, counts) -> frequencies.set(name, LearnedNodes.write(counts)));
        return root.toPrettyString() + "\n";
    }

    /**
     * {@return a model}
     *
     * @param json a model as {@link #write} gave it
     * @throws IllegalArgumentException if it is not one; the message says what is wrong
     */
    public static PersonModel read(String json) {
        JsonNode root = SplinkFormat.tree(json);
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new IllegalArgumentException("`format` must be " + FORMAT + ", was " + root.path("format"));
        }
        if (!root.path("version").isInt() || root.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("`version` must be " + VERSION + ", was " + root.path("version"));
        }
        List<FieldWeights> fields = new ArrayList<>();
        SplinkFormat.list(root, "fields").forEach(field -> fields.add(FieldWeightsNode.read(field)));
        Map<String, Frequencies> frequencies = new LinkedHashMap<>();
        LearnedNodes.object(root, "frequencies")
                .properties()
                .forEach(entry -> frequencies.put(entry.getKey(), LearnedNodes.frequencies(entry.getValue())));
        return new PersonModel(
                roles(LearnedNodes.object(root, "roles")),
                fields,
                shares(LearnedNodes.object(root, "shares")),
                frequencies,
                LearnedNodes.conventions(LearnedNodes.object(root, "conventions")),
                LearnedNodes.blocking(LearnedNodes.object(root, "blocking")),
                FieldJson.number(root, "threshold"),
                calibration(SplinkFormat.list(root, "calibration")),
                correction(root, fields.size()));
    }

    private static Correction correction(JsonNode root, int fields) {
        List<Correction.Example> examples = new ArrayList<>();
        for (JsonNode answer : root.path("answers")) {
            String pattern = answer.path("pattern").asText();
            if (!PATTERN.matcher(pattern).matches()) {
                throw new IllegalArgumentException("`answers` must have patterns of hexadecimal digits");
            }
            examples.add(new Correction.Example(
                    Long.parseUnsignedLong(pattern, RADIX),
                    fields,
                    FieldJson.number(answer, "score"),
                    FieldJson.number(answer, "outcome")));
        }
        return Correction.of(examples);
    }

    private static Map<String, Role> roles(JsonNode node) {
        Map<String, Role> roles = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> roles.put(
                        entry.getKey(),
                        Role.of(entry.getValue().asText())
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "`roles` has " + entry.getValue() + ", which is not known"))));
        return roles;
    }

    private static Shares shares(JsonNode node) {
        return new Shares(
                FieldJson.number(node, "persons"),
                FieldJson.number(node, "households"),
                FieldJson.number(node, "neighbours"),
                FieldJson.number(node, "same_given"),
                FieldJson.number(node, "same_birth"));
    }

    private static Calibration calibration(JsonNode list) {
        List<Calibration.Knot> knots = new ArrayList<>();
        for (JsonNode knot : list) {
            if (knot.size() != 2 || !knot.path(0).isNumber() || !knot.path(1).isNumber()) {
                throw new IllegalArgumentException("`calibration` must be a list of pairs of numbers");
            }
            knots.add(new Calibration.Knot(knot.path(0).asDouble(), knot.path(1).asDouble()));
        }
        return new Calibration(knots);
    }
}
