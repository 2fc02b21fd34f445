package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.Matter.Picked;
import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.compiled.Scope.Need;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.LegalBasis;
import org.jspecify.annotations.Nullable;

/** Whether a ground that the controller recorded stands in the matter at hand, and whether nobody opted out. */
final class Ground {

    private final Matter matter;
    private final Consent consent;
    private final Picked against = new Picked();

    /** When the ground found last ends. */
    long until;

    Ground(Matter matter, Consent consent) {
        this.matter = matter;
        this.consent = consent;
    }

    Reason stands(LegalBasis basis) {
        Reason best = Reason.NO_LEGAL_GROUND;
        long bestUntil = Algebra.NEVER;
        for (int i = 0; i < matter.starts.size(); i++) {
            int start = matter.starts.get(i);
            if (Scope.isBasis(matter.subject().scope(start), basis)) {
                Reason own = started(start, basis);
                long end = until;
                Reason better = Algebra.or(best, bestUntil, own, end);
                bestUntil = Algebra.orUntil(best, bestUntil, own, end);
                best = better;
            }
        }
        until = bestUntil;
        return best;
    }

    private Reason started(int start, LegalBasis basis) {
        until = Algebra.NEVER;
        @Nullable Reason problem = problem(start, basis);
        if (problem != null) {
            return problem;
        }
        if (ended(start, basis)) {
            return Reason.NO_LEGAL_GROUND;
        }
        against.clear();
        for (int i = 0; i < matter.denials.size(); i++) {
            if (binds(matter.denials.get(i), start, basis)) {
                against.add(matter.denials.get(i));
            }
        }
        if (!against.isEmpty()) {
            return consent.refusal(against);
        }
        if (!covers(start)) {
            return Reason.NOT_COVERED;
        }
        until = matter.subject().column(CompiledSubject.END, start);
        return Reason.GROUND;
    }

    private @Nullable Reason problem(int start, LegalBasis basis) {
        CompiledSubject subject = matter.subject();
        if (!matter.reached(start)) {
            return Reason.NOT_COVERED;
        }
        if (basis == LegalBasis.LEGITIMATE_INTEREST) {
            if ((subject.scope(start) & Scope.EVIDENCE) == 0) {
                return Reason.ASSESSMENT_MISSING;
            }
            if ((subject.scope(start) & Scope.NOTICE) == 0) {
                return Reason.NOTICE_MISSING;
            }
        }
        if (subject.column(CompiledSubject.GRANT_FROM, start) > matter.at) {
            return Reason.NOT_YET_EFFECTIVE;
        }
        return subject.column(CompiledSubject.END, start) > matter.at ? null : Reason.EXPIRED;
    }

    private boolean ended(int start, LegalBasis basis) {
        CompiledSubject subject = matter.subject();
        for (int i = 0; i < matter.ends.size(); i++) {
            int end = matter.ends.get(i);
            if (Scope.isBasis(subject.scope(end), basis) && !subject.follows(start, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean covers(int start) {
        int own = matter.question().number;
        return Scope.purpose(matter.subject().scope(start)) == own || paths(own, start);
    }

    private boolean paths(int node, int start) {
        int[] parents = matter.tables.parents[node];
        for (int parent : parents) {
            boolean named = Scope.purpose(matter.subject().scope(start)) == parent
                    && matter.subject().covers(start, matter.question().number);
            if (!named && !paths(parent, start)) {
                return false;
            }
        }
        return parents.length > 0;
    }

    private boolean binds(int denial, int start, LegalBasis basis) {
        return switch (Scope.kind(matter.subject().scope(denial))) {
            case RESTRICTED ->
                basis != LegalBasis.LEGAL_CLAIMS
                        && basis != LegalBasis.VITAL_INTEREST
                        && basis != LegalBasis.SUBSTANTIAL_PUBLIC_INTEREST
                        && !consent.lifted(denial);
            case OBJECTED -> basis.objectionable() && !overridden(denial, basis) && !consent.lifted(denial);
            case OPT_OUT -> interest(basis) && !consent.lifted(denial);
            default -> interest(basis) && !restarted(start, denial) && !consent.lifted(denial);
        };
    }

    private static boolean interest(LegalBasis basis) {
        return basis == LegalBasis.LEGITIMATE_INTEREST || basis == LegalBasis.RECOGNISED_INTEREST;
    }

    private boolean restarted(int start, int denial) {
        CompiledSubject subject = matter.subject();
        return (subject.scope(start) & Scope.NOTICE) != 0
                && subject.follows(start, denial)
                && matter.sameController(start, denial)
                && (subject.sameRecord(start, denial) || subject.supersedes(start, denial));
    }

    private boolean overridden(int objection, LegalBasis basis) {
        CompiledSubject subject = matter.subject();
        for (int i = 0; i < matter.overrides.size() && !matter.question().marketing; i++) {
            int override = matter.overrides.get(i);
            long scope = subject.scope(override);
            if ((!Scope.hasBasis(scope) || Scope.isBasis(scope, basis))
                    && subject.follows(override, objection)
                    && matter.served(override)
                    && matter.sameController(override, objection)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody opted out; with a consent that lifts an opt-out, if it may. */
    Reason notOptedOut(boolean orConsented) {
        until = Algebra.NEVER;
        if (!optOuts()) {
            return Reason.NOT_OPTED_OUT;
        }
        if (orConsented && consent.stands(Need.PLAIN) == Reason.CONSENT) {
            until = consent.until;
            return Reason.CONSENT;
        }
        return consent.refusal(against);
    }

    private boolean optOuts() {
        against.clear();
        for (int i = 0; i < matter.denials.size(); i++) {
            int denial = matter.denials.get(i);
            EventKind kind = Scope.kind(matter.subject().scope(denial));
            if (kind != EventKind.EXPIRED && kind != EventKind.INVALIDATED) {
                against.add(denial);
            }
        }
        return !against.isEmpty();
    }
}
