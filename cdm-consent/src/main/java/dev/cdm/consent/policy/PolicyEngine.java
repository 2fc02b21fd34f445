package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.notice.Notices;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.PackReading.Opinion;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipients;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.RecipientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides. Immutable, thread-safe; a pure and total function of question, events and what it was built with.
 *
 * <p>Without a recorded ground the answer is no. The order of the events does not matter.
 */
public final class PolicyEngine {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Purposes purposes;
    private final ImmutableList<Pack> packs;
    private final Regions regions;
    private final Notices notices;
    private final Recipients recipients;
    private final String host;
    private final @Nullable Duration freshness;

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
        this(purposes, ImmutableList.copyOf(packs), notices, Recipients.none(), "", null);
    }

    private PolicyEngine(
            Purposes purposes,
            ImmutableList<Pack> packs,
            Notices notices,
            Recipients recipients,
            String host,
            @Nullable Duration freshness) {
        this.purposes = purposes;
        this.packs = packs;
        this.notices = notices;
        this.recipients = recipients;
        this.host = host;
        this.freshness = freshness;
        this.regions = new Regions(packs);
    }

    /**
     * {@return this engine, asking a register of recipients: one that is not in it receives nothing} By default a
     * recipient is known if a purpose names it.
     *
     * @param register the register; each purpose says which of them it allows
     */
    public PolicyEngine withRecipients(Recipients register) {
        return new PolicyEngine(purposes, packs, notices, register, host, freshness);
    }

    /**
     * {@return this engine, of a host that events know by a name} By default it has none: see
     * {@link ConsentQuery.Builder#controller}.
     *
     * @param name the name that events give as their controller
     */
    public PolicyEngine withController(String name) {
        return new PolicyEngine(purposes, packs, notices, recipients, name, freshness);
    }

    /**
     * {@return this engine, whose permissions hold no longer than a time after the use asked about, so that whoever keeps
     * one asks again} By default they hold until something is known to end them.
     *
     * @param longest the time, longer than zero and at most 100 years of 365 days
     */
    public PolicyEngine withFreshness(Duration longest) {
        Checks.require(
                !longest.isZero() && !longest.isNegative() && longest.compareTo(LONGEST) <= 0,
                "longest",
                "must be between zero and 36500 days",
                longest);
        return new PolicyEngine(purposes, packs, notices, recipients, host, longest);
    }

    /** {@return the packs of rules} */
    public List<Pack> packs() {
        return packs;
    }

    /** {@return the registered purposes} */
    public Purposes purposes() {
        return purposes;
    }

    /** {@return the name under which events know the host, or empty} */
    public String controller() {
        return host;
    }

    /** {@return the register of notices} */
    public Notices notices() {
        return notices;
    }

    /**
     * {@return why a question is refused whatever the events say: it names something that nobody registered; empty if
     * the events decide}
     *
     * @param query the question
     */
    public Optional<Reason> refusal(ConsentQuery query) {
        return purposes.find(query.purpose())
                .map(purpose -> unknown(query, purpose).map(Verdict::reason))
                .orElse(Optional.of(Reason.UNKNOWN_PURPOSE));
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
        Opinion opinion = opinion(query, known);
        Verdict verdict = last(query, history, opinion.verdictOrNoGround());
        return Decision.of(query, opinion, verdict.until(stale(query)), known, regions);
    }

    /**
     * {@return a decision made again, over what was known then and by the same packs: the same bytes}
     *
     * @param decision the decision, not a provisional one
     * @param query its question
     * @param history the events now, with their places in the log
     * @throws IllegalArgumentException if the decision is provisional, or rests on packs that are not those of this engine
     */
    public Decision replay(Decision decision, ConsentQuery query, ConsentHistory history) {
        Checks.require(!decision.provisional(), "decision", "must not be provisional");
        Decision again = decide(query.toBuilder().knownAt(decision.position()).build(), history);
        Checks.require(
                again.packs().equals(decision.packs()),
                "decision",
                "must rest on the packs of this engine",
                decision.packs());
        return again;
    }

    /* When the person last said no to what is asked. */
    Optional<Instant> lastRefusal(ConsentQuery query, ConsentHistory history) {
        return relevant(query, history).denials.stream()
                .map(denial -> denial.time().latest())
                .max(Instant::compareTo);
    }

    /* What each pack that applies says. */
    List<PackReading> readings(ConsentQuery query, ConsentHistory history) {
        return readings(relevant(query, history));
    }

    private List<PackReading> readings(Relevant relevant) {
        Grounds grounds = new Grounds(relevant, liveness(relevant));
        Subject subject = new Subject(relevant.query, relevant.purpose, purposes);
        return regions.packs(relevant.query).stream()
                .map(pack -> new PackReading(pack, relevant, grounds, subject))
                .toList();
    }

    private Liveness liveness(Relevant relevant) {
        return new Liveness(relevant.query, relevant.purpose, relevant.scopes, notices);
    }

    private Relevant relevant(ConsentQuery query, ConsentHistory history) {
        Purpose purpose = purposes.find(query.purpose())
                .orElseThrow(() -> new IllegalArgumentException("`purpose` must be registered"));
        return new Relevant(query, host, purpose, purposes, known(query, history).events());
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
        return query.recipient().flatMap(recipient -> refused(recipient, purpose));
    }

    private Optional<Verdict> refused(RecipientId recipient, Purpose purpose) {
        boolean known = recipients.all().isEmpty()
                ? purposes.names(recipient)
                : recipients.find(recipient).isPresent();
        if (!known) {
            return Optional.of(Verdict.deny(Reason.UNKNOWN_RECIPIENT, recipient.text()));
        }
        return recipients.allowed(purpose, recipient)
                ? Optional.empty()
                : Optional.of(Verdict.deny(Reason.RECIPIENT_NOT_ALLOWED, recipient.text()));
    }

    /**
     * {@return the events that a question lets count: those known at its position or instant}
     *
     * @param query the question
     * @param history the events
     */
    public ConsentHistory known(ConsentQuery query, ConsentHistory history) {
        if (query.knownAt().isPresent()) {
            return history.knownAt(query.knownAt().getAsLong());
        }
        return query.knownAtInstant()
                .map(instant -> history.knownAt(history.positionAt(instant)))
                .orElse(history);
    }

    /* Every pack that applies must permit; where none does, and where only packs of elsewhere do, a ground is needed. */
    private Opinion opinion(ConsentQuery query, ConsentHistory known) {
        Relevant relevant = relevant(query, known);
        Opinion opinion = Opinion.NONE;
        for (PackReading reading : readings(relevant)) {
            opinion = opinion.and(reading.opinion(relevant.purpose.bases()));
        }
        if (regions.needsGround(query)) {
            Grounds grounds = new Grounds(relevant, liveness(relevant));
            opinion = opinion.and(Opinion.of(grounds.anyOf(relevant.purpose.bases(), ImmutableSet.of())));
        }
        return packs.isEmpty() ? opinion : opinion.until(new Subject(query, relevant.purpose, purposes).nextBirthday());
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

    private Instant stale(ConsentQuery query) {
        return freshness == null ? Instant.MAX : query.effectiveAt().plus(freshness);
    }

    private static Decision refuse(ConsentQuery query, Reason reason, String detail) {
        return Decision.denied(query.id(), query.purpose(), reason, detail);
    }
}
