package dev.cdm.core.model;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.internal.ContentHash;
import java.util.ArrayList;
import java.util.List;

/**
 * The id of an observation. Values, identifiers and problems are sorted first, so the order of columns does not count;
 * the time of receipt is left out, so the same row received again is the same observation.
 */
final class ObservationHash {

    private ObservationHash() {}

    static String of(SourceRecord observed) {
        Provenance shared = observed.provenance();
        String since = since(shared);
        ContentHash hash = new ContentHash().add(observed.recordId().text());
        hash.add(observed.version()).add(observed.kind().name());
        add(hash, shared, since);
        ContentHash part = new ContentHash();
        List<String> texts = new ArrayList<>();
        for (Sourced<?> value : observed.values()) {
            Provenance own = value.provenance();
            texts.add(text(part, value, own.equals(shared) ? since : since(own)));
        }
        add(hash, texts);
        add(hash, observed.identifiers().stream().map(Identifier::text).toList());
        add(
                hash,
                observed.problems().stream()
                        .map(problem -> part.add(problem.code())
                                .add(problem.field())
                                .add(problem.rawText())
                                .finish())
                        .toList());
        return hash.finish();
    }

    private static void add(ContentHash hash, List<String> texts) {
        hash.add(texts.size());
        texts.stream().sorted(CodePoints.ORDER).forEach(hash::add);
    }

    private static String text(ContentHash part, Sourced<?> value, String since) {
        part.add(value.key().name());
        part.add(value.value().getClass().getSimpleName()).add(value.value().canonicalText());
        part.add(value.rawText().orElse(""));
        add(part, value.provenance(), since);
        return part.finish();
    }

    private static String since(Provenance provenance) {
        return provenance.observedAt().map(Object::toString).orElse("");
    }

    private static void add(ContentHash hash, Provenance provenance, String since) {
        hash.add(since);
        hash.add(provenance.method().name()).add(provenance.assertion().name());
        hash.add(provenance.verification().name()).add(Double.toString(provenance.confidence()));
        hash.add(provenance.recordedBy());
        add(hash, provenance.purposes().stream().map(PurposeId::text).toList());
    }
}
