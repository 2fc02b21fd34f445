package dev.cdm.examples.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file in UTF-8, ended by LF or CRLF; a mark at the beginning is left out. A line that is not UTF-8 gets an
 * end that no JSON has, so that it cannot be taken for what it is not.
 */
final class LineFile implements AutoCloseable {

    private static final char BOM = '\uFEFF';
    private static final String NO_JSON = "\u0000";

    private final InputStream in;
    private boolean first = true;

    LineFile(Path file) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** {@return the next line without its end; null after the last} */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            bytes.write(next);
            next = in.read();
        }
        String line = text(bytes.toByteArray());
        boolean marked = first && !line.isEmpty() && line.charAt(0) == BOM;
        first = false;
        return line.substring(marked ? 1 : 0, line.endsWith("\r") ? line.length() - 1 : line.length());
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.UTF_8) + NO_JSON;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
