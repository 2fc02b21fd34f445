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

    @Override
    public String canonicalText() {
        return Components.join(topic, choice);
    }

    @Override
    public String toString() {
        return "Preference[…]";
    }
}
