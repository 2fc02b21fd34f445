package dev.cdm.matching.roles;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Texts in as few bytes as are easily had: one a letter where all letters have codes below 256, else two. */
final class PackedTexts {

    private static final int MISSING = 0;
    private static final int MORE = 0x80;
    private static final int BITS = 7;
    private static final int BYTE = 8;

    private PackedTexts() {}

    /** {@return some texts, each of which may be missing} */
    static byte[] pack(@Nullable String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            if (text == null) {
                bytes.write(MISSING);
                continue;
            }
            boolean wide = text.chars().anyMatch(unit -> unit >>> BYTE != 0);
            int head = (text.length() + 1) << 1 | (wide ? 1 : 0);
            for (; head >= MORE; head >>>= BITS) {
                bytes.write(head | MORE);
            }
            bytes.write(head);
            for (int i = 0; i < text.length(); i++) {
                if (wide) {
                    bytes.write(text.charAt(i) >>> BYTE);
                }
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    /** {@return the first texts of those packed} */
    static @Nullable String[] unpack(byte[] bytes, int count) {
        @Nullable String[] texts = new @Nullable String[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int head = 0;
            int shift = 0;
            for (; bytes[at] < 0; at++, shift += BITS) {
                head |= (bytes[at] & (MORE - 1)) << shift;
            }
            head |= bytes[at++] << shift;
            if (head != MISSING) {
                boolean wide = (head & 1) == 1;
                int length = (head >>> 1) - 1;
                texts[i] = text(bytes, at, length, wide);
                at += wide ? 2 * length : length;
            }
        }
        return texts;
    }

    private static String text(byte[] bytes, int from, int length, boolean wide) {
        char[] units = new char[length];
        for (int i = 0; i < length; i++) {
            int at = from + (wide ? 2 * i : i);
            units[i] = (char) (wide ? (bytes[at] & 0xFF) << BYTE | bytes[at + 1] & 0xFF : bytes[at] & 0xFF);
        }
        return new String(units);
    }
}
