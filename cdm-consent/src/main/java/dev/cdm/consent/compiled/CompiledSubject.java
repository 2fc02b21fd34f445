package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.ledger.ConsentHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The events of one person as columns of numbers, made by {@link CompiledPolicy#subject}. Immutable, thread-safe; it holds
 * for the events and the policy it was made from, and for questions of one time zone.
 *
 * <p>About 70 bytes and 40 for each event, more only for events with contact points, sequences or clocks that differ.
 */
public final class CompiledSubject {

    static final int GRANT_FROM = 0;
    static final int DENIAL_FROM = 1;
    static final int END = 2;
    static final int CATEGORIES = 3;

    /** Up to how many events are looked through one by one. */
    static final int FEW = 64;

    /** The purposes of the events, each as one of 64 bits: who said nothing about a purpose is seen at a glance. */
    private final long glance;

    /** First the scopes of all events, then the other columns event by event. */
    final long[] hot;

    /** Where the events of each purpose start; null for few events. */
    final int @Nullable [] ranges;

    final int size;
    private final int stride;
    private final int recorded;
    final boolean erased;
    final @Nullable ConsentHistory untold;
    private final ZoneId zone;
    private final @Nullable Question only;
    final @Nullable Rare rare;

    /** Nobody who ever said anything. */
    static final CompiledSubject SILENT = new CompiledSubject();

    private CompiledSubject() {
        this.size = 0;
        this.stride = 0;
        this.recorded = 0;
        this.hot = new long[0];
        this.glance = 0;
        this.rare = null;
        this.ranges = null;
        this.erased = false;
        this.untold = null;
        this.zone = ZoneOffset.UTC;
        this.only = null;
    }

    /* The columns are made here, so that they lie behind the object in memory. */
    CompiledSubject(Folding folding, ConsentHistory history, @Nullable Question only) {
        this.size = folding.size();
        this.stride = folding.stride();
        this.hot = new long[size * (1 + stride)];
        this.glance = folding.fill(hot);
        this.rare = folding.rare();
        this.ranges = folding.ranges();
        this.recorded = history.size();
        this.erased = history.erased();
        this.untold = folding.exact() ? null : history;
        this.zone = folding.zone;
        this.only = only;
    }

    /** Whether a question may be asked of it. */
    boolean fits(Question question) {
        return (only == null || only == question) && zone.equals(question.zone);
    }

    /** Whether an event may speak of a question. */
    boolean speaksOf(Question question) {
        return (glance & question.glance) != 0;
    }

    long scope(int event) {
        return hot[event];
    }

    long column(int column, int event) {
        return hot[size + event * stride + column];
    }

    long earliest(int event) {
        Rare more = rare;
        return more == null ? column(DENIAL_FROM, event) : more.earliest[event];
    }

    long latest(int event) {
        Rare more = rare;
        return more == null ? column(DENIAL_FROM, event) : more.latest[event];
    }

    /** From when on a grant does not count because its notice changed. */
    long reconsent(int event) {
        Rare more = rare;
        return more == null ? Algebra.NEVER : more.reconsent[event];
    }

    long position(int event) {
        Rare more = rare;
        return more == null ? Long.MAX_VALUE : more.position[event];
    }

    String contact(int event) {
        Rare more = rare;
        return more == null ? "" : more.contact[event];
    }

    /** The controller that an event names, or empty. */
    String controller(int event) {
        Rare more = rare;
        return more == null ? "" : more.controller[event];
    }

    boolean covers(int event, int purpose) {
        Rare more = rare;
        return more != null && Tables.has(more.covers[event], purpose);
    }

    boolean supersedes(int event, int other) {
        Rare more = rare;
        return more != null && contains(more.supersedes[event], other);
    }

    boolean sameRecord(int event, int other) {
        Rare more = rare;
        return more == null || more.record[event] == more.record[other];
    }

    long periodEnd(int event, int period) {
        Rare more = rare;
        return period < 0 || more == null ? Algebra.NEVER : more.periodEnds[period * size + event];
    }

    /** The first time after another at which an event that speaks of a question starts or ceases to count. */
    long nextChange(Question question, long after) {
        long next = Algebra.NEVER;
        for (int i = 0; i < size; i++) {
            if (question.speaksOf(Scope.purpose(scope(i)))) {
                next = later(column(GRANT_FROM, i), after, next);
                next = later(column(DENIAL_FROM, i), after, next);
                next = later(column(END, i), after, next);
                next = later(reconsent(i), after, next);
                Rare more = rare;
                for (int period = i; more != null && period < more.periodEnds.length; period += size) {
                    next = later(more.periodEnds[period], after, next);
                }
            }
        }
        return next;
    }

    private static long later(long time, long after, long next) {
        return time > after ? Math.min(time, next) : next;
    }

    /** Whether an event certainly happened after another. */
    boolean certainlyAfter(int event, int other) {
        if (earliest(event) > latest(other)) {
            return true;
        }
        Rare more = rare;
        return more != null
                && more.source[event] > 0
                && more.source[event] == more.source[other]
                && more.seq[other] >= 0
                && more.seq[event] > more.seq[other];
    }

    boolean follows(int event, int other) {
        return certainlyAfter(event, other) || supersedes(event, other);
    }

    /**
     * {@return the last position that was sealed at an instant or before; 0 if none}
     *
     * @param instant the instant
     */
    public long positionAt(Instant instant) {
        Rare more = rare;
        long last = 0;
        for (int i = 0; i < size && more != null; i++) {
            if (!more.sealedAt[i].isAfter(instant)) {
                last = Math.max(last, more.position[i]);
            }
        }
        return last;
    }

    private static boolean contains(int[] numbers, int number) {
        for (int one : numbers) {
            if (one == number) {
                return true;
            }
        }
        return false;
    }

    /** {@return the time zone in which periods were counted} */
    public ZoneId zone() {
        return zone;
    }

    /** {@return how many events it was made from, also those that matter to no question} */
    public int size() {
        return recorded;
    }

    @Override
    public String toString() {
        return "CompiledSubject[" + recorded + " events]";
    }

    /** Columns that most people do not need. */
    static final class Rare {

        final long[] earliest;
        final long[] latest;
        final long[] reconsent;
        final long[] position;
        final Instant[] sealedAt;
        final long[] seq;
        final int[] source;
        final int[] record;
        final String[] contact;
        final String[] controller;
        final long[][] covers;
        final int[][] supersedes;
        final long[] periodEnds;

        private static final int[] NONE = {};

        Rare(int size, int periods) {
            earliest = new long[size];
            latest = new long[size];
            reconsent = new long[size];
            position = new long[size];
            sealedAt = new Instant[size];
            seq = new long[size];
            source = new int[size];
            record = new int[size];
            contact = new String[size];
            controller = new String[size];
            covers = new long[size][];
            supersedes = new int[size][];
            Arrays.fill(supersedes, NONE);
            periodEnds = new long[size * periods];
        }
    }
}
