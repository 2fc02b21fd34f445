package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;

/**
 * A value by which a source tells a person from others, with its type.
 *
 * @param type the type
 * @param value the value in normal form, storable, not blank, at most 300 characters
 */
public record Identifier(IdentifierType type, String value) {

    /** Checks the value. */
    public Identifier {
        Checks.notBlank(value, "value");
        Checks.require(
                value.length() <= 300 && CodePoints.storable(value),
                "value",
                "must be storable text of at most 300 characters");
    }

    /** {@return type, colon and value: the form in which indexes hold identifiers} */
    public String text() {
        return type.name() + ":" + value;
    }

    @Override
    public String toString() {
        return "Identifier[" + type.name() + "]";
    }
}
