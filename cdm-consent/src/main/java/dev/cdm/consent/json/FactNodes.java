package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Condition.Line;
import dev.cdm.consent.pack.Condition.Relation;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Obligation;
import java.time.LocalDate;
import java.time.LocalTime;

/** The facts of a question as people write them: circumstances by name, and some fields of their own. */
final class FactNodes {

    private FactNodes() {}

    static Facts read(Node node) {
        Facts.Builder facts = Facts.builder();
        for (String name : node.names()) {
            switch (name) {
                case "relations" -> relations(node.object(name), facts);
                case "unmet" -> node.constants(name, Obligation.class).forEach(facts::unmet);
                case "line" -> facts.line(node.constant(name, Line.class));
                case "register" -> register(node.object(name), facts);
                case "localTime" -> facts.localTime(LocalTime.parse(node.text(name)));
                case "capReached" -> capReached(node.flag(name), facts);
                default -> facts.flag(Node.constant(name, name, Fact.class), node.flag(name));
            }
        }
        return facts.build();
    }

    private static void relations(Node node, Facts.Builder facts) {
        node.names()
                .forEach(name ->
                        facts.relation(Node.constant(name, name, Relation.class), LocalDate.parse(node.text(name))));
    }

    private static void register(Node node, Facts.Builder facts) {
        node.only(ImmutableSet.of("asked", "listed"));
        facts.register(LocalDate.parse(node.text("asked")), node.flag("listed"));
    }

    private static void capReached(boolean reached, Facts.Builder facts) {
        if (reached) {
            facts.capReached();
        }
    }
}
