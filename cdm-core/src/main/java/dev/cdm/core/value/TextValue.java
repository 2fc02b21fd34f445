package dev.cdm.core.value;

/**
 * Free text.
 *
 * @param text the text, not blank, storable
 */
public record TextValue(String text) implements AttributeValue {

    /** Checks the parts. */
    public TextValue {
        Components.required(text, "text");
    }

    @Override
    public String canonicalText() {
        return text;
    }

    @Override
    public String toString() {
        return "TextValue[…]";
    }
}
