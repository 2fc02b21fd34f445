package dev.cdm.consent.policy;

import dev.cdm.consent.pack.Reason;
import java.time.Instant;
import java.util.List;

/**
 * What the reference says: a code, and until when a permission lasts. The order in which codes are reported is written out
 * here once more.
 */
record ReferenceAnswer(Reason reason, Instant until) {

    private static final List<Reason> ORDER = List.of(
            Reason.CONSENT,
            Reason.GROUND,
            Reason.NOT_OPTED_OUT,
            Reason.PERMITTED_BY_RULE,
            Reason.HOST_FORBIDS,
            Reason.FORBIDDEN,
            Reason.RESTRICTED_PENDING,
            Reason.RESTRICTED,
            Reason.OBJECTED,
            Reason.WITHDRAWN,
            Reason.REFUSED,
            Reason.OPTED_OUT,
            Reason.INVALIDATED,
            Reason.GUARDIAN_REQUIRED,
            Reason.PENDING_CONFIRMATION,
            Reason.NOT_YET_EFFECTIVE,
            Reason.EXPIRED,
            Reason.NOTICE_MISSING,
            Reason.ASSESSMENT_MISSING,
            Reason.NOT_AN_AGREEMENT,
            Reason.EXPLICIT_CONSENT_REQUIRED,
            Reason.NOT_COVERED,
            Reason.MISSING_FACT,
            Reason.CONDITION_NOT_MET,
            Reason.OBLIGATION_NOT_MET,
            Reason.NO_LEGAL_GROUND,
            Reason.FREQUENCY_CAP);

    static final ReferenceAnswer HOLDS = yes(Reason.PERMITTED_BY_RULE, Instant.MAX);

    static ReferenceAnswer yes(Reason reason, Instant until) {
        return new ReferenceAnswer(reason, until);
    }

    static ReferenceAnswer no(Reason reason) {
        return new ReferenceAnswer(reason, Instant.MAX);
    }

    static ReferenceAnswer met(boolean met) {
        return met ? HOLDS : no(Reason.CONDITION_NOT_MET);
    }

    boolean isYes() {
        return ORDER.indexOf(reason) <= ORDER.indexOf(Reason.PERMITTED_BY_RULE);
    }

    /** Both are needed: one no is a no; the time of two permissions is that of the shorter. */
    ReferenceAnswer both(ReferenceAnswer other) {
        if (isYes() && other.isYes()) {
            return yes(first(reason, other.reason), until.isBefore(other.until) ? until : other.until);
        }
        return isYes() ? other : other.isYes() ? this : no(first(reason, other.reason));
    }

    /** One is enough: one yes is a yes, of two the one that lasts longer. */
    ReferenceAnswer either(ReferenceAnswer other) {
        if (isYes() && other.isYes()) {
            int longer = until.compareTo(other.until);
            return longer == 0 ? yes(first(reason, other.reason), until) : longer > 0 ? this : other;
        }
        return isYes() ? this : other.isYes() ? other : no(first(reason, other.reason));
    }

    ReferenceAnswer atMost(Instant end) {
        return isYes() && end.isBefore(until) ? yes(reason, end) : this;
    }

    static Reason first(Reason one, Reason other) {
        return ORDER.indexOf(one) <= ORDER.indexOf(other) ? one : other;
    }
}
