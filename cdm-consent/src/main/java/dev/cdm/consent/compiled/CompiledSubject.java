package dev.cdm.consent.compiled;

import dev.cdm.consent.ledger.ConsentHistory;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The events of one person as columns of numbers, made by {@link CompiledPolicy#subject}. Immutable, thread-safe; it holds
 * for the events and the policy it was made from, and for questions of one time zone.
 *
 * <p>About 70 bytes and 40 for each event, more only for events with contact points, sequences or clocks that differ.
 */
public final class CompiledSubject {

    static final int SCOPE = 0;
    static final int GRANT_FROM = 1;
    static final int DENIAL_FROM = 2;
    static final int END = 3;
    static final int CATEGORIES = 4;

    final long[] hot;
    final int size;
    final boolean erased;
    final @Nullable ConsentHistory untold;
    private final ZoneId zone;
    private final @Nullable Question only;
    final @Nullable Rare rare;

    CompiledSubject(
            long[] hot,
            int size,
            boolean erased,
            @Nullable ConsentHistory untold,
            ZoneId zone,
            @Nullable Question only,
            @Nullable Rare rare) {
        this.hot = hot;
        this.size = size;
        this.erased = erased;
        this.untold = untold;
        this.zone = zone;
        this.only = only;
        this.rare = rare;
    }

    /** Whether a question may be asked of it. */
    boolean fits(Question question) {
        return (only == null || only == question) && zone.equals(question.query.zone());
    }

    long scope(int event) {
        return hot[event];
    }

    long column(int column, int event) {
        return hot[column * size + event];
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
        return more == null ? Instants.NEVER : more.reconsent[event];
    }

    long position(int event) {
        Rare more = rare;
        return more == null ? Long.MAX_VALUE : more.position[event];
    }

    String contact(int event) {
        Rare more = rare;
        return more == null ? "" : more.contact[event];
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
        return period < 0 || more == null ? Instants.NEVER : more.periodEnds[period * size + event];
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

    /** {@return how many of the events can matter to a decision} */
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return "CompiledSubject[" + size + " events]";
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
        final long[][] covers;
        final int[][] supersedes;
        final long[] periodEnds;

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
            covers = new long[size][];
            supersedes = new int[size][];
            periodEnds = new long[size * periods];
        }
    }
}
