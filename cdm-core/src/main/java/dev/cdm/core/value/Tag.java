package dev.cdm.core.value;

import dev.cdm.core.internal.Checks;

/**
 * A label that somebody put on a person, such as {@code wants on-site service}, with its polarity. Who put it there and
 * when, the provenance says.
 *
 * @param name the label
 * @param polarity −1 for a negative sign, 0 for a neutral one, 1 for a positive one
 */
public record Tag(String name, int polarity) implements AttributeValue {

    /** Checks the parts. */
    public Tag {
        Components.required(name, "name");
        Checks.between(polarity, -1, 1, "polarity");
    }

    /**
     * {@return the tag of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     */
    public static Tag parse(String canonicalText) {
        var parts = Components.split(canonicalText, 2);
        return new Tag(parts.get(0), Integer.parseInt(parts.get(1)));
    }

    @Override
    public String canonicalText() {
        return Components.join(name, Integer.toString(polarity));
    }

    @Override
    public String toString() {
        return "Tag[…]";
    }
}
