package dev.cdm.core.model;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.internal.ContentHash;
import java.util.List;

/**
 * The id of an observation. Values, identifiers and problems are sorted first, so the order of columns does not count;
 * the time of receipt is left out, so the same row received again is the same observation.
 */
final class ObservationHash {

    private ObservationHash() {}

    static String of(SourceRecord observed) {
        ContentHash hash = new ContentHash().add(observed.recordId().text());
        hash.add(observed.version()).add(observed.kind().name());
        add(hash, observed.provenance());
        add(hash, observed.values().stream().map(ObservationHash::text).toList());
        add(hash, observed.identifiers().stream().map(Identifier::text).toList());
        add(
                hash,
                observed.problems().stream()
                        .map(problem -> new ContentHash()
                                .add(problem.code())
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

    private static String text(Sourced<?> value) {
        ContentHash hash = new ContentHash().add(value.key().name());
        hash.add(value.value().getClass().getSimpleName()).add(value.value().canonicalText());
        hash.add(value.rawText().orElse(""));
        add(hash, value.provenance());
        return hash.finish();
    }

    private static void add(ContentHash hash, Provenance provenance) {
        hash.add(provenance.observedAt().map(Object::toString).orElse(""));
        hash.add(provenance.method().name()).add(provenance.assertion().name());
        hash.add(provenance.verification().name()).add(Double.toString(provenance.confidence()));
        hash.add(provenance.recordedBy());
        add(hash, provenance.purposes().stream().map(PurposeId::text).toList());
    }
}
