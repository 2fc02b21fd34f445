package dev.cdm.core.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.audit.ErasureReceipt;
import dev.cdm.core.ingest.Quarantine;
import dev.cdm.core.ingest.QuarantinedRecord;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourcePosition;
import dev.cdm.core.validate.Violation;
import java.util.List;

/** The codecs of what intake keeps aside and of the receipts of erasures. */
final class IntakeModule implements JsonModule {

    @Override
    public List<JsonCodec<?>> codecs() {
        return ImmutableList.of(
                JsonCodec.of(Quarantine.QUARANTINE, IntakeModule::quarantined, IntakeModule::quarantined),
                JsonCodec.of(ErasureReceipt.ERASURES, IntakeModule::receipt, IntakeModule::receipt));
    }

    private static JsonObject quarantined(QuarantinedRecord kept) {
        RawRecord raw = kept.record();
        JsonObject.Builder body = JsonObject.builder()
                .put("record", raw.recordId().text())
                .putUnlessEmpty("version", raw.version())
                .putObjects(
                        "fields",
                        raw.fields().stream()
                                .map(field -> JsonObject.builder()
                                        .put("name", field.name())
                                        .put("text", field.text())
                                        .build())
                                .toList())
                .putObjects(
                        "problems",
                        kept.problems().stream().map(IntakeModule::problem).toList())
                .put("at", kept.at());
        raw.assertedAt().ifPresent(time -> body.put("asserted", time));
        raw.position().ifPresent(place -> body.put("file", place.name()).put("row", place.row()));
        return (raw.deleted() ? body.put("deleted", true) : body).build();
    }

    private static QuarantinedRecord quarantined(JsonObject body) {
        RawRecord.Builder raw =
                RawRecord.builder(RecordId.parse(body.text("record"))).version(body.text("version", ""));
        body.objects("fields").forEach(field -> raw.field(field.text("name"), field.text("text")));
        if (body.has("asserted")) {
            raw.assertedAt(body.time("asserted"));
        }
        if (body.has("file")) {
            raw.position(new SourcePosition(body.text("file"), body.number("row")));
        }
        if (body.has("deleted")) {
            raw.deleted();
        }
        List<Violation> problems =
                body.objects("problems").stream().map(IntakeModule::problem).toList();
        return new QuarantinedRecord(raw.build(), problems, body.time("at"));
    }

    private static JsonObject problem(Violation problem) {
        return JsonObject.builder()
                .put("code", problem.code())
                .put("severity", problem.severity())
                .put("path", problem.path())
                .put("message", problem.message())
                .build();
    }

    private static Violation problem(JsonObject body) {
        return new Violation(
                body.text("code"),
                body.constant("severity", ProblemSeverity.class),
                body.text("path"),
                body.text("message"));
    }

    private static JsonObject receipt(ErasureReceipt receipt) {
        JsonObject.Builder erased = JsonObject.builder();
        receipt.erased().forEach((kind, count) -> erased.put(kind, (long) count));
        return JsonObject.builder()
                .put("person", receipt.person())
                .put("records", receipt.records())
                .put("erased", erased.build())
                .put("remaining", receipt.remaining())
                .put("actor", receipt.actor())
                .putUnlessEmpty("reason", receipt.reason())
                .put("at", receipt.at())
                .build();
    }

    private static ErasureReceipt receipt(JsonObject body) {
        JsonObject erased = body.object("erased");
        ImmutableMap.Builder<String, Integer> counts = ImmutableMap.builder();
        erased.names().forEach(kind -> counts.put(kind, Math.toIntExact(erased.number(kind))));
        return new ErasureReceipt(
                body.text("person"),
                Math.toIntExact(body.number("records")),
                counts.buildOrThrow(),
                Math.toIntExact(body.number("remaining")),
                body.text("actor"),
                body.text("reason", ""),
                body.time("at"));
    }
}
