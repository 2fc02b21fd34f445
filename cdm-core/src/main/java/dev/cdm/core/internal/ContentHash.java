package dev.cdm.core.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A hash over a sequence of texts and numbers that no two different sequences share by concatenation.
 *
 * <p>Each text is preceded by its length in UTF-8 bytes, so {@code ("ab", "c")} and {@code ("a", "bc")} differ. The
 * result is the first 160 bits of SHA-256 in URL-safe Base64 without padding: 27 characters. Not thread-safe.
 */
public final class ContentHash {

    private static final int BYTES_KEPT = 20;

    private final MessageDigest digest = sha256();

    /** Starts an empty hash. */
    public ContentHash() {}

    /**
     * {@return this hash, with a text added}
     *
     * @param text the text; a lone surrogate counts as a question mark
     */
    public ContentHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes.length).add(bytes);
    }

    /**
     * {@return this hash, with a number added}
     *
     * @param number the number
     */
    public ContentHash add(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private ContentHash add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** {@return the hash of what was added so far; the hash is empty afterwards} */
    public String finish() {
        byte[] whole = digest.digest();
        byte[] kept = new byte[BYTES_KEPT];
        System.arraycopy(whole, 0, kept, 0, BYTES_KEPT);
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
