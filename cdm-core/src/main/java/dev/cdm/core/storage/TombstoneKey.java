package dev.cdm.core.storage;

import dev.cdm.core.internal.Checks;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The host's secret under which the ids of erased facts are hashed, so that they stay refused and nobody without the
 * secret can tell whose they were. Immutable and thread-safe.
 *
 * <p>Losing the key makes erased ids acceptable again; changing it does the same. Keep it outside the database.
 */
public final class TombstoneKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;

    private final SecretKeySpec key;

    private TombstoneKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * {@return the key made of a secret}
     *
     * @param secret at least 16 random bytes; copied
     * @throws IllegalArgumentException if the secret is shorter
     */
    public static TombstoneKey of(byte[] secret) {
        Checks.require(secret.length >= SHORTEST, "secret", "must have at least " + SHORTEST + " bytes", secret.length);
        return new TombstoneKey(new SecretKeySpec(secret, ALGORITHM));
    }

    /**
     * {@return the tombstone of an id: HMAC-SHA-256 over scope and id, in URL-safe Base64, 43 characters}
     *
     * @param scope what the id belongs to, such as the name of a kind; ids of two scopes have unrelated tombstones
     * @param id the id
     */
    public String tombstone(String scope, String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform must offer " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "TombstoneKey[secret]";
    }
}
