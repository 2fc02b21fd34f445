package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Obligation;
import dev.cdm.consent.pack.Rule;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/** Rules as JSON. */
final class RuleNodes {

    private static final Set<String> FIELDS = ImmutableSet.of(
            "id",
            "title",
            "cite",
            "verified",
            "from",
            "to",
            "when",
            "needs",
            "permits",
            "lifts",
            "obligations",
            "askAgainAfter",
            "examples");

    private RuleNodes() {}

    static Rule read(Node node) {
        node.only(FIELDS);
        return new Rule(
                node.text("id"),
                node.text("title"),
                node.texts("cite"),
                node.flag("verified"),
                node.has("from") ? LocalDate.parse(node.text("from")) : null,
                node.has("to") ? LocalDate.parse(node.text("to")) : null,
                node.has("when") ? ConditionNodes.read(node.object("when")) : Condition.ALWAYS,
                node.has("needs") ? ConditionNodes.read(node.object("needs")) : Condition.ALWAYS,
                node.flag("permits", false),
                ImmutableSet.copyOf(node.texts("lifts")),
                ImmutableSet.copyOf(node.constants("obligations", Obligation.class)),
                node.has("askAgainAfter") ? Period.parse(node.text("askAgainAfter")) : null);
    }
}
