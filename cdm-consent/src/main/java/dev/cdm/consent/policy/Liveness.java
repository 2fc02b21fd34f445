package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.ledger.EventTime;
import dev.cdm.consent.notice.Notices;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import java.time.Instant;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a grant or ground counts by itself at the time asked about, and when it ends. */
final class Liveness {

    private final ConsentQuery query;
    private final Purpose purpose;
    private final Scopes scopes;
    private final Notices notices;

    Liveness(ConsentQuery query, Purpose purpose, Scopes scopes, Notices notices) {
        this.notices = notices;
        this.query = query;
        this.purpose = purpose;
        this.scopes = scopes;
    }

    /** Why a grant does not count for a need; empty if it does. */
    Optional<Reason> problem(ConsentEvent grant, Need need) {
        if (!scopes.reaches(grant.scope()) || otherRegime(grant, need)) {
            return Optional.of(Reason.NOT_COVERED);
        }
        if (!need.actors().contains(grant.evidence().actor())) {
            return Optional.of(Reason.GUARDIAN_REQUIRED);
        }
        if (!need.methods().contains(grant.evidence().method())) {
            return Optional.of(
                    Need.PLAIN.methods().contains(grant.evidence().method())
                            ? Reason.EXPLICIT_CONSENT_REQUIRED
                            : Reason.NOT_AN_AGREEMENT);
        }
        if ((purpose.doubleOptIn() || need.confirmed())
                && grant.kind() != EventKind.CONFIRMED
                && grant.kind() != EventKind.RENEWED) {
            return Optional.of(Reason.PENDING_CONFIRMATION);
        }
        String notice = grant.evidence().notice();
        if (!notices.informs(notice)) {
            return Optional.of(Reason.NOTICE_MISSING);
        }
        return notices.reconsentFrom(notice).isAfter(query.effectiveAt())
                ? timing(grant.time(), end(grant, need))
                : Optional.of(Reason.RECONSENT_REQUIRED);
    }

    /** Why a record of a ground does not count; empty if it does. */
    Optional<Reason> groundProblem(ConsentEvent start, LegalBasis basis) {
        if (!scopes.reaches(start.scope())) {
            return Optional.of(Reason.NOT_COVERED);
        }
        if (basis == LegalBasis.LEGITIMATE_INTEREST) {
            if (start.evidence().hash().isEmpty()) {
                return Optional.of(Reason.ASSESSMENT_MISSING);
            }
            if (start.evidence().notice().isEmpty()) {
                return Optional.of(Reason.NOTICE_MISSING);
            }
        }
        return timing(start.time(), groundEnd(start));
    }

    /** When a grant ends, exclusive: its own end, the purpose's period or that of the rule, whichever is first. */
    Instant end(ConsentEvent grant, Need need) {
        Instant from = grant.time().grantFrom();
        Instant end = earlier(
                grant.expires().orElse(Instant.MAX),
                notices.reconsentFrom(grant.evidence().notice()));
        return earlier(end, earlier(after(from, purpose.validity().orElse(null)), after(from, need.validity())));
    }

    /** When a ground ends by itself, exclusive. */
    Instant groundEnd(ConsentEvent start) {
        return start.expires().orElse(Instant.MAX);
    }

    private Optional<Reason> timing(EventTime time, Instant end) {
        if (time.grantFrom().isAfter(query.effectiveAt())) {
            return Optional.of(Reason.NOT_YET_EFFECTIVE);
        }
        return end.isAfter(query.effectiveAt()) ? Optional.empty() : Optional.of(Reason.EXPIRED);
    }

    private static boolean otherRegime(ConsentEvent grant, Need need) {
        String regime = grant.scope().regime();
        return !regime.isEmpty()
                && !need.regimes().isEmpty()
                && !need.regimes().contains(regime.toLowerCase(Locale.ROOT));
    }

    /* Calendar arithmetic in the person's zone: a consent of one month given on 31 January ends with February. */
    private Instant after(Instant from, @Nullable Period period) {
        return period == null
                ? Instant.MAX
                : from.atZone(query.zone()).plus(period).toInstant();
    }

    private static Instant earlier(Instant first, Instant second) {
        return first.isBefore(second) ? first : second;
    }

    /**
     * What a consent must be like to count.
     *
     * @param methods the ways in which it may have been expressed
     * @param actors who may have acted
     * @param validity how long it lasts at most, or null
     * @param regimes the names of the regime that asks, in lower case; empty for any
     * @param confirmed whether only a confirmed consent counts
     */
    record Need(
            ImmutableSet<Method> methods,
            ImmutableSet<Actor> actors,
            @Nullable Period validity,
            Set<String> regimes,
            boolean confirmed) {

        /** An affirmative act, by anybody who may act for the person. */
        static final Need PLAIN = new Need(
                ImmutableSet.of(Method.AFFIRMATIVE, Method.EXPLICIT, Method.WRITTEN),
                ImmutableSet.of(Actor.SELF, Actor.GUARDIAN, Actor.AGENT),
                null,
                ImmutableSet.of(),
                false);

        /** The same, where events of other regimes do not count. */
        static Need plain(Set<String> regimes) {
            return new Need(PLAIN.methods, PLAIN.actors, null, regimes, false);
        }
    }
}
