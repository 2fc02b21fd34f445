package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.AssertionKind;
import dev.cdm.core.model.CollectionMethod;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.VerificationState;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Provenances without their source, which is that of the record. What has its default is left out. An object of this
 * class holds what was read until the source is known.
 */
final class ProvenanceFormat {

    private @Nullable Instant received;
    private @Nullable Instant observed;
    private CollectionMethod method = CollectionMethod.API;
    private AssertionKind assertion = AssertionKind.DECLARED;
    private VerificationState verification = VerificationState.UNVERIFIED;
    private double confidence = 1;
    private String by = "";
    private final Set<PurposeId> purposes = new LinkedHashSet<>();

    private ProvenanceFormat() {}

    static void write(Provenance provenance, JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (provenance.observedAt().isPresent()) {
            out.writeStringField("observed", provenance.observedAt().get().toString());
        }
        out.writeStringField("received", provenance.receivedAt().toString());
        writeUnless(out, "method", provenance.method(), CollectionMethod.API);
        writeUnless(out, "assertion", provenance.assertion(), AssertionKind.DECLARED);
        writeUnless(out, "verification", provenance.verification(), VerificationState.UNVERIFIED);
        if (provenance.confidence() != 1) {
            out.writeNumberField("confidence", provenance.confidence());
        }
        writeUnless(out, "by", provenance.recordedBy(), "");
        if (!provenance.purposes().isEmpty()) {
            out.writeArrayFieldStart("purposes");
            for (String purpose : provenance.purposes().stream()
                    .map(PurposeId::text)
                    .sorted(CodePoints.ORDER)
                    .toList()) {
                out.writeString(purpose);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    static void writeUnless(JsonGenerator out, String name, Object value, Object usual) throws IOException {
        if (!value.equals(usual)) {
            out.writeStringField(name, value.toString());
        }
    }

    static ProvenanceFormat read(JsonParser in) throws IOException {
        Tokens.expect(in.currentToken(), JsonToken.START_OBJECT);
        ProvenanceFormat parts = new ProvenanceFormat();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            parts.field(name, in);
        }
        return parts;
    }

    private void field(String name, JsonParser in) throws IOException {
        switch (name) {
            case "observed" -> observed = Tokens.instant(Tokens.text(in));
            case "received" -> received = Tokens.instant(Tokens.text(in));
            case "method" -> method = CollectionMethod.valueOf(Tokens.text(in));
            case "assertion" -> assertion = AssertionKind.valueOf(Tokens.text(in));
            case "verification" -> verification = VerificationState.valueOf(Tokens.text(in));
            case "confidence" -> confidence = in.getDoubleValue();
            case "by" -> by = Tokens.text(in);
            case "purposes" -> {
                Tokens.expect(in.currentToken(), JsonToken.START_ARRAY);
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    purposes.add(new PurposeId(Tokens.text(in)));
                }
            }
            default -> throw new IllegalArgumentException("`name` must be a field of a provenance");
        }
    }

    Provenance build(String source) {
        if (received == null) {
            throw new IllegalArgumentException("`received` must be there");
        }
        Provenance.Builder builder = Provenance.builder(source, received)
                .method(method)
                .assertion(assertion)
                .verification(verification)
                .confidence(confidence)
                .recordedBy(by)
                .purposes(purposes);
        return observed == null ? builder.build() : builder.observedAt(observed).build();
    }
}
