package dev.cdm.consent.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cdm.consent.policy.Decision;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decisions as people read them. What is empty is left out, but not {@code events}, {@code rules}, {@code conflict}. */
final class DecisionNodes {

    private DecisionNodes() {}

    static String write(Decision decision, @Nullable Locale explain) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", decision.query());
        node.put("decision", decision.permitted() ? "PERMIT" : "DENY");
        node.put("reason", decision.reason().name());
        decision.ground().ifPresent(ground -> node.put("ground", ground.name()));
        if (!decision.detail().isEmpty()) {
            node.put("detail", decision.detail());
        }
        all(node.putArray("events"), decision.events());
        all(node.putArray("rules"), decision.rules());
        all(
                node.putArray("obligations"),
                decision.obligations().stream().map(Enum::name).toList());
        if (decision.validUntil() != null) {
            node.put("validUntil", decision.validUntil().toString());
        }
        node.put("conflict", decision.conflict());
        node.put("position", decision.position());
        all(node.putArray("packs"), decision.packs());
        if (explain != null) {
            node.put("explanation", decision.explain(explain));
        }
        return node.toString();
    }

    private static void all(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}
