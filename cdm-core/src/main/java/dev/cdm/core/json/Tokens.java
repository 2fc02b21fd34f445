package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;

/** The one JSON factory, whole texts made of tokens, and tokens read as what they must be. */
final class Tokens {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // the same digits on every Java version
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final int USUAL_LENGTH = 512;
    private static final String FORM = "0000-00-00T00:00:00.000000000";
    private static final int DAY_END = 10;
    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;

    private Tokens() {}

    static <T> String write(Tokens.Format<T> format, T fact) throws IOException {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            format.write(fact, out);
        }
        return storable(text.toString());
    }

    static <T> T read(Tokens.Format<T> format, String text) throws IOException {
        try (JsonParser in = FACTORY.createParser(text)) {
            expect(in.nextToken(), JsonToken.START_OBJECT);
            T fact = format.read(in);
            Checks.require(in.nextToken() == null, "body", "must end after the object");
            return fact;
        }
    }

    static void expect(JsonToken token, JsonToken wanted) {
        Checks.require(token == wanted, "token", "must be " + wanted);
    }

    static String text(JsonParser in) throws IOException {
        expect(in.currentToken(), JsonToken.VALUE_STRING);
        return in.getText();
    }

    static String nextText(JsonParser in) throws IOException {
        String text = in.nextTextValue();
        if (text == null) {
            throw new IllegalArgumentException("`token` must be a text");
        }
        return text;
    }

    /* Lone surrogates, which some stores refuse, as escapes. */
    private static String storable(String text) {
        if (CodePoints.storable(text)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                escaped.append("\\u").append(Integer.toHexString(point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    /* Reads what Instant.toString writes. Records are full of instants, so the usual form needs no formatter. */
    static Instant instant(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    private static boolean isUsual(String text) {
        int length = text.length();
        if (length <= SECONDS_END || length > SECONDS_END + NANO_DIGITS + 2 || text.charAt(length - 1) != 'Z') {
            return false;
        }
        return length != SECONDS_END + 2 && isForm(text, length - 1);
    }

    private static boolean isForm(String text, int end) {
        for (int i = 0; i < end; i++) {
            char wanted = FORM.charAt(i);
            char unit = text.charAt(i);
            if (wanted == '0' ? unit < '0' || unit > '9' : unit != wanted) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long days = day(text).toEpochDay();
        long seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
        return Instant.ofEpochSecond(seconds, nanos(text));
    }

    private static LocalDate day(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    /* Reads what LocalDate.toString writes. */
    static LocalDate date(String text) {
        return text.length() == DAY_END && isForm(text, DAY_END) ? day(text) : LocalDate.parse(text);
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

    /**
     * How facts of one type are written and read, token by token.
     *
     * @param <T> the type of the facts
     */
    interface Format<T> {

        /* Writes one object. */
        void write(T fact, JsonGenerator out) throws IOException;

        /* Reads one object whose first brace is the current token; leaves its last brace as the current token. */
        T read(JsonParser in) throws IOException;
    }
}
