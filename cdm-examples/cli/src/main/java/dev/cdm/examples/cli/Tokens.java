package dev.cdm.examples.cli;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Turns restricted values into tokens under a random key that nobody keeps: equal values have equal tokens in one run. */
final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;

    /** Made when the first value comes: it takes a while. */
    @Nullable
    private Mac mac;

    private static Mac withRandomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** {@return the token of a value; blanks, punctuation and case do not matter} */
    String token(String value) {
        String plain = value.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        if (plain.isEmpty()) {
            return "";
        }
        if (mac == null) {
            mac = withRandomKey();
        }
        return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }
}
