package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.PurposeId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether grants cover a purpose: a grant for the purpose itself, or on every path upward a grant whose notice named it.
 */
final class Coverage {

    private final Purposes purposes;
    private final List<ConsentEvent> grants;
    private final Function<ConsentEvent, Instant> end;

    Coverage(Purposes purposes, List<ConsentEvent> grants, Function<ConsentEvent, Instant> end) {
        this.purposes = purposes;
        this.grants = grants;
        this.end = end;
    }

    /** What covers the purpose for the longest time; empty if nothing does. */
    Optional<Cover> of(PurposeId purpose) {
        return longest(grant -> grant.scope().purpose().equals(purpose)).or(() -> paths(purpose, purpose));
    }

    private Optional<Cover> through(PurposeId node, PurposeId purpose) {
        return longest(grant -> grant.scope().purpose().equals(node)
                        && grant.scope().covers().contains(purpose))
                .or(() -> paths(node, purpose));
    }

    private Optional<Cover> paths(PurposeId node, PurposeId purpose) {
        Set<PurposeId> parents = purposes.parents(node);
        if (parents.isEmpty()) {
            return Optional.empty();
        }
        Instant until = Instant.MAX;
        Set<String> ids = new LinkedHashSet<>();
        for (PurposeId parent : parents) {
            Optional<Cover> cover = through(parent, purpose);
            if (cover.isEmpty()) {
                return Optional.empty();
            }
            until = cover.get().until().isBefore(until) ? cover.get().until() : until;
            ids.addAll(cover.get().events());
        }
        return Optional.of(new Cover(until, ImmutableSet.copyOf(ids)));
    }

    private Optional<Cover> longest(Predicate<ConsentEvent> which) {
        return grants.stream()
                .filter(which)
                .max(Comparator.comparing(end).thenComparing(ConsentEvent::id, CodePoints.ORDER.reversed()))
                .map(grant -> new Cover(end.apply(grant), ImmutableSet.of(grant.id())));
    }

    /** What covers, and until when. */
    record Cover(Instant until, ImmutableSet<String> events) {}
}
