package dev.cdm.core.format;

import dev.cdm.core.internal.CodePoints;
import java.util.Locale;

/**
 * Text that keeps the bytes its encoding does not know.
 *
 * <p>A byte that cannot be decoded stands in the text as the lone surrogate U+DC00 plus the byte, which no decoder yields
 * for well-formed input. So it is found again in any part of the text, and nothing is lost.
 */
final class RawText {

    private static final int FIRST = 0xDC00;
    private static final int LAST = 0xDCFF;

    private RawText() {}

    static char escape(byte unknown) {
        return (char) (FIRST + (unknown & 0xFF));
    }

    static boolean isDamaged(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)) {
                i++;
            } else if (unit >= FIRST && unit <= LAST) {
                return true;
            }
        }
        return false;
    }

    /** The text with what no store can hold written out: {@code \xE9} for a byte, <code>&#92;u0000</code> for a unit. */
    static String storable(String text) {
        if (CodePoints.storable(text)) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> write(written, point));
        return written.toString();
    }

    private static void write(StringBuilder written, int point) {
        if (point >= FIRST && point <= LAST) {
            written.append(String.format(Locale.ROOT, "\\x%02X", point - FIRST));
        } else if (point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            written.append(String.format(Locale.ROOT, "\\u%04X", point));
        } else {
            written.appendCodePoint(point);
        }
    }
}
