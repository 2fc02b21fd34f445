package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.CompiledPolicy.Form;
import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.ledger.EventTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The events of one person as rows of numbers, made by {@link CompiledPolicy#subject}. Immutable, thread-safe; it holds for
 * the events and the policy it was made from, and for questions of one time zone.
 *
 * <p>About 50 bytes and 32 for each event; some 70 more for each if one has a contact point, a sequence or a clock that
 * differs, or if consents end by a notice or a period.
 *
 * <p>Among many people an answer takes as long as it takes to fetch them from memory. So what it reads lies together: the
 * rows behind the object, in the order of the purposes, and one row in half a line of the processor's cache.
 */
public final class CompiledSubject {

    static final int SCOPE = 0;
    static final int GRANT_FROM = 1;
    static final int END = 2;
    static final int CATEGORIES = 3;

    /* Behind the categories, for those who need more. */
    static final int DENIAL_FROM = 0;
    static final int EARLIEST = 1;
    static final int LATEST = 2;
    static final int RECONSENT = 3;
    static final int POSITION = 4;
    static final int SEQ = 5;
    static final int SOURCE = 6;
    static final int RECORD = 7;
    static final int PERIODS = 8;

    /** Nobody who ever said anything. */
    static final CompiledSubject SILENT =
            new CompiledSubject(0, 0, new long[0], Form.plain(ZoneOffset.UTC, CATEGORIES));

    final int size;

    /** The purposes of the events, in 64 bits in their order: who said nothing about one is seen at a glance. */
    private final long glance;

    private final long[] rows;
    final Form form;

    CompiledSubject(int size, long glance, long[] rows, Form form) {
        this.size = size;
        this.glance = glance;
        this.rows = rows.clone();
        this.form = form;
    }

    /** Whether a question may be asked of it. */
    boolean fits(Question question) {
        return form.zone.equals(question.zone);
    }

    /** Whether an event may speak of a question. */
    boolean speaksOf(Question question) {
        return (glance & question.glance) != 0;
    }

    /** Whether there may be an event of a purpose with a bit. */
    boolean mayName(int bit) {
        return (glance & (1L << bit)) != 0;
    }

    /** The first event of a purpose, or of one behind it: as many others as differ lie before and behind at least. */
    int first(int purpose, int bit) {
        int from = Long.bitCount(glance & ((1L << bit) - 1));
        int to = size - Long.bitCount(glance & (-2L << bit));
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Scope.purpose(scope(middle)) < purpose) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    long scope(int event) {
        return rows[event * form.stride];
    }

    long column(int column, int event) {
        return rows[event * form.stride + column];
    }

    private long more(int column, int event, long otherwise) {
        Form own = form;
        return own.plain ? otherwise : rows[event * own.stride + own.more + column];
    }

    long denialFrom(int event) {
        return more(DENIAL_FROM, event, column(GRANT_FROM, event));
    }

    /** From when on a grant does not count because its notice changed. */
    long reconsent(int event) {
        return more(RECONSENT, event, Algebra.NEVER);
    }

    long position(int event) {
        return more(POSITION, event, Long.MAX_VALUE);
    }

    String contact(int event) {
        return form.contacts[event];
    }

    /** The controller that an event names; only for one that does. */
    String controller(int event) {
        return form.controllers[event];
    }

    boolean covers(int event, int purpose) {
        return form.covers.length > 0 && Tables.has(form.covers[event], purpose);
    }

    boolean supersedes(int event, int other) {
        if (form.supersedes.length > 0) {
            for (int named : form.supersedes[event]) {
                if (named == other) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean sameRecord(int event, int other) {
        return more(RECORD, event, 0) == more(RECORD, other, 0);
    }

    long periodEnd(int event, int period) {
        return period < 0 ? Algebra.NEVER : more(PERIODS + period, event, Algebra.NEVER);
    }

    /** Whether an event certainly happened after another. */
    boolean certainlyAfter(int event, int other) {
        if (more(EARLIEST, event, column(GRANT_FROM, event)) > more(LATEST, other, column(GRANT_FROM, other))) {
            return true;
        }
        long source = more(SOURCE, event, 0);
        long before = more(SEQ, other, EventTime.NO_SEQ);
        return source > 0
                && source == more(SOURCE, other, 0)
                && before != EventTime.NO_SEQ
                && more(SEQ, event, EventTime.NO_SEQ) > before;
    }

    boolean follows(int event, int other) {
        return certainlyAfter(event, other) || supersedes(event, other);
    }

    /** The first time after another at which an event that speaks of a question starts or ceases to count. */
    long nextChange(Question question, long after) {
        long next = Algebra.NEVER;
        for (int i = 0; i < size; i++) {
            if (question.speaksOf(Scope.purpose(scope(i)))) {
                next = later(column(GRANT_FROM, i), after, next);
                next = later(denialFrom(i), after, next);
                next = later(column(END, i), after, next);
                next = later(reconsent(i), after, next);
                for (int period = 0; period < form.periods; period++) {
                    next = later(periodEnd(i, period), after, next);
                }
            }
        }
        return next;
    }

    private static long later(long time, long after, long next) {
        return time > after ? Math.min(time, next) : next;
    }

    /** {@return the time zone in which periods were counted} */
    public ZoneId zone() {
        return form.zone;
    }

    /** {@return how many events it was made from, also those that matter to no question} */
    public int size() {
        return size + form.ignored;
    }

    @Override
    public String toString() {
        return "CompiledSubject[" + size() + " events]";
    }
}
