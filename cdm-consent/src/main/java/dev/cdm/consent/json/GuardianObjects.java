package dev.cdm.consent.json;

import dev.cdm.consent.ledger.Guardianship;
import dev.cdm.core.json.JsonObject;
import dev.cdm.core.model.RecordId;

/** Relations of guardians as objects. */
final class GuardianObjects {

    private GuardianObjects() {}

    static JsonObject write(Guardianship relation) {
        JsonObject.Builder object = JsonObject.builder()
                .put("ward", relation.ward().text())
                .put("guardian", relation.guardian().text())
                .put("from", relation.from());
        if (relation.until() != null) {
            object.put("until", relation.until());
        }
        return object.put("evidence", relation.evidence()).build();
    }

    static Guardianship read(JsonObject body) {
        return new Guardianship(
                RecordId.parse(body.text("ward")),
                RecordId.parse(body.text("guardian")),
                body.time("from"),
                body.has("until") ? body.time("until") : null,
                body.text("evidence"));
    }
}
