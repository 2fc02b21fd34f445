package dev.cdm.consent.json;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEvent.Evidence;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentEvent.Scope;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.ledger.EventTime;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.json.JsonObject;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Consent events as objects. Sets are written in code-point order, so that equal events have equal text. */
final class EventObjects {

    private EventObjects() {}

    static JsonObject write(ConsentEvent event) {
        JsonObject.Builder object = JsonObject.builder()
                .put("id", event.id())
                .put("kind", event.kind())
                .put("subject", event.subject().text())
                .put("assurance", event.assurance());
        event.basis().ifPresent(basis -> object.put("basis", basis));
        write(event.scope(), object);
        write(event.evidence(), object);
        write(event.time(), object);
        object.putTexts("supersedes", sorted(event.supersedes()));
        event.expires().ifPresent(end -> object.put("expires", end));
        return object.build();
    }

    private static void write(Scope scope, JsonObject.Builder object) {
        object.put("purpose", scope.purpose().text())
                .putTexts(
                        "covers",
                        sorted(scope.covers().stream().map(PurposeId::text).toList()))
                .putTexts("categories", sorted(scope.categories()));
        if (scope.channel() != null) {
            object.put("channel", scope.channel());
        }
        object.putUnlessEmpty("contactPoint", scope.contactPoint())
                .putUnlessEmpty("controller", scope.controller())
                .putUnlessEmpty("regime", scope.regime());
    }

    private static void write(Evidence evidence, JsonObject.Builder object) {
        object.putUnlessEmpty("notice", evidence.notice())
                .putUnlessEmpty("locale", evidence.locale())
                .put("method", evidence.method())
                .put("actor", evidence.actor())
                .putUnlessEmpty("evidence", evidence.hash());
    }

    private static void write(EventTime time, JsonObject.Builder object) {
        object.put("asserted", time.asserted()).put("received", time.received()).put("source", time.source());
        if (time.seq() != EventTime.NO_SEQ) {
            object.put("seq", time.seq());
        }
        if (!time.tolerance().isZero()) {
            object.put("tolerance", time.tolerance().toString());
        }
        object.put("trustworthy", time.trustworthy());
    }

    static ConsentEvent read(JsonObject body) {
        ConsentEventBuilder builder = ConsentEvent.of(
                        body.constant("kind", EventKind.class),
                        RecordId.parse(body.text("subject")),
                        new PurposeId(body.text("purpose")))
                .id(body.text("id"))
                .assurance(body.constant("assurance", Assurance.class))
                .covering(body.texts("covers").stream().map(PurposeId::new).toList())
                .categories(body.texts("categories"))
                .contactPoint(body.text("contactPoint", ""))
                .controller(body.text("controller", ""))
                .regime(body.text("regime", ""))
                .notice(body.text("notice", ""))
                .locale(body.text("locale", ""))
                .method(body.constant("method", Method.class))
                .actor(body.constant("actor", Actor.class))
                .evidence(body.text("evidence", ""))
                .at(body.time("asserted"))
                .received(body.time("received"))
                .source(body.text("source"))
                .clock(Duration.parse(body.text("tolerance", "PT0S")), body.flag("trustworthy"))
                .supersedes(body.texts("supersedes"));
        return optional(builder, body).build();
    }

    private static ConsentEventBuilder optional(ConsentEventBuilder builder, JsonObject body) {
        if (body.has("basis")) {
            builder.basis(body.constant("basis", LegalBasis.class));
        }
        if (body.has("channel")) {
            builder.channel(body.constant("channel", Channel.class));
        }
        if (body.has("seq")) {
            builder.seq(body.number("seq"));
        }
        if (body.has("expires")) {
            builder.expires(body.time("expires"));
        }
        return builder;
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted(CodePoints.ORDER).toList();
    }
}
