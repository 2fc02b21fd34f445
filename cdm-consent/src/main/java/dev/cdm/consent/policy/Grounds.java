package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.Liveness.Need;
import dev.cdm.consent.policy.Relevant.Coverage;
import dev.cdm.consent.policy.Relevant.Coverage.Cover;
import dev.cdm.consent.purpose.LegalBasis;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a legal ground stands for what is asked.
 *
 * <p>One live grant that lifts every denial makes a consent. A ground that the controller records is untouched by a
 * withdrawal (GDPR Art. 7(3)), except that an interest must not silently replace a consent that was taken back. An
 * objection touches only public task and interests (Art. 21), for marketing without balancing.
 */
final class Grounds {

    private static final Set<LegalBasis> DESPITE_RESTRICTION =
            ImmutableSet.of(LegalBasis.LEGAL_CLAIMS, LegalBasis.VITAL_INTEREST, LegalBasis.SUBSTANTIAL_PUBLIC_INTEREST);

    private final Relevant relevant;
    private final Liveness liveness;
    private final Map<Need, Verdict> consents = new HashMap<>();
    private final Map<LegalBasis, Verdict> grounds = new EnumMap<>(LegalBasis.class);

    Grounds(Relevant relevant, Liveness liveness) {
        this.relevant = relevant;
        this.liveness = liveness;
    }

    /** Whether a consent of the needed kind stands. */
    Verdict consent(Need need) {
        return consents.computeIfAbsent(need, this::standingConsent);
    }

    private Verdict standingConsent(Need need) {
        List<ConsentEvent> winners = relevant.grants.stream()
                .filter(grant -> liveness.problem(grant, need).isEmpty() && liftsAll(grant))
                .toList();
        Optional<Cover> cover =
                new Coverage(relevant.purposes, winners, grant -> liveness.end(grant, need)).of(relevant.purpose.id());
        return cover.map(found -> Verdict.permit(Reason.CONSENT, LegalBasis.CONSENT, found.events(), found.until()))
                .orElseGet(() -> whyNoConsent(need));
    }

    /** Whether one of the grounds stands. */
    Verdict anyOf(Set<LegalBasis> bases, Set<String> regimes) {
        Verdict best = Verdict.deny(Reason.NO_LEGAL_GROUND);
        for (LegalBasis basis : bases) {
            best = best.or(basis == LegalBasis.CONSENT ? consent(Need.plain(regimes)) : recorded(basis));
        }
        return best;
    }

    /** Whether nobody opted out, or a consent lifted it. */
    Verdict notOptedOut() {
        List<ConsentEvent> out = optOuts();
        if (out.isEmpty()) {
            return Verdict.permit(Reason.NOT_OPTED_OUT, null, ImmutableSet.of(), Instant.MAX);
        }
        Verdict consent = consent(Need.PLAIN);
        return consent.permits() ? consent : refusal(out);
    }

    /** Whether nobody ever opted out. */
    Verdict neverOptedOut() {
        List<ConsentEvent> out = optOuts();
        return out.isEmpty()
                ? Verdict.permit(Reason.NOT_OPTED_OUT, null, ImmutableSet.of(), Instant.MAX)
                : refusal(out);
    }

    private List<ConsentEvent> optOuts() {
        return relevant.denials.stream()
                .filter(denial -> denial.kind() != EventKind.EXPIRED && denial.kind() != EventKind.INVALIDATED)
                .toList();
    }

    /** Whether a ground that the controller records stands. */
    Verdict recorded(LegalBasis basis) {
        return grounds.computeIfAbsent(basis, this::standingGround);
    }

    private Verdict standingGround(LegalBasis basis) {
        Verdict best = Verdict.deny(Reason.NO_LEGAL_GROUND);
        for (ConsentEvent start : relevant.starts) {
            if (start.basis().equals(Optional.of(basis))) {
                best = best.or(started(start, basis));
            }
        }
        return best;
    }

    private Verdict started(ConsentEvent start, LegalBasis basis) {
        Optional<Reason> problem = liveness.groundProblem(start, basis);
        if (problem.isPresent()) {
            return Verdict.deny(problem.get(), start);
        }
        Optional<ConsentEvent> end = relevant.ends.stream()
                .filter(event -> event.basis().equals(Optional.of(basis)) && !start.follows(event))
                .min(Comparator.comparing(ConsentEvent::id));
        if (end.isPresent()) {
            return Verdict.deny(Reason.NO_LEGAL_GROUND, end.get());
        }
        List<ConsentEvent> against = relevant.denials.stream()
                .filter(denial -> binds(denial, start, basis))
                .toList();
        return against.isEmpty()
                ? new Coverage(relevant.purposes, List.of(start), liveness::groundEnd)
                        .of(relevant.purpose.id())
                        .map(found -> Verdict.permit(Reason.GROUND, basis, found.events(), found.until()))
                        .orElse(Verdict.deny(Reason.NOT_COVERED, start))
                : refusal(against);
    }

    private boolean binds(ConsentEvent denial, ConsentEvent start, LegalBasis basis) {
        return switch (denial.kind()) {
            case RESTRICTED -> !DESPITE_RESTRICTION.contains(basis) && !lifted(denial);
            case OBJECTED -> basis.objectionable() && !lifted(denial) && !overridden(denial, basis);
            case OPT_OUT -> interest(basis) && !lifted(denial);
            default -> interest(basis) && !lifted(denial) && !restarted(start, denial);
        };
    }

    /* A new record after the withdrawal, for the same record id or naming it, and with a notice. */
    private boolean restarted(ConsentEvent start, ConsentEvent denial) {
        return !start.evidence().notice().isEmpty()
                && relevant.scopes.sameController(start, denial)
                && start.follows(denial)
                && (start.subject().equals(denial.subject())
                        || start.supersedes().contains(denial.id()));
    }

    private boolean overridden(ConsentEvent objection, LegalBasis basis) {
        return !relevant.purpose.marketing()
                && relevant.overrides.stream()
                        .anyMatch(override -> override.follows(objection)
                                && relevant.scopes.sameController(override, objection)
                                && override.basis().map(basis::equals).orElse(true));
    }

    private static boolean interest(LegalBasis basis) {
        return basis == LegalBasis.LEGITIMATE_INTEREST || basis == LegalBasis.RECOGNISED_INTEREST;
    }

    private boolean lifted(ConsentEvent denial) {
        return relevant.grants.stream()
                .anyMatch(grant -> grant.scope().purpose().equals(relevant.purpose.id())
                        && liveness.problem(grant, Need.PLAIN).isEmpty()
                        && relevant.scopes.lifts(grant, denial));
    }

    private boolean liftsAll(ConsentEvent grant) {
        return relevant.denials.stream().allMatch(denial -> relevant.scopes.lifts(grant, denial));
    }

    private Verdict whyNoConsent(Need need) {
        if (!relevant.denials.isEmpty()) {
            return refusal(relevant.denials);
        }
        Verdict worst = Verdict.deny(relevant.asked ? Reason.PENDING_CONFIRMATION : Reason.NO_LEGAL_GROUND);
        for (ConsentEvent grant : relevant.grants) {
            Reason problem = liveness.problem(grant, need).orElse(Reason.NOT_COVERED);
            worst = worst.or(Verdict.deny(problem, grant));
        }
        return worst;
    }

    /* The denial whose reason has the lowest rank decides, with all events of its reason. */
    private Verdict refusal(List<ConsentEvent> denials) {
        List<ConsentEvent> open =
                denials.stream().filter(denial -> !lifted(denial)).toList();
        List<ConsentEvent> standing = open.isEmpty() ? denials : open;
        Set<EventKind> kinds = standing.stream().map(ConsentEvent::kind).collect(ImmutableSet.toImmutableSet());
        boolean pending = kinds.contains(EventKind.RESTRICTED)
                && kinds.contains(EventKind.OBJECTED)
                && !relevant.purpose.marketing();
        Reason reason =
                kinds.stream().map(Reason::of).reduce(Reason::before).orElseThrow();
        List<String> ids = standing.stream()
                .filter(denial -> pending || Reason.of(denial.kind()) == reason)
                .map(ConsentEvent::id)
                .toList();
        return Verdict.deny(pending ? Reason.RESTRICTED_PENDING : reason, ids, "");
    }
}
