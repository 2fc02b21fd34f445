package dev.cdm.consent.compiled;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.LegalBasis;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event is about and how it was expressed, in one long: the word that every look-up reads first. */
final class Scope {

    static final long CONTACT = 1L << 48;
    static final long CATEGORIES = 1L << 49;
    static final long EVIDENCE = 1L << 50;
    static final long NOTICE = 1L << 51;
    static final long INFORMED = 1L << 52;
    static final long CONTROLLER = 1L << 58;

    static final int GRANT = 0;
    static final int DENIAL = 1;
    static final int START = 2;
    static final int END = 3;
    static final int OVERRIDE = 4;
    static final int LIFT = 5;
    static final int REQUEST = 6;

    private static final EventKind[] KINDS = EventKind.values();
    private static final Channel[] CHANNELS = Channel.values();
    private static final LegalBasis[] BASES = LegalBasis.values();

    private Scope() {}

    static long of(ConsentEvent event, int purpose, boolean informed, Tables tables) {
        ConsentEvent.Scope scope = event.scope();
        ConsentEvent.Evidence evidence = event.evidence();
        Channel channel = scope.channel();
        long word = purpose;
        word |= (long) number(event.kind()) << 16;
        word |= (channel == null ? 0L : number(channel) + 1L) << 21;
        word |= (long) number(event.assurance()) << 26;
        word |= (long) number(evidence.method()) << 28;
        word |= (long) number(evidence.actor()) << 32;
        word |= event.basis().map(basis -> number(basis) + 1L).orElse(0L) << 53;
        word |= (scope.regime().isEmpty() ? 0L : tables.regime(scope.regime()) + 1L) << 34;
        word |= scope.contactPoint().isEmpty() ? 0 : CONTACT;
        word |= scope.categories().isEmpty() ? 0 : CATEGORIES;
        word |= scope.controller().isEmpty() ? 0 : CONTROLLER;
        word |= evidence.hash().isEmpty() ? 0 : EVIDENCE;
        word |= evidence.notice().isEmpty() ? 0 : NOTICE;
        return word | (informed ? INFORMED : 0);
    }

    /** The number of a code. Numbers live in memory only and are never stored. */
    @SuppressWarnings("EnumOrdinal")
    static int number(Enum<?> code) {
        return code.ordinal();
    }

    static int purpose(long word) {
        return (int) word & 0xFFFF;
    }

    static EventKind kind(long word) {
        return KINDS[(int) (word >> 16) & 31];
    }

    static int effect(EventKind kind) {
        return switch (kind) {
            case LEGAL_GROUND_STARTED -> START;
            case LEGAL_GROUND_ENDED -> END;
            case OVERRIDE_RECORDED -> OVERRIDE;
            case RESTRICTION_LIFTED -> LIFT;
            case REQUESTED -> REQUEST;
            default -> kind.grants() ? GRANT : DENIAL;
        };
    }

    /** Whether an event names no channel, or this one. */
    static boolean onChannel(long word, @Nullable Channel channel) {
        int own = (int) (word >> 21) & 31;
        return own == 0 || CHANNELS[own - 1] == channel;
    }

    static int assurance(long word) {
        return (int) (word >> 26) & 3;
    }

    static int method(long word) {
        return (int) (word >> 28) & 15;
    }

    static int actor(long word) {
        return (int) (word >> 32) & 3;
    }

    /** The number of the regime, or -1 for none. */
    static int regime(long word) {
        return ((int) (word >> 34) & 0xFFF) - 1;
    }

    static boolean hasBasis(long word) {
        return basisBits(word) != 0;
    }

    static boolean isBasis(long word, LegalBasis basis) {
        return hasBasis(word) && BASES[basisBits(word) - 1] == basis;
    }

    private static int basisBits(long word) {
        return (int) (word >> 53) & 31;
    }

    /** What a consent must be like to count, in bits. */
    static final class Need {

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
}
