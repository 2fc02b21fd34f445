package dev.cdm.core.protect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of the host, and the two keys derived from it. */
final class FieldKey {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String id;
    private final SecretKeySpec encryption;
    private final SecretKeySpec tokens;

    FieldKey(String id, byte[] secret) {
        this.id = id;
        SecretKeySpec host = new SecretKeySpec(secret, "HmacSHA256");
        this.encryption = new SecretKeySpec(hmac(host, bytes("cdm field encryption")), "AES");
        this.tokens = new SecretKeySpec(hmac(host, bytes("cdm field token")), "HmacSHA256");
    }

    String id() {
        return id;
    }

    String token(String attribute, String text) {
        byte[] name = bytes(attribute);
        byte[] content = bytes(text);
        byte[] message = ByteBuffer.allocate(Integer.BYTES + name.length + content.length)
                .putInt(name.length)
                .put(name)
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(tokens, message));
    }

    String encrypt(String attribute, String text, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, attribute).doFinal(bytes(text));
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must offer AES-GCM", e);
        }
    }

    /** {@return the text; empty if the cipher text is not of this key and attribute} */
    Optional<String> decrypt(String attribute, String cipherText) {
        try {
            byte[] whole = Base64.getDecoder().decode(cipherText);
            if (whole.length <= NONCE_BYTES + TAG_BITS / 8) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, attribute)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must offer AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String attribute) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(attribute));
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must offer HMAC-SHA-256", e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "FieldKey[" + id + "]";
    }
}
