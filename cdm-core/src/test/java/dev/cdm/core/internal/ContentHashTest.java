package dev.cdm.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void neighboursDoNotRunTogether() {
        String first = new ContentHash().add("ab").add("c").finish();
        assertThat(first)
                .hasSize(27)
                .isNotEqualTo(new ContentHash().add("a").add("bc").finish());
        assertThat(new ContentHash().add(1).finish())
                .isNotEqualTo(new ContentHash().add(2).finish());
    }

    @Test
    void aFinishedHashStartsAnew() {
        ContentHash hash = new ContentHash();
        String first = hash.add("a").finish();
        assertThat(hash.add("a").finish()).isEqualTo(first);
    }

    @Test
    void itIsTheStartOfSha256OverLengthsAndBytes() throws IOException, NoSuchAlgorithmException {
        String odd = "é😀" + "x".repeat(300);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : List.of("", "plain", odd)) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeLong(encoded.length);
                out.write(encoded);
            }
            out.writeLong(-7);
        }
        byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        String expected = Base64.getUrlEncoder().encodeToString(whole).substring(0, 26);
        assertThat(new ContentHash().add("").add("plain").add(odd).add(-7).finish())
                .startsWith(expected);
    }
}
