package dev.cdm.core.value;

/**
 * What a person prefers about a topic. Whether it was stated or inferred, the provenance says.
 *
 * @param topic what the preference is about, such as {@code channel}
 * @param choice what is preferred
 */
public record Preference(String topic, String choice) implements AttributeValue {

    /** Checks the parts. */
    public Preference {
        Components.required(topic, "topic");
        Components.required(choice, "choice");
    }

    /**
     * {@return the value of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     */
    public static Preference parse(String canonicalText) {
        var parts = Components.split(canonicalText, 2);
        return new Preference(parts.get(0), parts.get(1));
    }

    @Override
    public String canonicalText() {
        return Components.join(topic, choice);
    }

    @Override
    public String toString() {
        return "Preference[…]";
    }
}
