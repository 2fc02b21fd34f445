package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
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

/** The events that speak of what is asked, sorted by what they do. Denials are those that act at the time asked about. */
final class Relevant {

    final ConsentQuery query;
    final Purpose purpose;
    final Purposes purposes;
    final Scopes scopes;
    final ImmutableList<ConsentEvent> grants;
    final ImmutableList<ConsentEvent> denials;
    final ImmutableList<ConsentEvent> starts;
    final ImmutableList<ConsentEvent> ends;
    final ImmutableList<ConsentEvent> overrides;
    final boolean asked;

    Relevant(ConsentQuery query, String host, Purpose purpose, Purposes purposes, List<ConsentEvent> all) {
        this.query = query;
        this.purpose = purpose;
        this.purposes = purposes;
        this.scopes = new Scopes(query, host, purposes, all);
        List<ConsentEvent> events =
                pick(all, event -> scopes.aboveOrSame(event.scope().purpose()));
        this.grants = pick(events, event -> event.kind().grants());
        this.starts = pick(events, event -> event.kind() == EventKind.LEGAL_GROUND_STARTED);
        this.ends = pick(events, event -> event.kind() == EventKind.LEGAL_GROUND_ENDED && touchesNow(event));
        this.overrides = pick(events, event -> event.kind() == EventKind.OVERRIDE_RECORDED && liftsNow(event));
        this.asked = events.stream().anyMatch(event -> event.kind() == EventKind.REQUESTED);
        List<ConsentEvent> lifts =
                pick(events, event -> event.kind() == EventKind.RESTRICTION_LIFTED && liftsNow(event));
        this.denials = pick(events, event -> event.kind().denies() && touchesNow(event) && stands(event, lifts));
    }

    /* A restriction binds every use but storage, until it is lifted: GDPR Art. 18(2)-(3). */
    private boolean stands(ConsentEvent denial, List<ConsentEvent> lifts) {
        if (denial.kind() != EventKind.RESTRICTED) {
            return true;
        }
        return !purpose.classes().contains(PurposeClass.STORAGE)
                && lifts.stream()
                        .noneMatch(lift -> lift.follows(denial)
                                && scopes.sameController(lift, denial)
                                && (lift.scope().purpose().equals(denial.scope().purpose())
                                        || scopes.strictlyAbove(
                                                lift.scope().purpose(),
                                                denial.scope().purpose())));
    }

    private boolean touchesNow(ConsentEvent event) {
        return scopes.touches(event.scope()) && !event.time().denialFrom().isAfter(at());
    }

    private boolean liftsNow(ConsentEvent event) {
        return scopes.served(event) && !event.time().grantFrom().isAfter(at());
    }

    Instant at() {
        return query.effectiveAt();
    }

    private static ImmutableList<ConsentEvent> pick(List<ConsentEvent> events, Predicate<ConsentEvent> which) {
        ImmutableList.Builder<ConsentEvent> picked = ImmutableList.builder();
        for (ConsentEvent event : events) {
            if (which.test(event)) {
                picked.add(event);
            }
        }
        return picked.build();
    }

    /**
     * Whether grants cover a purpose: a grant for the purpose itself, or on every path upward a grant whose notice named it.
     */
    static final class Coverage {

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
}
