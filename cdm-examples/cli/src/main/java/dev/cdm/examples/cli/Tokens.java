package dev.cdm.examples.cli;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns restricted values into tokens under a random key that nobody keeps: equal values have equal tokens in one run. */
final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;

    private final Mac mac;

    Tokens() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** {@return the token of a value; blanks, punctuation and case do not matter. Safe for any thread} */
    synchronized String token(String value) {
        String plain = value.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        if (plain.isEmpty()) {
            return "";
        }
        return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }
}
