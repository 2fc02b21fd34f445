package dev.cdm.core.format;

import com.google.common.collect.ImmutableList;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads points in time as exports write them: the host's patterns first, then ISO 8601 and its common relatives (a blank
 * for the T, slashes for dashes, an offset without a colon, a date alone), then seconds or milliseconds since 1970.
 */
final class TimeText {

    private static final DateTimeFormatter COMMON = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-M-d")
            .optionalStart()
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][XXXXX][XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final ImmutableList<DateTimeFormatter> formatters;
    private final ZoneId zone;

    TimeText(List<DateTimeFormatter> patterns, ZoneId zone) {
        this.formatters = ImmutableList.<DateTimeFormatter>builder()
                .addAll(patterns)
                .add(COMMON)
                .build();
        this.zone = zone;
    }

    /** The point in time, or empty if the text is none. */
    Optional<Instant> parse(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (plain.matches("\\d{9,10}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(plain)));
        }
        if (plain.matches("\\d{12,13}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(plain)));
        }
        for (DateTimeFormatter formatter : formatters) {
            Optional<Instant> time = parse(formatter == COMMON ? plain.replace('/', '-') : plain, formatter);
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> parse(String text, DateTimeFormatter formatter) {
        try {
            TemporalAccessor parsed =
                    formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof ZonedDateTime time) {
                return Optional.of(time.toInstant());
            }
            LocalDateTime local = parsed instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(parsed);
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // this formatter cannot read it; the next one may
        }
    }
}
