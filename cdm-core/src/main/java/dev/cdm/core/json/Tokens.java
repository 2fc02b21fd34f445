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

/** The one JSON factory, and whole texts made of tokens. */
final class Tokens {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // the same digits on every Java version
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final int USUAL_LENGTH = 512;

    private Tokens() {}

    static <T> String write(JsonCodec.Format<T> format, T fact) throws IOException {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            format.write(fact, out);
        }
        return storable(text.toString());
    }

    static <T> T read(JsonCodec.Format<T> format, String text) throws IOException {
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
}
