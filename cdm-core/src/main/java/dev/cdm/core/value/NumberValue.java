package dev.cdm.core.value;

import java.math.BigDecimal;

/**
 * A number of any precision. Equal numbers are equal whatever their scale: trailing zeros are dropped.
 *
 * @param number the number, with an exponent of at most 100,000
 */
public record NumberValue(BigDecimal number) implements AttributeValue {

    /** Checks the parts. */
    public NumberValue {
        number = Money.plain(number);
    }

    /**
     * {@return the number of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     */
    public static NumberValue parse(String canonicalText) {
        return new NumberValue(Money.number(canonicalText));
    }

    @Override
    public String canonicalText() {
        return number.toPlainString();
    }

    @Override
    public String toString() {
        return "NumberValue[…]";
    }
}
