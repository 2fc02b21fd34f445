package dev.cdm.core.value;

import dev.cdm.core.internal.Checks;
import java.time.LocalDate;

/**
 * A calendar date in the ISO calendar without time and zone, such as a date of birth.
 *
 * @param date the date, of the years 1 to 9999
 */
public record DateValue(LocalDate date) implements AttributeValue {

    /** Checks the parts. */
    public DateValue {
        Checks.require(date.getYear() >= 1 && date.getYear() <= 9999, "date", "must lie in the years 1 to 9999");
    }

    @Override
    public String canonicalText() {
        return date.toString();
    }

    @Override
    public String toString() {
        return "DateValue[…]";
    }
}
