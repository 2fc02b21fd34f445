package dev.cdm.core.normalize;

import dev.cdm.core.internal.CleanText;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.TimestampValue;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times in the forms that exports and forms use; the order of day and month is the plan's. */
final class Dates {

    static final String MALFORMED = "date.malformed";

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4}) ?[-/.‐−–年] ?([0-9]{1,2}) ?[-/.‐−–月] ?([0-9]{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2}) ?([-/.,‐−– ]) ?([0-9]{1,2}) ?[-/.,‐−– ] ?([0-9]{4}|'?[0-9]{2})");
    private static final Pattern DAY_NAMED = Pattern.compile(
            "([0-9]{1,2})(?:st|nd|rd|th|er|\\.)?(?: of| de)?[ \\-/.]*(\\p{L}{3,10})\\.?(?: de)?[ ,\\-/.]*"
                    + "([0-9]{4}|'?[0-9]{2})");
    private static final Pattern NAMED_DAY =
            Pattern.compile("(\\p{L}{3,10})\\.?[ \\-/.]*([0-9]{1,2})(?:st|nd|rd|th)?[ ,\\-/.]+([0-9]{4}|'?[0-9]{2})");
    private static final Pattern YEAR_NAMED =
            Pattern.compile("([0-9]{4})[ \\-/.,]*(\\p{L}{3,10})\\.?[ \\-/.]*([0-9]{1,2})");
    private static final Pattern INCOMPLETE = Pattern.compile("[0-9]{4}([-/.][0-9]{1,2})?|--[0-9]{2}-?[0-9]{2}|0+");
    private static final Pattern WEEKDAY = Pattern.compile(
            " ?\\(?(?:[日月火水木金土]曜日?|\\([日月火水木金土]\\))\\)?$|^(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? ");
    private static final Pattern MIDNIGHT =
            Pattern.compile("(.{8,10})[ T]([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)(Z|[+-][0-9:]{2,6})?");
    private static final Pattern TIMED =
            Pattern.compile("(.{6,20}?)(?:T|,? )([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
                    + " ?([aApP]\\.?[mM]\\.?)? ?(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?");
    private static final Pattern EPOCH = Pattern.compile("-?[0-9]{9,10}|-?[0-9]{12,13}");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z").minusNanos(1);
    private static final Instant LAST =
            Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1);

    private Dates() {}

    static Normalized<DateValue> date(String text, ValueNormalizer.Context context) {
        String line = WEEKDAY.matcher(CleanText.line(text)).replaceFirst("");
        Matcher timed = MIDNIGHT.matcher(line);
        if (timed.matches()) {
            return plain(timed.group(1), context)
                    .warningIf(
                            !timed.group(2).matches("[0:.]+"),
                            "date.time_dropped",
                            "has a time of day, which was left out");
        }
        return plain(line, context);
    }

    private static Normalized<DateValue> plain(String line, ValueNormalizer.Context context) {
        Optional<Normalized<DateValue>> local = context.plan()
                .rules()
                .flatMap(rules -> rules.date(line).stream())
                .findFirst();
        if (local.isPresent()) {
            return local.get();
        }
        for (Pattern yearFirst : new Pattern[] {YEAR_FIRST, COMPACT}) {
            Matcher found = yearFirst.matcher(line);
            if (found.matches()) {
                return of(found.group(1), found.group(2), found.group(3), context);
            }
        }
        Matcher yearLast = YEAR_LAST.matcher(line);
        if (yearLast.matches()) {
            return yearLast(yearLast, context);
        }
        return named(line.toLowerCase(Locale.ROOT), context);
    }

    private static Normalized<DateValue> yearLast(Matcher found, ValueNormalizer.Context context) {
        int first = Integer.parseInt(found.group(1));
        int second = Integer.parseInt(found.group(3));
        boolean dayFirst = found.group(2).equals(".") || context.plan().dayFirst(context.region());
        boolean swapped = (dayFirst ? second : first) > 12 && (dayFirst ? first : second) <= 12;
        boolean readDayFirst = dayFirst != swapped;
        boolean ambiguous = first <= 12
                && second <= 12
                && first != second
                && !found.group(2).equals(".");
        String day = found.group(readDayFirst ? 1 : 3);
        String month = found.group(readDayFirst ? 3 : 1);
        Normalized<DateValue> date = of(found.group(4), month, day, context);
        return date.value().isEmpty()
                ? date
                : date.warningIf(ambiguous, "date.ambiguous", "may have day and month the other way round")
                        .warningIf(swapped, "date.order", "has day and month not in the order of the plan");
    }

    private static Normalized<DateValue> named(String line, ValueNormalizer.Context context) {
        Matcher day = DAY_NAMED.matcher(line);
        if (day.matches()) {
            return named(day.group(3), day.group(2), day.group(1), context);
        }
        Matcher month = NAMED_DAY.matcher(line);
        if (month.matches()) {
            return named(month.group(3), month.group(1), month.group(2), context);
        }
        Matcher year = YEAR_NAMED.matcher(line);
        if (year.matches()) {
            return named(year.group(1), year.group(2), year.group(3), context);
        }
        return INCOMPLETE.matcher(line).matches()
                ? Normalized.failed("date.incomplete", "has no year, month or day")
                : Normalized.failed(MALFORMED, "is not a date");
    }

    private static Normalized<DateValue> named(
            String year, String monthName, String day, ValueNormalizer.Context context) {
        return Codes.table("month")
                .code(monthName)
                .map(month -> of(year, month, day, context))
                .orElseGet(() -> Normalized.failed(MALFORMED, "is not a date"));
    }

    private static Normalized<DateValue> of(String year, String month, String day, ValueNormalizer.Context context) {
        String digits = year.startsWith("'") ? year.substring(1) : year;
        int number = Integer.parseInt(digits);
        boolean twoDigits = digits.length() == 2;
        int whole = twoDigits ? context.plan().centuryOf(number) + number : number;
        return of(whole, Integer.parseInt(month), Integer.parseInt(day))
                .warningIf(twoDigits, "date.century_guessed", "has a year of two digits");
    }

    private static Normalized<DateValue> of(int year, int month, int day) {
        try {
            return Normalized.of(
                    new DateValue(LocalDate.of(Math.max(year, 0) == 0 ? -1_000_000_000 : year, month, day)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Normalized.failed("date.impossible", "is no date of the calendar");
        }
    }

    static Normalized<TimestampValue> timestamp(String text, ValueNormalizer.Context context) {
        String line = CleanText.line(text);
        Optional<Instant> exact = exact(line);
        if (exact.isPresent()) {
            return inRange(exact.get());
        }
        Matcher timed = TIMED.matcher(line);
        if (!timed.matches()) {
            return at(date(line, context), LocalTime.MIDNIGHT, null, context);
        }
        int hour = Integer.parseInt(timed.group(2));
        String half = timed.group(6) == null ? "" : timed.group(6).toLowerCase(Locale.ROOT);
        hour = half.isEmpty() ? hour : hour % 12 + (half.startsWith("p") ? 12 : 0);
        try {
            String fraction = timed.group(5) == null ? "" : timed.group(5);
            int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
            int second = timed.group(4) == null ? 0 : Integer.parseInt(timed.group(4));
            LocalTime time = LocalTime.of(hour, Integer.parseInt(timed.group(3)), Math.min(second, 59), nanos);
            return at(date(timed.group(1), context), time, offset(timed.group(7)), context);
        } catch (DateTimeException e) {
            return Normalized.failed("timestamp.malformed", "has no valid time of day");
        }
    }

    private static Optional<Instant> exact(String line) {
        if (EPOCH.matcher(line).matches()) {
            long number = Long.parseLong(line);
            return Optional.of(line.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        }
        Optional<Instant> iso = parsed(line, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return iso.isPresent() ? iso : parsed(line, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static Optional<Instant> parsed(String line, DateTimeFormatter form) {
        ParsePosition end = new ParsePosition(0);
        if (form.parseUnresolved(line, end) == null || end.getIndex() < line.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(line, form).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.startsWith("+") || text.startsWith("-") ? ZoneOffset.of(text) : ZoneOffset.UTC;
    }

    private static Normalized<TimestampValue> at(
            Normalized<DateValue> date, LocalTime time, @Nullable ZoneOffset offset, ValueNormalizer.Context context) {
        if (date.value().isEmpty()) {
            return Normalized.failed("timestamp.malformed", "is not a date with a time");
        }
        LocalDateTime local = date.value().get().date().atTime(time);
        Instant instant = offset == null ? local.atZone(context.plan().zone()).toInstant() : local.toInstant(offset);
        boolean ambiguous =
                date.problems().stream().anyMatch(problem -> problem.code().equals("date.ambiguous"));
        return inRange(instant)
                .warningIf(offset == null, "timestamp.zone_assumed", "has no offset: read in the plan's zone")
                .warningIf(ambiguous, "date.ambiguous", "may have day and month the other way round");
    }

    private static Normalized<TimestampValue> inRange(Instant instant) {
        return instant.isAfter(FIRST) && instant.isBefore(LAST)
                ? Normalized.of(new TimestampValue(instant))
                : Normalized.failed("timestamp.malformed", "lies outside the years 1 to 9999");
    }
}
