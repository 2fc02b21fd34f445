package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.Scope.Need;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.LegalBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a condition once question and time are known: a constant, a look at the events, or parts. */
final class Node {

    /** What a node asks. */
    enum Op {
        CONSTANT,
        ALL,
        ANY,
        CONSENT,
        RECORDED,
        NOT_OPTED_OUT,
        NEVER_OPTED_OUT
    }

    private static final Node[] NO_PARTS = {};

    static final Node HOLDS = constant(Reason.PERMITTED_BY_RULE, Algebra.NEVER);
    static final Node NOT_OPTED_OUT = new Node(Op.NOT_OPTED_OUT, null, null);
    static final Node NEVER_OPTED_OUT = new Node(Op.NEVER_OPTED_OUT, null, null);

    final Op op;
    final Reason reason;
    final long until;
    final Node[] parts;
    final Need need;
    final LegalBasis basis;

    private Node(Op op, Reason reason, long until, Node[] parts, Need need, LegalBasis basis) {
        this.op = op;
        this.reason = reason;
        this.until = until;
        this.parts = parts;
        this.need = need;
        this.basis = basis;
    }

    private Node(Op op, @Nullable Need need, @Nullable LegalBasis basis) {
        this(
                op,
                Reason.NOT_EVALUABLE,
                Algebra.NEVER,
                NO_PARTS,
                need == null ? Need.PLAIN : need,
                basis == null ? LegalBasis.CONSENT : basis);
    }

    static Node constant(Reason reason, long until) {
        return new Node(Op.CONSTANT, reason, until, NO_PARTS, Need.PLAIN, LegalBasis.CONSENT);
    }

    static Node deny(Reason reason) {
        return constant(reason, Algebra.NEVER);
    }

    static Node consent(Need need) {
        return new Node(Op.CONSENT, need, null);
    }

    static Node recorded(LegalBasis basis) {
        return new Node(Op.RECORDED, null, basis);
    }

    static Node parts(Op op, List<Node> parts) {
        return new Node(
                op, Reason.NOT_EVALUABLE, Algebra.NEVER, parts.toArray(NO_PARTS), Need.PLAIN, LegalBasis.CONSENT);
    }

    boolean isConstant() {
        return op == Op.CONSTANT;
    }

    boolean permits() {
        return reason.permits();
    }

    /** The same with the constants that stand side by side worked out. Not for asking what is excluded. */
    Node folded() {
        if (parts.length == 0 && op != Op.ALL) {
            return this;
        }
        @Nullable Node constants = op == Op.ALL ? HOLDS : null;
        List<Node> open = new ArrayList<>();
        for (Node part : parts) {
            Node own = part.folded();
            if (own.isConstant()) {
                constants = constants == null ? own : join(constants, own);
            } else {
                open.add(own);
            }
        }
        if (open.isEmpty() && constants != null) {
            return constants;
        }
        if (constants != null && (op == Op.ANY || constants != HOLDS)) {
            open.add(constants);
        }
        return open.size() == 1 ? open.get(0) : parts(op, open);
    }

    private Node join(Node first, Node second) {
        return op == Op.ALL
                ? constant(
                        Algebra.and(first.reason, second.reason),
                        Algebra.andUntil(first.reason, first.until, second.reason, second.until))
                : constant(
                        Algebra.or(first.reason, first.until, second.reason, second.until),
                        Algebra.orUntil(first.reason, first.until, second.reason, second.until));
    }

    /**
     * How two answers make one. Of two needs a refusal counts before a permission, and the shorter time; of two alternatives a
     * permission before a refusal, and the longer time. Otherwise the reason of lower rank. The end of a refusal is never.
     *
     * <p>Times are nanoseconds since 1970, as far as a long reaches: from 1685 to 2255.
     */
    static final class Algebra {

        /** Stands for {@link Instant#MAX}: it never comes. */
        static final long NEVER = Long.MAX_VALUE;

        /** Stands for an instant that a long cannot tell; whoever meets it asks the engine. */
        static final long UNTOLD = Long.MIN_VALUE;

        static final long DAY = 86_400_000_000_000L;

        private static final long FARTHEST = 9_000_000_000L;
        private static final long SECOND = 1_000_000_000L;

        private Algebra() {}

        static Reason and(Reason first, Reason second) {
            if (first.permits() != second.permits()) {
                return first.permits() ? second : first;
            }
            return first.before(second);
        }

        static long andUntil(Reason first, long firstUntil, Reason second, long secondUntil) {
            return first.permits() && second.permits() ? Math.min(firstUntil, secondUntil) : Algebra.NEVER;
        }

        static Reason or(Reason first, long firstUntil, Reason second, long secondUntil) {
            if (first.permits() != second.permits()) {
                return first.permits() ? first : second;
            }
            if (first.permits() && firstUntil != secondUntil) {
                return firstUntil > secondUntil ? first : second;
            }
            return first.before(second);
        }

        static long orUntil(Reason first, long firstUntil, Reason second, long secondUntil) {
            if (first.permits() != second.permits()) {
                return first.permits() ? firstUntil : secondUntil;
            }
            return Math.max(firstUntil, secondUntil);
        }

        static long nanos(Instant instant) {
            if (instant.equals(Instant.MAX)) {
                return NEVER;
            }
            long second = instant.getEpochSecond();
            return second > -FARTHEST && second < FARTHEST ? second * SECOND + instant.getNano() : UNTOLD;
        }

        /** The same, where what lies outside comes before or after everything else but {@link #NEVER}. */
        static long bounded(Instant instant) {
            long nanos = nanos(instant);
            if (nanos != UNTOLD) {
                return nanos;
            }
            return instant.getEpochSecond() < 0 ? UNTOLD + 1 : NEVER - 1;
        }
    }
}
