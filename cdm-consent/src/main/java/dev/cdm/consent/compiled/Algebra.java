package dev.cdm.consent.compiled;

import dev.cdm.consent.pack.Reason;

/**
 * How two answers make one. Of two needs a refusal counts before a permission, and the shorter time; of two alternatives a
 * permission before a refusal, and the longer time. Otherwise the reason declared first. The end of a refusal is never.
 */
final class Algebra {

    private Algebra() {}

    static Reason and(Reason first, Reason second) {
        if (first.permits() != second.permits()) {
            return first.permits() ? second : first;
        }
        return declaredFirst(first, second);
    }

    static long andUntil(Reason first, long firstUntil, Reason second, long secondUntil) {
        return first.permits() && second.permits() ? Math.min(firstUntil, secondUntil) : Instants.NEVER;
    }

    static Reason or(Reason first, long firstUntil, Reason second, long secondUntil) {
        if (first.permits() != second.permits()) {
            return first.permits() ? first : second;
        }
        if (first.permits() && firstUntil != secondUntil) {
            return firstUntil > secondUntil ? first : second;
        }
        return declaredFirst(first, second);
    }

    static long orUntil(Reason first, long firstUntil, Reason second, long secondUntil) {
        if (first.permits() != second.permits()) {
            return first.permits() ? firstUntil : secondUntil;
        }
        return Math.max(firstUntil, secondUntil);
    }

    static Reason declaredFirst(Reason first, Reason second) {
        return second.compareTo(first) < 0 ? second : first;
    }
}
