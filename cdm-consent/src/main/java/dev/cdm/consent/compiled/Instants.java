package dev.cdm.consent.compiled;

import java.time.Instant;

/** Instants as nanoseconds since 1970, as far as a long reaches: from 1685 to 2255. */
final class Instants {

    /** Stands for {@link Instant#MAX}: it never comes. */
    static final long NEVER = Long.MAX_VALUE;

    /** Stands for an instant that a long cannot tell; whoever meets it asks the engine. */
    static final long UNTOLD = Long.MIN_VALUE;

    static final long DAY = 86_400_000_000_000L;

    private static final long FARTHEST = 9_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private Instants() {}

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
