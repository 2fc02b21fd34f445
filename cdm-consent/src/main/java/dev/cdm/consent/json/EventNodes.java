package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Consent events as people write them: most fields may be left out. */
final class EventNodes {

    private static final Set<String> FIELDS = ImmutableSet.copyOf(
            ("id subject contactPoint assurance purpose covers categories kind basis controller regime"
                            + " notice locale channel method actor evidence asserted received source seq tolerance"
                            + " trustworthy supersedes expires")
                    .split(" "));

    private EventNodes() {}

    static ConsentEvent read(Node node) {
        node.only(FIELDS);
        EventKind kind = node.constant("kind", EventKind.class);
        PurposeId purpose = node.has("purpose") || !(kind.denies() || kind == EventKind.RESTRICTION_LIFTED)
                ? new PurposeId(node.text("purpose"))
                : ConsentEvent.EVERY_PURPOSE;
        ConsentEventBuilder builder = ConsentEvent.of(kind, subject(node.text("subject")), purpose)
                .assurance(node.constant("assurance", Assurance.class, Assurance.LOW))
                .covering(node.texts("covers").stream().map(PurposeId::new).toList())
                .categories(node.texts("categories"))
                .contactPoint(node.text("contactPoint", ""))
                .controller(node.text("controller", ""))
                .regime(node.text("regime", ""))
                .notice(node.text("notice", ""))
                .locale(node.text("locale", ""))
                .method(node.constant("method", Method.class, Method.AFFIRMATIVE))
                .actor(node.constant("actor", Actor.class, Actor.SELF))
                .evidence(node.text("evidence", ""))
                .clock(Duration.parse(node.text("tolerance", "PT0S")), node.flag("trustworthy", false))
                .supersedes(node.texts("supersedes"));
        return optional(builder, node).build();
    }

    /** A subject without a system belongs to the system {@code subject}. */
    static RecordId subject(String text) {
        return text.indexOf('/') > 0 ? RecordId.parse(text) : new RecordId("subject", text);
    }

    private static ConsentEventBuilder optional(ConsentEventBuilder builder, Node node) {
        if (node.has("id")) {
            builder.id(node.text("id"));
        }
        if (node.has("basis")) {
            builder.basis(node.constant("basis", LegalBasis.class));
        }
        if (node.has("channel")) {
            builder.channel(node.constant("channel", Channel.class));
        }
        if (node.has("source")) {
            builder.source(node.text("source"));
        }
        return timed(builder, node);
    }

    private static ConsentEventBuilder timed(ConsentEventBuilder builder, Node node) {
        if (node.has("asserted")) {
            builder.at(Instant.parse(node.text("asserted")));
        }
        if (node.has("received")) {
            builder.received(Instant.parse(node.text("received")));
        }
        if (node.has("seq")) {
            builder.seq(node.number("seq"));
        }
        if (node.has("expires")) {
            builder.expires(Instant.parse(node.text("expires")));
        }
        return builder;
    }
}
