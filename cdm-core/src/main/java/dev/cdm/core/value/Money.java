package dev.cdm.core.value;

import com.google.common.base.CharMatcher;
import dev.cdm.core.internal.Checks;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of a currency.
 *
 * @param amount the amount in units of the currency, negative for a debt; trailing zeros are dropped; with an exponent of at
 *     most 100,000
 * @param currency the ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements AttributeValue {

    private static final CharMatcher PLAIN = CharMatcher.inRange('0', '9').or(CharMatcher.anyOf("-."));

    private static final int MOST_DIGITS = 100_000;

    /** Checks the parts. */
    public Money {
        amount = plain(amount);
    }

    /**
     * {@return the amount of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     */
    public static Money parse(String canonicalText) {
        int space = canonicalText.indexOf(' ');
        Checks.require(space > 0, "canonicalText", "must hold a space before the currency");
        return new Money(
                number(canonicalText.substring(0, space)), Currency.getInstance(canonicalText.substring(space + 1)));
    }

    /* Without an exponent: a few characters of it would become gigabytes of digits. */
    static BigDecimal number(String digits) {
        Checks.require(PLAIN.matchesAllOf(digits), "digits", "must be a plain number");
        return new BigDecimal(digits);
    }

    @Override
    public String canonicalText() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    /* `1e999999999` is a few characters, and a gigabyte when it is written out. */
    static BigDecimal plain(BigDecimal number) {
        Checks.require(
                Math.abs((long) number.scale()) <= MOST_DIGITS,
                "number",
                "must have at most " + MOST_DIGITS + " digits before and after the point");
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public String toString() {
        return "Money[…]";
    }
}
