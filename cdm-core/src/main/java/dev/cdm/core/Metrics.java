package dev.cdm.core;

import java.time.Duration;

/**
 * What the front doors tell about their work; a host passes it on to its own monitoring. Implementations are
 * thread-safe, quick and never throw.
 *
 * <p>Names, all in lower case with dots:
 *
 * <ul>
 *   <li>{@code intake.records}: count of raw records and rows; {@code intake.verdict.accepted} and so on for each verdict;
 *   <li>{@code intake.outcome.new} and so on for each outcome of a resolution: counts;
 *   <li>{@code intake.batch}, {@code intake.file}: duration of an intake by list and of a whole file;
 *   <li>{@code events}: count of events that were new;
 *   <li>{@code profile}: duration of reading one profile;
 *   <li>{@code steward}: duration of a merge, a separation and their undoing;
 *   <li>{@code erasure}: duration of an erasure;
 *   <li>{@code conflict}: count of units of work that were run again after a version conflict.
 * </ul>
 *
 * <p>Other modules add their own under their name, such as {@code consent.decision}.
 */
public interface Metrics {

    /**
     * Tells how often something happened.
     *
     * @param name what
     * @param amount how often, 0 or more
     */
    void count(String name, long amount);

    /**
     * Tells how long something took.
     *
     * @param name what
     * @param duration how long
     */
    void duration(String name, Duration duration);

    /** {@return metrics that go nowhere: the default} */
    static Metrics none() {
        return NoMetrics.INSTANCE;
    }
}
