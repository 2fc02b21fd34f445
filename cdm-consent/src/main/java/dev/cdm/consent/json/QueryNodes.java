package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import java.time.Instant;
import java.time.LocalDate;
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
            "controller",
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
                .establishment(node.text("establishment", ""))
                .controller(node.text("controller", ""));
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
            query.gpc(gpc(node.object("signals").only(ImmutableSet.of("gpc"))));
        }
        return node.has("facts") ? query.facts(FactNodes.read(node.object("facts"))) : query;
    }

    /* The value of the header, or that of the property of the browser; 1 as a number means the same. */
    private static String gpc(Node signals) {
        if (!signals.has("gpc") || signals.isText("gpc")) {
            return signals.text("gpc", "");
        }
        return signals.isFlag("gpc") ? (signals.flag("gpc") ? "1" : "") : Long.toString(signals.number("gpc"));
    }
}
