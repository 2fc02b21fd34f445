package dev.cdm.consent.compiled;

import static dev.cdm.consent.compiled.Node.Algebra.NEVER;

import dev.cdm.consent.compiled.Matter.Picked;
import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.compiled.Scope.Need;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import org.jspecify.annotations.Nullable;

/** Whether a consent stands in the matter at hand, and why a denial holds. */
final class Consent {

    private static final long UNCOVERED = Long.MIN_VALUE;

    private final Matter matter;
    private final Picked winners = new Picked();

    /** When the consent found last ends. */
    long until;

    Consent(Matter matter) {
        this.matter = matter;
    }

    /** Whether grants that lift every denial cover the purpose, and why not. */
    Reason stands(Need need) {
        winners.clear();
        until = NEVER;
        for (int i = 0; i < matter.grants.size(); i++) {
            int grant = matter.grants.get(i);
            if (problem(grant, need) == null && liftsAll(grant)) {
                winners.add(grant);
            }
        }
        long end = winners.isEmpty() ? UNCOVERED : covered(need);
        if (end == UNCOVERED) {
            return whyNot(need);
        }
        until = end;
        return Reason.CONSENT;
    }

    private long covered(Need need) {
        int own = matter.question().number;
        long direct = longest(own, -1, need);
        return direct == UNCOVERED ? paths(own, need) : direct;
    }

    /* On every path upward there must be a grant whose notice named the purpose. */
    private long paths(int node, Need need) {
        int[] parents = matter.tables.parents[node];
        long end = parents.length == 0 ? UNCOVERED : NEVER;
        for (int parent : parents) {
            long own = longest(parent, matter.question().number, need);
            own = own == UNCOVERED ? paths(parent, need) : own;
            if (own == UNCOVERED) {
                return UNCOVERED;
            }
            end = Math.min(end, own);
        }
        return end;
    }

    private long longest(int purpose, int covering, Need need) {
        CompiledSubject subject = matter.subject();
        long end = UNCOVERED;
        for (int i = 0; i < winners.size(); i++) {
            int grant = winners.get(i);
            if (Scope.purpose(subject.scope(grant)) == purpose && (covering < 0 || subject.covers(grant, covering))) {
                end = Math.max(end, end(subject, grant, need));
            }
        }
        return end;
    }

    private Reason whyNot(Need need) {
        if (!matter.denials.isEmpty()) {
            return refusal(matter.denials);
        }
        Reason why = matter.requested ? Reason.PENDING_CONFIRMATION : Reason.NO_LEGAL_GROUND;
        for (int i = 0; i < matter.grants.size(); i++) {
            @Nullable Reason problem = problem(matter.grants.get(i), need);
            why = why.before(problem == null ? Reason.NOT_COVERED : problem);
        }
        return why;
    }

    /** Why a grant does not count for a need; null if it does. */
    private @Nullable Reason problem(int grant, Need need) {
        CompiledSubject subject = matter.subject();
        long scope = subject.scope(grant);
        if (!matter.reached(grant) || !need.allowsRegime(Scope.regime(scope))) {
            return Reason.NOT_COVERED;
        }
        if (!need.allowsActor(Scope.actor(scope))) {
            return Reason.GUARDIAN_REQUIRED;
        }
        if (!need.allowsMethod(Scope.method(scope))) {
            return Need.PLAIN.allowsMethod(Scope.method(scope))
                    ? Reason.EXPLICIT_CONSENT_REQUIRED
                    : Reason.NOT_AN_AGREEMENT;
        }
        if ((need.confirmed() || matter.question().purpose.doubleOptIn()) && !confirmed(Scope.kind(scope))) {
            return Reason.PENDING_CONFIRMATION;
        }
        if ((scope & Scope.INFORMED) == 0) {
            return Reason.NOTICE_MISSING;
        }
        return subject.reconsent(grant) > matter.at ? timing(subject, grant, need) : Reason.RECONSENT_REQUIRED;
    }

    private @Nullable Reason timing(CompiledSubject subject, int grant, Need need) {
        if (subject.column(CompiledSubject.GRANT_FROM, grant) > matter.at) {
            return Reason.NOT_YET_EFFECTIVE;
        }
        return end(subject, grant, need) > matter.at ? null : Reason.EXPIRED;
    }

    private static boolean confirmed(EventKind kind) {
        return kind == EventKind.CONFIRMED || kind == EventKind.RENEWED;
    }

    private long end(CompiledSubject subject, int grant, Need need) {
        long own = subject.column(CompiledSubject.END, grant);
        long period = subject.periodEnd(grant, matter.question().validity);
        return Math.min(own, Math.min(period, subject.periodEnd(grant, need.period())));
    }

    /* ---- denials ---- */

    private boolean liftsAll(int grant) {
        for (int i = matter.denials.size() - 1; i >= 0; i--) {
            if (!lifts(grant, matter.denials.get(i))) {
                return false;
            }
        }
        return true;
    }

    /* Against a denial of a purpose above its own, a grant must be later and name it. */
    private boolean lifts(int grant, int denial) {
        CompiledSubject subject = matter.subject();
        long own = subject.scope(grant);
        long other = subject.scope(denial);
        if (Scope.assurance(own) < Scope.assurance(other) || !matter.sameController(grant, denial)) {
            return false;
        }
        return matter.tables.strictlyAbove(Scope.purpose(other), Scope.purpose(own))
                ? subject.certainlyAfter(grant, denial) && subject.supersedes(grant, denial)
                : subject.follows(grant, denial);
    }

    /** Whether a grant for exactly the purpose asked about lifts a denial. */
    boolean lifted(int denial) {
        for (int i = 0; i < matter.grants.size(); i++) {
            int grant = matter.grants.get(i);
            if (Scope.purpose(matter.subject().scope(grant)) == matter.question().number
                    && lifts(grant, denial)
                    && problem(grant, Need.PLAIN) == null) {
                return true;
            }
        }
        return false;
    }

    /** The reason of denials of which one at least holds: of those that nothing lifted, or of all. */
    Reason refusal(Picked denials) {
        int open = 0;
        int all = 0;
        for (int i = 0; i < denials.size(); i++) {
            int kind = 1 << Scope.number(Scope.kind(matter.subject().scope(denials.get(i))));
            all |= kind;
            open |= lifted(denials.get(i)) ? 0 : kind;
        }
        int kinds = open == 0 ? all : open;
        boolean pending =
                has(kinds, EventKind.RESTRICTED) && has(kinds, EventKind.OBJECTED) && !matter.question().marketing;
        return pending ? Reason.RESTRICTED_PENDING : first(kinds);
    }

    private static Reason first(int kinds) {
        Reason first = Reason.SUPPRESSED;
        for (EventKind kind : DENIALS) {
            first = has(kinds, kind) ? first.before(Reason.of(kind)) : first;
        }
        return first;
    }

    private static boolean has(int kinds, EventKind kind) {
        return (kinds & (1 << Scope.number(kind))) != 0;
    }

    private static final EventKind[] DENIALS = {
        EventKind.RESTRICTED,
        EventKind.OBJECTED,
        EventKind.WITHDRAWN,
        EventKind.REFUSED,
        EventKind.OPT_OUT,
        EventKind.INVALIDATED,
        EventKind.EXPIRED
    };
}
