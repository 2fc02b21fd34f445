package dev.cdm.core.normalize.ja;

import dev.cdm.core.normalize.Normalized;
import dev.cdm.core.value.DateValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of the Japanese eras, as in 令和5年4月1日, R5.4.1 and H310430. */
final class EraDates {

    private static final String NUMBER = "([0-9]{1,2}|元|[一二三四五六七八九十]{1,3})";
    private static final Pattern LONG = Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHRmtshr]) ?" + NUMBER + " ?(?:年|[-./]) ?"
            + NUMBER + " ?(?:月|[-./]) ?" + NUMBER + " ?日?");
    private static final Pattern COMPACT = Pattern.compile("([MTSHRmtshr])([0-9]{2})([0-9]{2})([0-9]{2})");

    private EraDates() {}

    /** An era: its initial, and its first and last day. */
    private enum Era {
        MEIJI("明治", "1868-01-25", "1912-07-29"),
        TAISHO("大正", "1912-07-30", "1926-12-24"),
        SHOWA("昭和", "1926-12-25", "1989-01-07"),
        HEISEI("平成", "1989-01-08", "2019-04-30"),
        REIWA("令和", "2019-05-01", "9999-12-31");

        final String kanji;
        final LocalDate first;
        final LocalDate last;

        Era(String kanji, String first, String last) {
            this.kanji = kanji;
            this.first = LocalDate.parse(first);
            this.last = LocalDate.parse(last);
        }

        static Era of(String text) {
            String initial = text.toUpperCase(Locale.ROOT);
            for (Era era : values()) {
                if (text.equals(era.kanji) || era.name().startsWith(initial)) {
                    return era;
                }
            }
            throw new IllegalStateException("the pattern must know the same eras");
        }
    }

    static Optional<Normalized<DateValue>> date(String text) {
        for (Pattern form : new Pattern[] {LONG, COMPACT}) {
            Matcher found = form.matcher(text);
            if (found.matches()) {
                return Optional.of(date(found));
            }
        }
        return Optional.empty();
    }

    private static Normalized<DateValue> date(Matcher found) {
        Era era = Era.of(found.group(1));
        int year = era.first.getYear() + Kana.year(found.group(2)) - 1;
        try {
            LocalDate date = LocalDate.of(year, Kana.year(found.group(3)), Kana.year(found.group(4)));
            Normalized<DateValue> value = Normalized.of(new DateValue(date));
            boolean outside = date.isBefore(era.first) || date.isAfter(era.last);
            return outside ? value.warning("date.era_bounds", "lies outside the era it names") : value;
        } catch (DateTimeException e) {
            return Normalized.failed("date.impossible", "is no date of the calendar");
        }
    }
}
