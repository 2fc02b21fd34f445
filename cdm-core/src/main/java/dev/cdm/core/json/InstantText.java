package dev.cdm.core.json;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as ISO text, as {@link Instant#toString} writes them. Records are full of them, so the usual form is read
 * without a formatter.
 */
final class InstantText {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int SECONDS_END = FORM.length();
    private static final int NANO_DIGITS = 9;

    private InstantText() {}

    static Instant parse(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    private static boolean isUsual(String text) {
        int length = text.length();
        if (length <= SECONDS_END || length > SECONDS_END + NANO_DIGITS + 2 || text.charAt(length - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < length - 1; i++) {
            char wanted = i < SECONDS_END ? FORM.charAt(i) : i == SECONDS_END ? '.' : '0';
            char unit = text.charAt(i);
            if (wanted == '0' ? unit < '0' || unit > '9' : unit != wanted) {
                return false;
            }
        }
        return length != SECONDS_END + 2;
    }

    private static Instant usual(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600 + minute * 60 + second, nanos(text));
    }

    private static int nanos(String text) {
        int end = text.length() - 1;
        if (end == SECONDS_END) {
            return 0;
        }
        int nanos = number(text, SECONDS_END + 1, end);
        for (int digits = end - SECONDS_END - 1; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
