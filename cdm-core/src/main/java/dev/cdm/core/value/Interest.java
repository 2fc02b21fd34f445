package dev.cdm.core.value;

import dev.cdm.core.internal.Checks;
import java.time.Duration;
import java.time.Instant;

/**
 * An interest in a topic, such as a brand or a hobby, that fades with time.
 *
 * @param topic the topic
 * @param weight how strong the interest was when last seen, above 0 and at most 1
 * @param lastSeen when it was last seen
 */
public record Interest(String topic, double weight, Instant lastSeen) implements AttributeValue {

    /** Checks the parts. */
    public Interest {
        Components.required(topic, "topic");
        Checks.require(weight > 0 && weight <= 1, "weight", "must be above 0 and at most 1", weight);
    }

    /**
     * {@return the value of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     * @throws java.time.format.DateTimeParseException if the time in it is not an ISO instant
     */
    public static Interest parse(String canonicalText) {
        var parts = Components.split(canonicalText, 3);
        return new Interest(parts.get(0), Double.parseDouble(parts.get(1)), Instant.parse(parts.get(2)));
    }

    @Override
    public String canonicalText() {
        return Components.join(topic, Double.toString(weight), lastSeen.toString());
    }

    /**
     * {@return the weight that is left at a time: halved with every half-life since it was last seen}
     *
     * @param time the time; before {@link #lastSeen} the weight is whole
     * @param halfLife how long it takes to lose half, above zero
     */
    public double weightAt(Instant time, Duration halfLife) {
        Checks.require(halfLife.compareTo(Duration.ZERO) > 0, "halfLife", "must be above zero", halfLife);
        double age = Math.max(0, Duration.between(lastSeen, time).toMillis());
        return weight * Math.pow(0.5, age / halfLife.toMillis());
    }

    @Override
    public String toString() {
        return "Interest[…]";
    }
}
