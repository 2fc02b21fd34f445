package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;

/**
 * The id of a recipient to whom data may be disclosed, such as a mail provider. Declared by the host.
 *
 * @param text the text, not blank
 */
public record RecipientId(String text) {

    /** Checks the text. */
    public RecipientId {
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
