package dev.cdm.consent.json;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.ledger.ConsentLedger.Head;
import dev.cdm.consent.ledger.ConsentLedger.Seal;
import dev.cdm.consent.ledger.DoubleOptIn;
import dev.cdm.consent.ledger.DoubleOptIn.Pending;
import dev.cdm.consent.suppression.SuppressionList;
import dev.cdm.core.json.JsonCodec;
import dev.cdm.core.json.JsonModule;
import dev.cdm.core.json.JsonObject;
import dev.cdm.core.model.RecordId;
import java.util.List;

/**
 * The bodies of this module's kinds as JSON. Immutable, thread-safe.
 *
 * <pre>{@code
 * Codecs codecs = JsonCodecs.of(new ConsentBodies());
 * }</pre>
 */
public final class ConsentBodies implements JsonModule {

    /** Creates the module. */
    public ConsentBodies() {}

    @Override
    public List<JsonCodec<?>> codecs() {
        return ImmutableList.of(
                JsonCodec.of(ConsentLedger.EVENTS, EventObjects::write, EventObjects::read),
                JsonCodec.of(ConsentLedger.HEADS, ConsentBodies::head, ConsentBodies::head),
                JsonCodec.of(ConsentLedger.SEALS, ConsentBodies::seal, ConsentBodies::seal),
                JsonCodec.of(DoubleOptIn.PENDING, ConsentBodies::pending, ConsentBodies::pending),
                JsonCodec.of(SuppressionList.ENTRIES, ConsentBodies::entry, ConsentBodies::entry));
    }

    private static JsonObject head(Head head) {
        return JsonObject.builder()
                .put("subject", head.subject().text())
                .put("events", head.events())
                .build();
    }

    private static Head head(JsonObject body) {
        return new Head(RecordId.parse(body.text("subject")), body.number("events"));
    }

    private static JsonObject seal(Seal seal) {
        return JsonObject.builder()
                .put("key", seal.key())
                .put("first", seal.first())
                .put("at", seal.at())
                .putTexts("hashes", seal.hashes())
                .put("cursor", seal.cursor())
                .build();
    }

    private static Seal seal(JsonObject body) {
        return new Seal(
                body.text("key"), body.number("first"), body.time("at"), body.texts("hashes"), body.text("cursor"));
    }

    private static JsonObject pending(Pending pending) {
        return JsonObject.builder()
                .put("hash", pending.hash())
                .put("request", EventObjects.write(pending.request()))
                .put("expires", pending.expires())
                .build();
    }

    private static Pending pending(JsonObject body) {
        return new Pending(body.text("hash"), EventObjects.read(body.object("request")), body.time("expires"));
    }

    private static JsonObject entry(SuppressionList.Entry entry) {
        return JsonObject.builder()
                .put("hash", entry.hash())
                .put("reason", entry.reason())
                .put("at", entry.at())
                .build();
    }

    private static SuppressionList.Entry entry(JsonObject body) {
        return new SuppressionList.Entry(body.text("hash"), body.text("reason"), body.time("at"));
    }
}
