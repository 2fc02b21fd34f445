package dev.cdm.core.linking;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The span of time in which the values of a profile are counted against a limit.
 *
 * <p>Spans are those of the calendar in UTC, and a value counts in the span in which its record says what it says: the
 * time the source asserts, or that of receipt if it asserts none. So the count is a function of the records, whatever the
 * order of their arrival.
 */
public enum LimitWindow {
    /** All values count together. */
    EVER,
    /** The values of each year, from January 1. */
    ANNUALLY,
    /** The values of each month, from its first day. */
    MONTHLY,
    /** The values of each week, from Monday (ISO 8601). */
    WEEKLY;

    private static final int DAYS_FROM_MONDAY_TO_EPOCH = 3;
    private static final long SECONDS_OF_A_DAY = 86_400;

    /**
     * {@return the number of the span a time falls into; equal for two times in one span}
     *
     * @param time the time
     */
    public long span(Instant time) {
        return this == EVER ? 0 : span(day(time));
    }

    private long span(LocalDate day) {
        return switch (this) {
            case EVER -> 0;
            case ANNUALLY -> day.getYear();
            case MONTHLY -> day.getYear() * 12L + day.getMonthValue() - 1;
            case WEEKLY -> Math.floorDiv(day.toEpochDay() + DAYS_FROM_MONDAY_TO_EPOCH, 7L);
        };
    }

    /* Instants reach a little further than dates. */
    private static LocalDate day(Instant time) {
        long day = Math.floorDiv(time.getEpochSecond(), SECONDS_OF_A_DAY);
        return LocalDate.ofEpochDay(Math.max(LocalDate.MIN.toEpochDay(), Math.min(LocalDate.MAX.toEpochDay(), day)));
    }
}
