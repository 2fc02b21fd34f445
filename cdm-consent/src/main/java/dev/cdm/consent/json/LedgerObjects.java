package dev.cdm.consent.json;

import dev.cdm.consent.guardian.Guardianship;
import dev.cdm.consent.ledger.ConsentLedger.Head;
import dev.cdm.consent.ledger.ConsentLedger.Seal;
import dev.cdm.consent.ledger.DoubleOptIn.Pending;
import dev.cdm.consent.suppression.SuppressionList;
import dev.cdm.core.json.JsonObject;
import dev.cdm.core.model.RecordId;

/** The documents beside the log as objects. */
final class LedgerObjects {

    private LedgerObjects() {}

    static JsonObject head(Head head) {
        return JsonObject.builder()
                .put("subject", head.subject().text())
                .put("events", head.events())
                .build();
    }

    static Head head(JsonObject body) {
        return new Head(RecordId.parse(body.text("subject")), body.number("events"));
    }

    static JsonObject seal(Seal seal) {
        return JsonObject.builder()
                .put("key", seal.key())
                .put("first", seal.first())
                .put("at", seal.at())
                .putTexts("hashes", seal.hashes())
                .put("cursor", seal.cursor())
                .build();
    }

    static Seal seal(JsonObject body) {
        return new Seal(
                body.text("key"), body.number("first"), body.time("at"), body.texts("hashes"), body.text("cursor"));
    }

    static JsonObject pending(Pending pending) {
        return JsonObject.builder()
                .put("hash", pending.hash())
                .put("request", EventObjects.write(pending.request()))
                .put("expires", pending.expires())
                .build();
    }

    static Pending pending(JsonObject body) {
        return new Pending(body.text("hash"), EventObjects.read(body.object("request")), body.time("expires"));
    }

    static JsonObject entry(SuppressionList.Entry entry) {
        return JsonObject.builder()
                .put("hash", entry.hash())
                .put("reason", entry.reason())
                .put("at", entry.at())
                .build();
    }

    static SuppressionList.Entry entry(JsonObject body) {
        return new SuppressionList.Entry(body.text("hash"), body.text("reason"), body.time("at"));
    }

    static JsonObject guardian(Guardianship relation) {
        JsonObject.Builder object = JsonObject.builder()
                .put("ward", relation.ward().text())
                .put("guardian", relation.guardian().text())
                .put("from", relation.from());
        if (relation.until() != null) {
            object.put("until", relation.until());
        }
        return object.put("evidence", relation.evidence()).build();
    }

    static Guardianship guardian(JsonObject body) {
        return new Guardianship(
                RecordId.parse(body.text("ward")),
                RecordId.parse(body.text("guardian")),
                body.time("from"),
                body.has("until") ? body.time("until") : null,
                body.text("evidence"));
    }
}
