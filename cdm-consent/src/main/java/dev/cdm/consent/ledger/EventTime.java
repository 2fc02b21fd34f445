package dev.cdm.consent.ledger;

import dev.cdm.core.internal.Checks;
import java.time.Duration;
import java.time.Instant;

/**
 * When an event happened, as far as clocks can tell. Immutable.
 *
 * <p>A source asserts a time; we receive the event later, or earlier if the source's clock is fast. Neither order of
 * arrival nor ids say which of two events is later: only times that cannot overlap, or the source's own sequence, do.
 *
 * @param asserted when it happened by the source's clock; between the years 1 and 9999
 * @param received when we got it, by our clock; between the years 1 and 9999
 * @param source the id of the source, empty if unknown
 * @param seq the source's own sequence number, or {@link #NO_SEQ}
 * @param tolerance by how much the source's clock may be wrong either way, at most 366 days
 * @param trustworthy whether the source delivers in batches, late, with times that are right
 */
public record EventTime(
        Instant asserted, Instant received, String source, long seq, Duration tolerance, boolean trustworthy) {

    /** Stands for: the source gives no sequence number. */
    public static final long NO_SEQ = -1;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Checks the parts. */
    public EventTime {
        inRange(asserted, "asserted");
        inRange(received, "received");
        Checks.require(seq >= NO_SEQ, "seq", "must be 0 or more, or -1 for none", seq);
        Checks.notNegative(tolerance, "tolerance");
        Checks.require(tolerance.compareTo(LONGEST) <= 0, "tolerance", "must be at most 366 days", tolerance);
    }

    /**
     * {@return the time of an event whose source asserts a time by a right clock}
     *
     * @param asserted when it happened
     * @param received when we got it
     * @param source the id of the source
     */
    public static EventTime of(Instant asserted, Instant received, String source) {
        return new EventTime(asserted, received, source, NO_SEQ, Duration.ZERO, false);
    }

    private static void inRange(Instant time, String parameter) {
        Checks.require(
                !time.isBefore(FIRST) && !time.isAfter(LAST), parameter, "must be between the years 1 and 9999", time);
    }

    /** {@return the earliest time at which it can have happened} */
    public Instant earliest() {
        return earlier(asserted, received).minus(tolerance);
    }

    /** {@return the latest time at which it can have happened} */
    public Instant latest() {
        return trustworthy ? earlier(received, asserted.plus(tolerance)) : received;
    }

    /** {@return from when on it acts if it forbids: the earlier of the two times} */
    public Instant denialFrom() {
        return earlier(asserted, received);
    }

    /** {@return from when on it acts if it permits: not before it was asserted, nor before it can have been received} */
    public Instant grantFrom() {
        Instant sent = received.minus(tolerance);
        return asserted.isAfter(sent) ? asserted : sent;
    }

    /**
     * {@return whether this certainly happened after the other: by times that cannot overlap, or by the sequence of one
     * source}
     *
     * @param other the other
     */
    public boolean certainlyAfter(EventTime other) {
        return earliest().isAfter(other.latest()) || followsInSequence(other);
    }

    private boolean followsInSequence(EventTime other) {
        return !source.isEmpty() && source.equals(other.source) && other.seq != NO_SEQ && seq > other.seq;
    }

    private static Instant earlier(Instant first, Instant second) {
        return first.isBefore(second) ? first : second;
    }
}
