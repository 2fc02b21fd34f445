package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;

/**
 * The id of a purpose for which data may be used, such as {@code marketing}. Declared by the host.
 *
 * @param text the text, not blank
 */
public record PurposeId(String text) {

    /** Checks the text. */
    public PurposeId {
        Checks.notBlank(text, "text");
        Checks.require(
                text.length() <= 200 && CodePoints.storable(text),
                "text",
                "must be storable text of at most 200 characters");
    }

    @Override
    public String toString() {
        return text;
    }
}
