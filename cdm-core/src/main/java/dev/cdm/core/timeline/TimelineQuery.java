package dev.cdm.core.timeline;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Cursor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a timeline are asked for. Immutable: every method gives a new query.
 *
 * <p>The default is the first hundred events of all types and times.
 */
public final class TimelineQuery {

    private static final TimelineQuery ALL = new TimelineQuery(null, null, ImmutableSet.of(), Cursor.START, 100);

    private final @Nullable Instant from;
    private final @Nullable Instant until;
    private final ImmutableSet<String> types;
    private final Cursor after;
    private final int limit;

    private TimelineQuery(
            @Nullable Instant from, @Nullable Instant until, ImmutableSet<String> types, Cursor after, int limit) {
        this.from = from;
        this.until = until;
        this.types = types;
        this.after = after;
        this.limit = limit;
    }

    /** {@return the query for events of all types and times, a hundred to a page} */
    public static TimelineQuery all() {
        return ALL;
    }

    /**
     * {@return this query, for events at a time or later}
     *
     * @param time the time
     */
    public TimelineQuery from(Instant time) {
        return new TimelineQuery(time, until, types, after, limit);
    }

    /**
     * {@return this query, for events before a time}
     *
     * @param time the time, itself excluded
     */
    public TimelineQuery until(Instant time) {
        return new TimelineQuery(from, time, types, after, limit);
    }

    /**
     * {@return this query, for events of some types; none means all}
     *
     * @param wanted the types
     */
    public TimelineQuery types(EventType... wanted) {
        ImmutableSet<String> names = Arrays.stream(wanted).map(EventType::name).collect(ImmutableSet.toImmutableSet());
        return new TimelineQuery(from, until, names, after, limit);
    }

    /**
     * {@return this query, for the events that follow those already read}
     *
     * @param cursor the cursor of the former page; the rest of the query and the record ids should be the same
     */
    public TimelineQuery after(Cursor cursor) {
        return new TimelineQuery(from, until, types, cursor, limit);
    }

    /**
     * {@return this query, with the size of a page}
     *
     * @param most the most events to return, from 1
     */
    public TimelineQuery limit(int most) {
        return new TimelineQuery(from, until, types, after, Checks.between(most, 1, Integer.MAX_VALUE, "most"));
    }

    /** {@return the first time asked for, if there is one} */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /** {@return the first time not asked for any more, if there is one} */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    Cursor after() {
        return after;
    }

    int limit() {
        return limit;
    }

    boolean isOver(Event event) {
        return until != null && !event.occurredAt().isBefore(until);
    }

    boolean matches(Event event) {
        return (from == null || !event.occurredAt().isBefore(from))
                && (types.isEmpty() || types.contains(event.type()));
    }

    @Override
    public String toString() {
        return "TimelineQuery[from " + from + " until " + until + " " + types + " limit " + limit + "]";
    }
}
