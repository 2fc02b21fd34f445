package dev.cdm.core.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A hash over a sequence of texts and numbers that no two different sequences share by concatenation.
 *
 * <p>Each text is preceded by its length in UTF-8 bytes, so {@code ("ab", "c")} and {@code ("a", "bc")} differ. The
 * result is the first 160 bits of SHA-256 in URL-safe Base64 without padding: 27 characters. Not thread-safe.
 */
public final class ContentHash {

    private static final int BYTES_KEPT = 20;
    private static final int FIRST_CAPACITY = 256;

    private final MessageDigest digest = sha256();
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int length;

    /** Starts an empty hash. */
    public ContentHash() {}

    /**
     * {@return this hash, with a text added}
     *
     * @param text the text; a lone surrogate counts as a question mark
     */
    public ContentHash add(String text) {
        int units = text.length();
        reserve(Long.BYTES + units);
        int start = length + Long.BYTES;
        for (int i = 0; i < units; i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                return add(text.getBytes(StandardCharsets.UTF_8));
            }
            buffer[start + i] = (byte) unit;
        }
        add((long) units);
        length += units;
        return this;
    }

    private ContentHash add(byte[] bytes) {
        add((long) bytes.length);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    /**
     * {@return this hash, with a number added}
     *
     * @param number the number
     */
    public ContentHash add(long number) {
        reserve(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[length++] = (byte) (number >>> shift);
        }
        return this;
    }

    private void reserve(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.addExact(length, more) + length);
        }
    }

    /** {@return the hash of what was added so far; the hash is empty afterwards} */
    public String finish() {
        digest.update(buffer, 0, length);
        length = 0;
        byte[] kept = Arrays.copyOf(digest.digest(), BYTES_KEPT);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(kept);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
