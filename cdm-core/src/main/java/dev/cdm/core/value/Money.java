package dev.cdm.core.value;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of a currency.
 *
 * @param amount the amount in units of the currency, negative for a debt; trailing zeros are dropped
 * @param currency the ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements AttributeValue {

    /** Checks the parts. */
    public Money {
        amount = plain(amount);
    }

    @Override
    public String canonicalText() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public String toString() {
        return "Money[…]";
    }
}
