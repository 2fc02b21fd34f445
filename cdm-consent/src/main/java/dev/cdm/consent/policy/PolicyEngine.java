package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.notice.Notices;
import dev.cdm.consent.pack.Obligation;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.pack.Rule;
import dev.cdm.consent.policy.PackReading.Opinion;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.internal.CodePoints;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Decides. Immutable, thread-safe; a pure and total function of question, events and what it was built with.
 *
 * <p>Without a recorded ground the answer is no. The order of the events does not matter.
 */
public final class PolicyEngine {

    private final Purposes purposes;
    private final ImmutableList<Pack> packs;
    private final Regions regions;
    private final Notices notices;

    /**
     * Creates an engine that knows no law: it needs a recorded ground.
     *
     * @param purposes the registered purposes
     */
    public PolicyEngine(Purposes purposes) {
        this(purposes, ImmutableList.of());
    }

    /**
     * Creates an engine.
     *
     * @param purposes the registered purposes
     * @param packs the packs of rules; those that apply to a question must all permit
     */
    public PolicyEngine(Purposes purposes, List<Pack> packs) {
        this(purposes, packs, Notices.none());
    }

    /**
     * Creates an engine that knows which notices there were.
     *
     * @param purposes the registered purposes
     * @param packs the packs of rules; those that apply to a question must all permit
     * @param notices the notices; a consent under an unknown notice, or one that changed in substance, does not count
     */
    public PolicyEngine(Purposes purposes, List<Pack> packs, Notices notices) {
        this.notices = notices;
        this.purposes = purposes;
        this.packs = ImmutableList.copyOf(packs);
        this.regions = new Regions(this.packs);
    }

    /** {@return the packs of rules} */
    public List<Pack> packs() {
        return packs;
    }

    /** {@return the registered purposes} */
    public Purposes purposes() {
        return purposes;
    }

    /**
     * {@return the answer to a question over the union of the events of one person's record ids}
     *
     * @param query the question
     * @param history the events
     */
    public Decision decide(ConsentQuery query, ConsentHistory history) {
        Optional<Purpose> purpose = purposes.find(query.purpose());
        if (purpose.isEmpty()) {
            return refuse(query, Reason.UNKNOWN_PURPOSE, "");
        }
        Optional<Verdict> unknown = unknown(query, purpose.get());
        if (unknown.isPresent()) {
            return refuse(query, unknown.get().reason(), unknown.get().detail());
        }
        if (history.erased()) {
            return refuse(query, Reason.ERASED, "");
        }
        ConsentHistory known = known(query, history);
        Opinion opinion = opinion(query, purpose.get(), known.events());
        Verdict verdict = last(query, history, opinion.verdictOrNoGround());
        return decision(query, opinion, verdict, known);
    }

    /**
     * {@return whether the person had every use restricted, and it was not lifted}
     *
     * @param history the events of one person's record ids
     * @param at the time asked about
     */
    public boolean restricted(ConsentHistory history, Instant at) {
        return history.events().stream()
                .filter(event -> event.kind() == EventKind.RESTRICTED
                        && event.scope().purpose().equals(ConsentEvent.EVERY_PURPOSE)
                        && !event.time().denialFrom().isAfter(at))
                .anyMatch(restriction -> history.events().stream()
                        .noneMatch(lift -> lift.kind() == EventKind.RESTRICTION_LIFTED
                                && lift.scope().purpose().equals(ConsentEvent.EVERY_PURPOSE)
                                && !lift.time().grantFrom().isAfter(at)
                                && lift.follows(restriction)));
    }

    /**
     * {@return the answers to a question at all times, over one history}
     *
     * @param query the question; its time does not matter
     * @param history the events of one person's record ids
     */
    public Standing compile(ConsentQuery query, ConsentHistory history) {
        return Standing.compile(
                query,
                history,
                packs,
                notices,
                purposes.find(query.purpose()).flatMap(Purpose::validity),
                at -> decide(at, history).reason());
    }

    /* When the person last said no to what is asked. */
    Optional<Instant> lastRefusal(ConsentQuery query, ConsentHistory history) {
        return relevant(query, history).denials.stream()
                .map(denial -> denial.time().latest())
                .max(Instant::compareTo);
    }

    /* The rules that demand a pause and may apply. */
    List<Rule> pauses(ConsentQuery query, ConsentHistory history) {
        Relevant relevant = relevant(query, history);
        Grounds grounds = new Grounds(relevant, new Liveness(query, relevant.purpose, relevant.scopes, notices));
        Subject subject = new Subject(query, relevant.purpose, purposes);
        return regions.packs(query).stream()
                .flatMap(pack -> pack.rules().stream()
                        .filter(rule -> rule.askAgainAfter() != null
                                && !new Conditions(relevant, grounds, subject, pack).excluded(rule.when())))
                .toList();
    }

    private Relevant relevant(ConsentQuery query, ConsentHistory history) {
        Purpose purpose = purposes.find(query.purpose())
                .orElseThrow(() -> new IllegalArgumentException("`purpose` must be registered"));
        return new Relevant(query, purpose, purposes, known(query, history).events());
    }

    private Optional<Verdict> unknown(ConsentQuery query, Purpose purpose) {
        for (String category : query.categories()) {
            if (!purposes.categories().knows(category)) {
                return Optional.of(Verdict.deny(Reason.UNKNOWN_CATEGORY, category));
            }
        }
        if (!regions.known(query)) {
            return Optional.of(Verdict.deny(Reason.UNKNOWN_REGION));
        }
        return query.recipient()
                .filter(recipient -> !purpose.recipients().contains(recipient))
                .map(recipient -> Verdict.deny(Reason.RECIPIENT_NOT_ALLOWED, recipient.text()));
    }

    private static ConsentHistory known(ConsentQuery query, ConsentHistory history) {
        if (query.knownAt().isPresent()) {
            return history.knownAt(query.knownAt().getAsLong());
        }
        return query.knownAtInstant()
                .map(instant -> history.knownAt(history.positionAt(instant)))
                .orElse(history);
    }

    /* Every pack that applies must permit; where none does, and where only packs of elsewhere do, a ground is needed. */
    private Opinion opinion(ConsentQuery query, Purpose purpose, List<ConsentEvent> events) {
        Relevant relevant = new Relevant(query, purpose, purposes, events);
        Grounds grounds = new Grounds(relevant, new Liveness(query, purpose, relevant.scopes, notices));
        Subject subject = new Subject(query, purpose, purposes);
        Opinion opinion = Opinion.NONE;
        boolean law = false;
        for (Pack pack : regions.packs(query)) {
            law |= pack.otherwise() != Pack.Otherwise.ABSTAINS;
            opinion = opinion.and(new PackReading(pack, relevant, grounds, subject).opinion(purpose.bases()));
        }
        if (!law || regions.uncovered(query)) {
            opinion = opinion.and(Opinion.of(grounds.anyOf(purpose.bases(), ImmutableSet.of())));
        }
        return packs.isEmpty() ? opinion : opinion.until(subject.nextBirthday());
    }

    private Verdict last(ConsentQuery query, ConsentHistory history, Verdict verdict) {
        if (verdict.permits() && query.facts().capReached()) {
            return Verdict.deny(Reason.FREQUENCY_CAP);
        }
        if (verdict.permits() && history.suppressed() && !query.contactPoint().isEmpty()) {
            return Verdict.deny(Reason.SUPPRESSED);
        }
        return verdict;
    }

    private Decision decision(ConsentQuery query, Opinion opinion, Verdict verdict, ConsentHistory known) {
        boolean permits = verdict.permits();
        boolean grown = permits && regions.grownUp(query, known, verdict.events());
        ImmutableSet.Builder<Obligation> obligations = ImmutableSet.builder();
        if (permits) {
            opinion.obligations().stream().sorted().forEach(obligations::add);
        }
        if (grown) {
            obligations.add(Obligation.RECONFIRM_ADULT);
        }
        return new Decision(
                query.id(),
                query.purpose(),
                verdict.reason(),
                verdict.basis(),
                sorted(verdict.events()),
                ImmutableList.copyOf(opinion.rules()),
                obligations.build(),
                verdict.until().equals(Instant.MAX) ? null : verdict.until(),
                verdict.detail(),
                known.position().orElse(-1),
                regions.packs(query).stream().map(Pack::label).toList(),
                grown || (permits && query.optOutSignal()));
    }

    private static Decision refuse(ConsentQuery query, Reason reason, String detail) {
        return Decision.denied(query.id(), query.purpose(), reason, detail);
    }

    private static List<String> sorted(Collection<String> ids) {
        return ids.stream().sorted(CodePoints.ORDER).toList();
    }
}
