package dev.cdm.matching.quality;

import dev.cdm.core.internal.Checks;
import java.util.Locale;

/**
 * A number that is not known exactly, with its 90 % interval.
 *
 * @param value the number as it is expected
 * @param low where the interval begins, at most the value
 * @param high where the interval ends, at least the value; finite
 */
public record Estimate(double value, double low, double high) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the numbers do not ascend from low over value to high, or are not finite
     */
    public Estimate {
        Checks.require(Double.isFinite(low) && low <= value, "low", "must be finite and at most the value", low);
        Checks.require(Double.isFinite(high) && value <= high, "high", "must be finite and at least the value", high);
    }

    /**
     * {@return whether a number lies in the interval}
     *
     * @param truth the number
     */
    public boolean covers(double truth) {
        return low <= truth && truth <= high;
    }

    /** {@return the value and the interval with three decimals, such as {@code 0.981 (0.970-0.992)}} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", value, low, high);
    }
}
