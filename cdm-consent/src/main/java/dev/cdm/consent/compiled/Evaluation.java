package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.compiled.Plan.Clause;
import dev.cdm.consent.compiled.Plan.Reading;
import dev.cdm.consent.pack.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One answer: what the plan asks, asked of the events. Kept by a thread and used again, so that an answer costs no memory.
 */
final class Evaluation {

    private final Matter matter;
    private final Consent consent;
    private final Ground ground;

    /** When the permission found last ends. */
    private long until;

    Evaluation(Tables tables) {
        this.matter = new Matter(tables);
        this.consent = new Consent(matter);
        this.ground = new Ground(matter, consent);
    }

    /** The answer, before frequency and suppression are looked at. */
    Reason answer(Question question, Plan plan, CompiledSubject subject, long at, long known) {
        matter.take(question, subject, at, known);
        @Nullable Reason reason = null;
        for (int i = 0; i < plan.readings().size(); i++) {
            reason = both(reason, reading(plan.readings().get(i)));
        }
        Node needed = plan.ground();
        if (needed != null) {
            reason = both(reason, node(needed));
        }
        matter.release();
        return reason == null ? Reason.NO_LEGAL_GROUND : reason;
    }

    private static @Nullable Reason both(@Nullable Reason first, @Nullable Reason second) {
        return first == null ? second : second == null ? first : Algebra.and(first, second);
    }

    private @Nullable Reason reading(Reading reading) {
        @Nullable Reason reason = null;
        boolean permitted = false;
        for (int i = 0; i < reading.clauses().size(); i++) {
            Clause clause = reading.clauses().get(i);
            Node exclusion = clause.exclusion();
            if (exclusion == null || !excluded(exclusion)) {
                reason = both(reason, clause(clause));
                permitted |= clause.permits();
            }
        }
        Node stance = reading.stance();
        if (!permitted && stance != null && (reason == null || reason.permits())) {
            reason = both(reason, node(stance));
        }
        return reason;
    }

    /* By its own need, or by the exception that holds longest. */
    private Reason clause(Clause clause) {
        Reason own = node(clause.need());
        if (own.permits()) {
            return own;
        }
        Reason applies = node(clause.when());
        own = applies.permits() ? own : Algebra.and(own, applies);
        @Nullable Reason instead = null;
        long longest = Algebra.UNTOLD;
        for (int i = 0; i < clause.exceptions().size(); i++) {
            Clause exception = clause.exceptions().get(i);
            if (node(exception.when()).permits()) {
                Reason other = node(exception.need());
                if (other.permits() && (instead == null || until > longest)) {
                    longest = until;
                    instead = other == Reason.NOT_OPTED_OUT ? Reason.PERMITTED_BY_RULE : other;
                }
            }
        }
        return instead == null ? own : instead;
    }

    private boolean excluded(Node node) {
        switch (node.op) {
            case ALL -> {
                for (Node part : node.parts) {
                    if (excluded(part)) {
                        return true;
                    }
                }
                return false;
            }
            case ANY -> {
                for (Node part : node.parts) {
                    if (!excluded(part)) {
                        return false;
                    }
                }
                return true;
            }
            default -> {
                Reason reason = node(node);
                return !reason.permits() && reason != Reason.MISSING_FACT;
            }
        }
    }

    private Reason node(Node node) {
        switch (node.op) {
            case CONSENT -> {
                Reason reason = consent.stands(node.need);
                until = consent.until;
                return reason;
            }
            case ALL, ANY -> {
                return parts(node);
            }
            case CONSTANT -> {
                until = node.until;
                return node.reason;
            }
            case RECORDED -> {
                Reason reason = ground.stands(node.basis);
                until = ground.until;
                return reason;
            }
            default -> {
                Reason reason = ground.notOptedOut(node.op == Node.Op.NOT_OPTED_OUT);
                until = ground.until;
                return reason;
            }
        }
    }

    private Reason parts(Node node) {
        boolean all = node.op == Node.Op.ALL;
        Reason reason = node(node.parts[0]);
        long end = until;
        for (int i = 1; i < node.parts.length; i++) {
            Reason own = node(node.parts[i]);
            Reason joined = all ? Algebra.and(reason, own) : Algebra.or(reason, end, own, until);
            end = all ? Algebra.andUntil(reason, end, own, until) : Algebra.orUntil(reason, end, own, until);
            reason = joined;
        }
        until = end;
        return reason;
    }

    /** Numbers of events, in a list that grows and is used again. */
    static final class Picked {

        private int[] numbers = new int[16];
        private int size;

        void clear() {
            size = 0;
        }

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        void set(int place, int number) {
            numbers[place] = number;
        }

        void cutTo(int shorter) {
            size = shorter;
        }

        int get(int place) {
            return numbers[place];
        }

        int size() {
            return size;
        }

        boolean isEmpty() {
            return size == 0;
        }
    }
}
