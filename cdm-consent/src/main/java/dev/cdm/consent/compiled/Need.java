package dev.cdm.consent.compiled;

import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import java.util.Collection;
import java.util.List;

/** What a consent must be like to count, in bits. */
final class Need {

    private static final int ACTS = bits(List.of(Method.AFFIRMATIVE, Method.EXPLICIT, Method.WRITTEN));

    /** An affirmative act, by anybody who may act for the person. */
    static final Need PLAIN = plain(new long[0]);

    private final int methods;
    private final int actors;
    private final int period;
    private final long[] regimes;
    private final boolean confirmed;

    /**
     * Keeps the parts.
     *
     * @param methods the ways in which it may have been expressed
     * @param actors who may have acted
     * @param period the number of the period that it lasts at most, or -1
     * @param regimes the regimes whose events count; empty for any
     * @param confirmed whether only a confirmed consent counts
     */
    Need(int methods, int actors, int period, long[] regimes, boolean confirmed) {
        this.methods = methods;
        this.actors = actors;
        this.period = period;
        this.regimes = regimes;
        this.confirmed = confirmed;
    }

    int period() {
        return period;
    }

    boolean confirmed() {
        return confirmed;
    }

    static Need plain(long[] regimes) {
        return new Need(ACTS, bits(List.of(Actor.SELF, Actor.GUARDIAN, Actor.AGENT)), -1, regimes, false);
    }

    boolean allowsMethod(int method) {
        return (methods & (1 << method)) != 0;
    }

    boolean allowsActor(int actor) {
        return (actors & (1 << actor)) != 0;
    }

    boolean allowsRegime(int regime) {
        return regime < 0 || regimes.length == 0 || Tables.has(regimes, regime);
    }

    static int bits(Collection<? extends Enum<?>> codes) {
        return codes.stream().mapToInt(code -> 1 << Scope.number(code)).sum();
    }
}
