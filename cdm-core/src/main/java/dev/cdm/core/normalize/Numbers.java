package dev.cdm.core.normalize;

import dev.cdm.core.internal.CleanText;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.MoneyBand;
import dev.cdm.core.value.NumberValue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, amounts and bands of money. A comma or point followed by exactly three digits groups thousands, unless it is
 * a single point in a plain number; any other one is the decimal sign.
 */
final class Numbers {

    private static final int LONGEST = 60;
    private static final Pattern CANONICAL = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?) ([A-Z]{3})");
    private static final Pattern SHAPE = Pattern.compile("[+\\-−△▲]?[0-9]{1,60}(?:[0-9 .,'’_]{0,60}[0-9])?");
    private static final Pattern UNIT = Pattern.compile("(?i) ?(?:歳|才|人|名|件|回|点|years?( old)?|yrs?|employees)$");
    private static final Pattern MULTIPLE = Pattern.compile("(?i)(?<=[0-9]) ?([千万億兆]|k|m|mn|bn)$");
    private static final Pattern AMOUNT =
            Pattern.compile("[+\\-−△▲(]{0,2} ?[0-9][0-9 .,'’_]{0,80} ?(?:[千万億兆kKM])?\\)?");
    private static final Pattern RANGE = Pattern.compile(" ?(?:\\.\\.|[~〜–—―]| to | - |(?<=[0-9万円])-(?=[0-9$¥€£])) ?");

    private Numbers() {}

    static Normalized<NumberValue> number(String text) {
        String line = UNIT.matcher(CleanText.line(text)).replaceFirst("");
        return decimal(line, false)
                .map(number -> Normalized.of(new NumberValue(number)))
                .orElseGet(() -> Normalized.failed("number.malformed", "is not a number"));
    }

    static Normalized<Money> money(String text, ValueNormalizer.Context context) {
        String line = CleanText.line(text);
        Matcher canonical = CANONICAL.matcher(line);
        if (canonical.matches() && Codes.table("currency").has(canonical.group(2)) && line.length() <= LONGEST) {
            BigDecimal amount = new BigDecimal(canonical.group(1));
            return Normalized.of(new Money(amount, Currency.getInstance(canonical.group(2))))
                    .warningIf(
                            amount.scale() == 3, "money.ambiguous", "has three digits after a point: read as decimals");
        }
        Matcher amount = AMOUNT.matcher(line);
        if (!amount.find()) {
            return Normalized.failed("money.malformed", "holds no amount");
        }
        String unit = (line.substring(0, amount.start()) + line.substring(amount.end())).strip();
        boolean negative = unit.startsWith("-") && unit.length() > 1;
        Optional<String> code = code(negative ? unit.substring(1).strip() : unit, context);
        if (code.isEmpty()) {
            return Normalized.failed("money.no_currency", "has no known currency, and the plan has no region");
        }
        return decimal(amount.group(), true)
                .map(number -> new Money(negative ? number.negate() : number, Currency.getInstance(code.get())))
                .map(Normalized::of)
                .orElseGet(() -> Normalized.failed("money.malformed", "holds no amount"));
    }

    private static Optional<String> code(String unit, ValueNormalizer.Context context) {
        if (!unit.isEmpty()) {
            return Codes.currency(unit, context.region());
        }
        return Codes.country(context.region()).flatMap(region -> Optional.ofNullable(usual(region)));
    }

    private static @Nullable String usual(String region) {
        if (region.equals("ZZ")) {
            return null;
        }
        Currency currency = Currency.getInstance(new Locale("", region));
        return currency == null ? null : currency.getCurrencyCode();
    }

    static Normalized<MoneyBand> band(String text, ValueNormalizer.Context context) {
        String line = CleanText.line(text);
        Matcher range = RANGE.matcher(line);
        if (!range.find()) {
            return Normalized.failed("money.malformed", "is not a range of money");
        }
        Optional<Money> high = money(line.substring(range.end()), context).value();
        Optional<Money> low = high.flatMap(bound -> low(line.substring(0, range.start()), bound, context));
        boolean band = low.isPresent()
                && low.get().currency().equals(high.get().currency())
                && low.get().amount().compareTo(high.get().amount()) < 0;
        return band
                ? Normalized.of(new MoneyBand(
                        low.get().amount(), high.get().amount(), high.get().currency()))
                : Normalized.failed("money.malformed", "is not a range of money");
    }

    /* The currency may stand at the upper bound only. */
    private static Optional<Money> low(String text, Money high, ValueNormalizer.Context context) {
        Matcher amount = AMOUNT.matcher(text);
        if (amount.matches() && !text.isBlank()) {
            return text.matches("-?[0-9]+(\\.[0-9]+)?")
                    ? Optional.of(new Money(new BigDecimal(text), high.currency()))
                    : decimal(text, true).map(number -> new Money(number, high.currency()));
        }
        return money(text, context).value();
    }

    /* With `grouped` a single point before three digits groups thousands. No exponents: they make numbers huge. */
    private static Optional<BigDecimal> decimal(String text, boolean grouped) {
        String bare = text.strip();
        boolean bracketed = bare.startsWith("(") && bare.endsWith(")");
        bare = bracketed ? bare.substring(1, bare.length() - 1).strip() : bare;
        Matcher multiple = MULTIPLE.matcher(bare);
        BigDecimal factor = BigDecimal.ONE;
        if (multiple.find()) {
            factor = factor(multiple.group(1).toLowerCase(Locale.ROOT));
            bare = bare.substring(0, multiple.start());
        }
        if (bare.length() > LONGEST || !SHAPE.matcher(bare).matches()) {
            return Optional.empty();
        }
        boolean negative = bracketed || "-−△▲".indexOf(bare.charAt(0)) >= 0;
        return Optional.of(new BigDecimal(pointed(bare.replaceAll("[^0-9.,]", ""), grouped)))
                .map(number -> negative ? number.negate() : number)
                .map(factor::multiply);
    }

    private static BigDecimal factor(String word) {
        return switch (word) {
            case "千", "k" -> BigDecimal.valueOf(1_000);
            case "万" -> BigDecimal.valueOf(10_000);
            case "億" -> BigDecimal.valueOf(100_000_000);
            case "兆" -> BigDecimal.valueOf(1_000_000_000_000L);
            case "bn" -> BigDecimal.valueOf(1_000_000_000);
            default -> BigDecimal.valueOf(1_000_000);
        };
    }

    /* Digits with at most one point, the decimal one. */
    private static String pointed(String text, boolean grouped) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        int last = Math.max(point, comma);
        if (last < 0) {
            return text;
        }
        boolean both = point >= 0 && comma >= 0;
        boolean several = text.indexOf(text.charAt(last)) != last;
        boolean groups = text.length() - last == 4 && last <= 3 && (grouped || comma >= 0) && !text.startsWith("0");
        String whole = text.substring(0, last).replaceAll("[.,]", "");
        String rest = text.substring(last + 1);
        boolean decimal = both ? !several : !several && !groups;
        return decimal ? whole + "." + rest : whole + rest;
    }
}
