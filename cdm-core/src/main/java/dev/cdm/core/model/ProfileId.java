package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;

/**
 * The id of a profile: given once, never used for another profile, and resolvable for ever.
 *
 * @param text the text, made by the library
 */
public record ProfileId(String text) {

    /** Checks the text. */
    public ProfileId {
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
