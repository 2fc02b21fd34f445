package dev.cdm.consent.view;

import dev.cdm.consent.pack.Reason;
import dev.cdm.core.internal.Checks;

/**
 * Something a view left out. It tells no value.
 *
 * @param attribute the name of the attribute
 * @param values how many values of it were left out, from 1
 * @param reason why
 */
public record Withheld(String attribute, int values, Reason reason) {

    /** Checks that something was left out, for a reason. */
    public Withheld {
        Checks.require(values >= 1, "values", "must be 1 or more", values);
        Checks.require(!reason.permits(), "reason", "must be one that refuses", reason);
    }
}
