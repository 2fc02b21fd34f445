package dev.cdm.core.value;

import java.time.Instant;
import java.util.Objects;

/**
 * An instant on the UTC time line with nanoseconds.
 *
 * @param instant the instant
 */
public record TimestampValue(Instant instant) implements AttributeValue {

    /** Checks the parts. */
    public TimestampValue {
        Objects.requireNonNull(instant, "instant");
    }

    @Override
    public String canonicalText() {
        return instant.toString();
    }

    @Override
    public String toString() {
        return "TimestampValue[…]";
    }
}
