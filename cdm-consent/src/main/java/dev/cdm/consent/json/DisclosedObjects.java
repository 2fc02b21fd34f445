package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.recipient.Disclosed;
import dev.cdm.core.json.JsonObject;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.model.RecordId;

/** Disclosures as objects. */
final class DisclosedObjects {

    private DisclosedObjects() {}

    static JsonObject write(Disclosed entry) {
        return JsonObject.builder()
                .put("id", entry.id())
                .putTexts(
                        "subjects",
                        entry.subjects().stream().map(RecordId::text).toList())
                .put("recipient", entry.recipient().text())
                .put("purpose", entry.purpose().text())
                .putTexts("attributes", entry.attributes())
                .put("at", entry.at())
                .build();
    }

    static Disclosed read(JsonObject body) {
        return new Disclosed(
                body.text("id"),
                body.texts("subjects").stream().map(RecordId::parse).collect(ImmutableSet.toImmutableSet()),
                new RecipientId(body.text("recipient")),
                new PurposeId(body.text("purpose")),
                ImmutableSet.copyOf(body.texts("attributes")),
                body.time("at"));
    }
}
