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

    @Override
    public String canonicalText() {
        return low.toPlainString() + ".." + high.toPlainString() + " " + currency.getCurrencyCode();
    }

    @Override
    public String toString() {
        return "MoneyBand[…]";
    }
}
