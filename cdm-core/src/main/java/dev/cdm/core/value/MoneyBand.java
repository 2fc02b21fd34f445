package dev.cdm.core.value;

import dev.cdm.core.internal.Checks;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A range of money, such as an income bracket: from {@code low}, included, to {@code high}, excluded.
 *
 * @param low the lower bound
 * @param high the upper bound, above the lower
 * @param currency the ISO 4217 currency of both
 */
public record MoneyBand(BigDecimal low, BigDecimal high, Currency currency) implements AttributeValue {

    /** Checks the parts. */
    public MoneyBand {
        low = Money.plain(low);
        high = Money.plain(high);
        Checks.require(low.compareTo(high) < 0, "high", "must be above `low`");
    }

    /**
     * {@return the range of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     */
    public static MoneyBand parse(String canonicalText) {
        int dots = canonicalText.indexOf("..");
        int space = canonicalText.indexOf(' ');
        Checks.require(dots > 0 && space > dots, "canonicalText", "must hold two dots and then a space");
        return new MoneyBand(
                Money.number(canonicalText.substring(0, dots)),
                Money.number(canonicalText.substring(dots + 2, space)),
                Currency.getInstance(canonicalText.substring(space + 1)));
    }

    @Override
    public String canonicalText() {
        return low.toPlainString() + ".." + high.toPlainString() + " " + currency.getCurrencyCode();
    }

    @Override
    public String toString() {
        return "MoneyBand[…]";
    }
}
