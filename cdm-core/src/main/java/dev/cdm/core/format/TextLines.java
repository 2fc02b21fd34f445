package dev.cdm.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream. A byte order mark decides the encoding; bytes that the encoding does not know are kept as
 * {@link RawText} says; a line longer than the limit is cut, and its rest skipped without being stored.
 */
final class TextLines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_MARK = 3;

    private final String name;
    private final InputStream in;
    private final int limit;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private final StringBuilder text = new StringBuilder();
    private final CharsetDecoder decoder;
    private boolean ended;
    private boolean damageSeen;
    private long bytesRead;
    private long number;

    TextLines(String name, InputStream in, Charset charset, int limit) {
        this.name = name;
        this.in = in;
        this.limit = limit;
        while (!ended && bytes.remaining() < LONGEST_MARK) {
            fill();
        }
        this.decoder = charsetOfMark(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param text without the line end
     * @param end the line end; empty after the last line
     * @param cut whether it was longer than the limit
     */
    record Line(long number, String text, String end, boolean cut) {

        String whole() {
            return end.isEmpty() ? text : text + end;
        }

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    String name() {
        return name;
    }

    String charset() {
        return decoder.charset().name();
    }

    long bytesRead() {
        return bytesRead;
    }

    /** Whether the line has bytes that the encoding does not know. */
    boolean isDamaged(Line line) {
        return damageSeen && RawText.isDamaged(line.text());
    }

    /** The next line, or null after the last one. */
    @Nullable
    Line next() {
        if (!more()) {
            return null;
        }
        number++;
        text.setLength(0);
        boolean cut = false;
        while (more()) {
            int length = lengthToLineEnd();
            int kept = Math.min(length, limit - text.length());
            text.append(chars, 0, kept);
            cut |= kept < length;
            chars.position(chars.position() + length);
            if (chars.hasRemaining()) {
                return new Line(number, text.toString(), lineEnd(), cut);
            }
        }
        return new Line(number, text.toString(), "", cut);
    }

    private int lengthToLineEnd() {
        int length = 0;
        while (length < chars.remaining() && chars.charAt(length) != '\n' && chars.charAt(length) != '\r') {
            length++;
        }
        return length;
    }

    private String lineEnd() {
        if (chars.get() == '\n') {
            return "\n";
        }
        if (more() && chars.charAt(0) == '\n') {
            chars.get();
            return "\r\n";
        }
        return "\r";
    }

    /** Whether there is a character to take; decodes more if need be. */
    private boolean more() {
        while (!chars.hasRemaining() && (bytes.hasRemaining() || !ended)) {
            chars.clear();
            decode();
            chars.flip();
        }
        return chars.hasRemaining();
    }

    private void decode() {
        CoderResult result = decoder.decode(bytes, chars, ended);
        while (result.isError() && chars.remaining() >= result.length()) {
            damageSeen = true;
            for (int i = 0; i < result.length(); i++) {
                chars.put(RawText.escape(bytes.get()));
            }
            result = decoder.decode(bytes, chars, ended);
        }
        if (result.isUnderflow()) {
            if (ended) {
                decoder.flush(chars);
            } else {
                fill();
            }
        }
    }

    private void fill() {
        bytes.compact();
        try {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            if (count > 0) {
                bytesRead += count;
                bytes.position(bytes.position() + count);
            }
        } catch (IOException e) {
            throw new DataFileException(
                    name, "cannot read `" + name + "` after line " + number + ": " + DataFileException.reason(e), e);
        } finally {
            bytes.flip();
        }
    }

    private Charset charsetOfMark(Charset declared) {
        if (starts(0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(0xFF, 0xFE) ? StandardCharsets.UTF_16LE : declared;
    }

    private boolean starts(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.remaining() <= i || (bytes.get(bytes.position() + i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        bytes.position(bytes.position() + mark.length);
        return true;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new DataFileException(name, "cannot close `" + name + "`: " + DataFileException.reason(e), e);
        }
    }
}
