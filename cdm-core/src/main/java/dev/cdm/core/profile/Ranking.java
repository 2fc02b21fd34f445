package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.value.SealedText;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The total order of the candidates of one attribute under one rule. */
final class Ranking implements Comparator<Candidate<?>> {

    private static final Comparator<Provenance> BY_PROVENANCE = Comparator.comparing(Provenance::receivedAt)
            .thenComparing(
                    provenance -> provenance.observedAt().map(Object::toString).orElse(""))
            .thenComparing(Provenance::method)
            .thenComparing(Provenance::assertion)
            .thenComparing(Provenance::verification)
            .thenComparing(Provenance::confidence)
            .thenComparing(Provenance::recordedBy)
            .thenComparing(provenance ->
                    provenance.purposes().stream().map(PurposeId::text).collect(Collectors.joining("\0")));

    private static final Comparator<Candidate<?>> TIE_BREAK = Comparator.<Candidate<?>, String>comparing(
                    candidate -> candidate.value().canonicalText(), CodePoints.ORDER)
            .thenComparing(Candidate::recordId)
            .thenComparing(candidate -> candidate.rawText().orElse(""), CodePoints.ORDER)
            .thenComparing(Candidate::provenance, BY_PROVENANCE)
            .thenComparing(Ranking::cipherText);

    private final ImmutableList<Criterion> criteria;
    private final Criterion.Winners winners;

    Ranking(ImmutableList<Criterion> criteria, Criterion.Winners winners) {
        this.criteria = criteria;
        this.winners = winners;
    }

    @Override
    public int compare(Candidate<?> first, Candidate<?> second) {
        for (Criterion criterion : criteria) {
            int order = criterion.compare(first, second, winners);
            if (order != 0) {
                return order;
            }
        }
        return TIE_BREAK.compare(first, second);
    }

    String reason(Candidate<?> winner, Candidate<?> loser) {
        for (Criterion criterion : criteria) {
            if (criterion.compare(winner, loser, winners) != 0) {
                return criterion.reason();
            }
        }
        return "order of text";
    }

    private static String cipherText(Candidate<?> candidate) {
        return candidate.value() instanceof SealedText sealed ? sealed.cipherText() : "";
    }
}
