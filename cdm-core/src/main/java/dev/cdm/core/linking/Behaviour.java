package dev.cdm.core.linking;

/**
 * How a type of identifier behaves, in the words of Senzing's documentation.
 *
 * @param frequency how many people share one value
 * @param exclusive whether a person has only one value at a time
 * @param stable whether the value of a person stays
 */
public record Behaviour(Frequency frequency, boolean exclusive, boolean stable) {

    /** How many people share one value. */
    public enum Frequency {
        /** One, such as a customer number. */
        ONE,
        /** A few, such as the telephone of a household. */
        FEW,
        /** Many, such as a postcode. */
        MANY
    }
}
