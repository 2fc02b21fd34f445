package dev.cdm.core.protect;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.value.SealedText;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens the texts of restricted attributes. Immutable, thread-safe.
 *
 * <p>A text is encrypted by AES-256-GCM (NIST SP 800-38D) under a random nonce, with the attribute's name as associated
 * data. Beside it stands a token, HMAC-SHA-256 (RFC 2104) over attribute and text, by which equal texts of one attribute
 * and key are found equal without being opened. Both keys are derived from the host's key.
 *
 * <p>The last key added seals, the others only open: add a key to rotate, {@link #reseal} what is stored, then drop the
 * old one. A key dropped for good makes its texts unreadable for good, which erases them. Nonces are random, so one key
 * should seal less than four thousand million texts. A token can be guessed only by who holds the key; who holds it can
 * try every passport number.
 */
public final class FieldCipher {

    private final ImmutableMap<String, FieldKey> keys;
    private final FieldKey newest;
    private final SecureRandom random;

    private FieldCipher(Builder builder) {
        FieldKey last = builder.newest;
        if (last == null) {
            throw new IllegalArgumentException("`keys` must not be empty");
        }
        this.keys = ImmutableMap.copyOf(builder.keys);
        this.newest = last;
        this.random = builder.random;
    }

    /**
     * {@return a builder of a cipher without keys}
     *
     * @param random the source of nonces
     */
    public static Builder builder(SecureRandom random) {
        return new Builder(random);
    }

    /**
     * {@return the sealed text, under the newest key}
     *
     * @param attribute the name of the attribute, not blank
     * @param text the text, not blank, in normal form: tokens are equal only for texts that are
     */
    public SealedText seal(String attribute, String text) {
        Checks.notBlank(attribute, "attribute");
        Checks.notBlank(text, "text");
        return new SealedText(newest.id(), newest.token(attribute, text), newest.encrypt(attribute, text, random));
    }

    /**
     * {@return the text that was sealed}
     *
     * @param attribute the name of the attribute it was sealed for
     * @param sealed the sealed text
     * @throws SealBrokenException if the key is not known, or anything in it was changed, or it is of another attribute
     */
    public String open(String attribute, SealedText sealed) {
        FieldKey key = keys.get(sealed.keyId());
        if (key == null) {
            throw new SealBrokenException(
                    "`" + attribute + "` is sealed under the unknown key `" + sealed.keyId() + "`");
        }
        Optional<String> text = key.decrypt(attribute, sealed.cipherText());
        boolean whole = text.isPresent() && same(key.token(attribute, text.get()), sealed.token());
        if (!whole) {
            throw new SealBrokenException(
                    "`" + attribute + "` was changed or is of another attribute, key `" + sealed.keyId() + "`");
        }
        return text.get();
    }

    /**
     * {@return the same text sealed under the newest key; the same sealed text if it is already}
     *
     * @param attribute the name of the attribute
     * @param sealed the sealed text
     * @throws SealBrokenException if it cannot be opened
     */
    public SealedText reseal(String attribute, SealedText sealed) {
        return sealed.keyId().equals(newest.id()) ? sealed : seal(attribute, open(attribute, sealed));
    }

    /**
     * {@return the tokens that a text has under each key, newest first: what to look for while keys rotate}
     *
     * @param attribute the name of the attribute
     * @param text the text
     */
    public List<String> tokens(String attribute, String text) {
        return keys.values().asList().reverse().stream()
                .map(key -> key.token(attribute, text))
                .toList();
    }

    private static boolean same(String first, String second) {
        return MessageDigest.isEqual(FieldKey.bytes(first), FieldKey.bytes(second));
    }

    @Override
    public String toString() {
        return "FieldCipher[" + keys.keySet() + "]";
    }

    /** Collects keys; not thread-safe. */
    public static final class Builder {

        private final SecureRandom random;
        private final Map<String, FieldKey> keys = new LinkedHashMap<>();
        private @Nullable FieldKey newest;

        private Builder(SecureRandom random) {
            this.random = random;
        }

        /**
         * {@return this builder, with a newer key}
         *
         * @param id the id by which sealed texts name the key, not blank, used once
         * @param secret 32 random bytes; copied
         */
        public Builder key(String id, byte[] secret) {
            Checks.notBlank(id, "id");
            Checks.require(secret.length == 32, "secret", "must be 32 bytes long", secret.length);
            Checks.require(!keys.containsKey(id), "id", "must be used once", "`" + id + "`");
            newest = new FieldKey(id, secret);
            keys.put(id, newest);
            return this;
        }

        /**
         * {@return the cipher}
         *
         * @throws IllegalArgumentException if it has no key
         */
        public FieldCipher build() {
            return new FieldCipher(this);
        }
    }
}
