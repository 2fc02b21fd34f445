package dev.cdm.examples.quickstart.generator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Collects the lines of a file. */
final class Lines {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final String end;

    Lines(String end) {
        this.end = end;
    }

    void add(String line) {
        add(line, StandardCharsets.UTF_8);
    }

    void add(String line, Charset charset) {
        bytes.writeBytes((line + end).getBytes(charset));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
