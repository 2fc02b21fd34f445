package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Condition.Line;
import dev.cdm.consent.pack.Condition.Relation;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Obligation;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** Questions as people write them. */
final class QueryNodes {

    private static final Set<String> FIELDS = ImmutableSet.of(
            "id",
            "subject",
            "purpose",
            "categories",
            "channel",
            "contactPoint",
            "recipient",
            "effectiveAt",
            "knownAt",
            "region",
            "establishment",
            "birthDate",
            "zone",
            "signals",
            "facts");

    private QueryNodes() {}

    static ConsentQuery read(Node node) {
        node.only(FIELDS);
        ConsentQuery.Builder query = ConsentQuery.about(
                        node.text("subject"),
                        new PurposeId(node.text("purpose")),
                        Instant.parse(node.text("effectiveAt")))
                .id(node.text("id", ""))
                .categories(node.texts("categories"))
                .contactPoint(node.text("contactPoint", ""))
                .region(node.text("region", ""))
                .establishment(node.text("establishment", ""));
        if (node.has("channel")) {
            query.channel(node.constant("channel", Channel.class));
        }
        if (node.has("recipient")) {
            query.recipient(new RecipientId(node.text("recipient")));
        }
        if (node.has("birthDate")) {
            query.birthDate(LocalDate.parse(node.text("birthDate")));
        }
        if (node.has("zone")) {
            query.zone(ZoneId.of(node.text("zone")));
        }
        return known(query, node).build();
    }

    private static ConsentQuery.Builder known(ConsentQuery.Builder query, Node node) {
        if (node.isText("knownAt")) {
            query.knownAt(Instant.parse(node.text("knownAt")));
        } else if (node.has("knownAt")) {
            query.knownAt(node.number("knownAt"));
        }
        if (node.has("signals")) {
            Node signals = node.object("signals").only(ImmutableSet.of("gpc"));
            query.gpc(signals.text("gpc", ""));
        }
        return node.has("facts") ? query.facts(facts(node.object("facts"))) : query;
    }

    private static Facts facts(Node node) {
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
