package dev.cdm.core.linking;

import dev.cdm.core.internal.Checks;

/**
 * How many values one profile may have.
 *
 * @param values the number of distinct values, from 1
 * @param window in which span of time
 */
public record ValueLimit(int values, LimitWindow window) {

    static final ValueLimit NONE = new ValueLimit(IdentifierLimits.UNLIMITED, LimitWindow.EVER);

    /** Checks the number. */
    public ValueLimit {
        Checks.between(values, 1, IdentifierLimits.UNLIMITED, "limit");
    }
}
