package dev.cdm.matching.person;

import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates of birth as they are written: ISO, day or month first, Japanese eras, months by name, years alone. */
final class DateReader {

    private static final Map<String, Integer> ERAS = ImmutableMap.<String, Integer>builder()
            .put("明治", 1867)
            .put("m", 1867)
            .put("大正", 1911)
            .put("t", 1911)
            .put("昭和", 1925)
            .put("s", 1925)
            .put("平成", 1988)
            .put("h", 1988)
            .put("令和", 2018)
            .put("r", 2018)
            .buildOrThrow();
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Pattern ERA =
            Pattern.compile("(明治|大正|昭和|平成|令和|[mtshr])[. ]?(\\d{1,2}|元)\\D{1,2}(\\d{1,2})\\D{1,2}(\\d{1,2})日?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\D{1,2}(\\d{1,2})(?:\\D{1,2}(\\d{1,2}))?(?:\\D.*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?: .*)?");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[-. ]*([a-z]{3})[a-z]*[-., ]*(\\d{4}).*");
    private static final Pattern NAMED_FIRST = Pattern.compile("([a-z]{3})[a-z]*[. ]*(\\d{1,2})[a-z,. ]*(\\d{4}).*");
    private static final int USUAL_LENGTH = 10;
    private static final String MARKS = "-/.";
    private static final int YOUNGEST_SHORT_YEAR = 25;

    private DateReader() {}

    /** {@return year * 10000 + month * 100 + day, with 0 for unknown parts; 0 if the text is no date} */
    static int read(String text, boolean monthFirst) {
        int usual = usual(text, monthFirst);
        if (usual != 0) {
            return usual;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        if (plain.matches("\\d{8}")) {
            return digits(Integer.parseInt(plain), monthFirst);
        }
        if (plain.matches("\\d{4}")) {
            return Integer.parseInt(plain) * 10_000;
        }
        Matcher matcher = YEAR_FIRST.matcher(plain);
        if (matcher.matches()) {
            return packed(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        }
        matcher = YEAR_LAST.matcher(plain);
        if (matcher.matches()) {
            return yearLast(number(matcher, 1), number(matcher, 2), matcher.group(3), monthFirst);
        }
        matcher = ERA.matcher(plain);
        if (matcher.matches()) {
            int year = matcher.group(2).equals("元") ? 1 : number(matcher, 2);
            return packed(ERAS.getOrDefault(matcher.group(1), 0) + year, number(matcher, 3), number(matcher, 4));
        }
        return named(plain);
    }

    /** {@return a date in ten letters, such as 2001-12-31 or 31/12/2001; 0 if the text is none} */
    private static int usual(String text, boolean monthFirst) {
        if (text.length() != USUAL_LENGTH) {
            return 0;
        }
        if (isNumber(text, 0, 4)
                && isMark(text, 4)
                && isNumber(text, 5, 7)
                && isMark(text, 7)
                && isNumber(text, 8, 10)) {
            return packed(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        }
        if (isNumber(text, 0, 2)
                && isMark(text, 2)
                && isNumber(text, 3, 5)
                && isMark(text, 5)
                && isNumber(text, 6, 10)) {
            return yearLast(number(text, 0, 2), number(text, 3, 5), text.substring(6), monthFirst);
        }
        return 0;
    }

    private static boolean isMark(String text, int at) {
        return MARKS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** {@return how far a text speaks for the month before the day (above 0) or after it (below 0)} */
    static int monthFirst(String text) {
        if (text.length() >= 4 && isNumber(text, 0, 4)) {
            return 0;
        }
        Matcher matcher = YEAR_LAST.matcher(text);
        return matcher.matches() ? (number(matcher, 2) > 12 ? 1 : 0) - (number(matcher, 1) > 12 ? 1 : 0) : 0;
    }

    private static int named(String plain) {
        Matcher matcher = NAMED.matcher(plain);
        if (matcher.matches()) {
            return packed(number(matcher, 3), month(matcher.group(2)), number(matcher, 1));
        }
        matcher = NAMED_FIRST.matcher(plain);
        return matcher.matches() ? packed(number(matcher, 3), month(matcher.group(1)), number(matcher, 2)) : 0;
    }

    private static int month(String name) {
        int at = MONTHS.indexOf(name);
        return at < 0 ? 0 : at / 3 + 1;
    }

    private static int yearLast(int first, int second, String year, boolean monthFirst) {
        int value = Integer.parseInt(year);
        int full = year.length() == 4 ? value : value <= YOUNGEST_SHORT_YEAR ? 2000 + value : 1900 + value;
        return monthFirst ? packed(full, first, second) : packed(full, second, first);
    }

    /** Eight digits start with the year unless only the end looks like one. */
    private static int digits(int value, boolean monthFirst) {
        int first = value / 1_000_000;
        int last = value % 10_000 / 100;
        if ((last == 19 || last == 20) && first != 19 && first != 20 && first != 18) {
            int second = value / 10_000 % 100;
            return monthFirst ? packed(value % 10_000, first, second) : packed(value % 10_000, second, first);
        }
        return value;
    }

    private static int packed(int year, int month, int day) {
        return year * 10_000 + month * 100 + day;
    }

    private static int number(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? 0 : Integer.parseInt(text);
    }
}
