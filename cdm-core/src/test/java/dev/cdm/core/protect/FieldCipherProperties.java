package dev.cdm.core.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.value.SealedText;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FieldCipherProperties {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final FieldCipher CIPHER =
            FieldCipher.builder(RANDOM).key("k1", key(1)).build();

    @Property(tries = 100)
    void whoHoldsTheKeyReadsTheText(@ForAll("texts") String text) {
        assertThat(CIPHER.open("passport_number", CIPHER.seal("passport_number", text)))
                .isEqualTo(text);
    }

    @Property(tries = 100)
    void equalTextsHaveEqualTokensAndDifferentCipherTexts(@ForAll("texts") String text) {
        SealedText first = CIPHER.seal("a", text);
        SealedText second = CIPHER.seal("a", text);
        assertThat(first).isEqualTo(second);
        assertThat(first.cipherText()).isNotEqualTo(second.cipherText());
        assertThat(CIPHER.tokens("a", text)).containsExactly(first.token());
    }

    @Property(tries = 100)
    void tokensDifferByTextAttributeAndKey(@ForAll("texts") String text) {
        FieldCipher other = FieldCipher.builder(RANDOM).key("k1", key(2)).build();
        String token = CIPHER.seal("ab", text).token();
        assertThat(token)
                .isNotEqualTo(CIPHER.seal("ab", text + "x").token())
                .isNotEqualTo(CIPHER.seal("a", "b" + text).token())
                .isNotEqualTo(CIPHER.seal("ac", text).token())
                .isNotEqualTo(other.seal("ab", text).token());
    }

    @Property(tries = 200)
    void anyChangedBitIsDetected(@ForAll("texts") String text, @ForAll @IntRange(min = 0, max = 100_000) int place) {
        SealedText sealed = CIPHER.seal("a", text);
        byte[] bytes = Base64.getDecoder().decode(sealed.cipherText());
        bytes[place % bytes.length] ^= (byte) (1 << (place % 8));
        String changed = Base64.getEncoder().encodeToString(bytes);
        assertThatThrownBy(() -> CIPHER.open("a", new SealedText("k1", sealed.token(), changed)))
                .isInstanceOf(SealBrokenException.class)
                .hasMessage("`a` was changed or is of another attribute, key `k1`");
    }

    @Example
    void whatIsOfAnotherTokenAttributeKeyOrFormIsNotOpened() {
        SealedText sealed = CIPHER.seal("a", "AB1234");
        SealedText other = CIPHER.seal("a", "CD5678");
        FieldCipher stranger = FieldCipher.builder(RANDOM).key("k1", key(9)).build();
        FieldCipher unknowing = FieldCipher.builder(RANDOM).key("k2", key(1)).build();
        assertThatThrownBy(() -> CIPHER.open("a", new SealedText("k1", other.token(), sealed.cipherText())))
                .isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> CIPHER.open("b", sealed)).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> stranger.open("a", sealed)).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> unknowing.open("a", sealed)).hasMessage("`a` is sealed under the unknown key `k1`");
        for (String form : new String[] {"no base64!", "AAAA"}) {
            assertThatThrownBy(() -> CIPHER.open("a", new SealedText("k1", sealed.token(), form)))
                    .isInstanceOf(SealBrokenException.class);
        }
    }

    @Example
    void theNewestKeySealsAndTheOlderOnesOpen() {
        FieldCipher rotated =
                FieldCipher.builder(RANDOM).key("k1", key(1)).key("k2", key(2)).build();
        SealedText old = CIPHER.seal("a", "AB1234");
        SealedText renewed = rotated.reseal("a", old);
        assertThat(renewed.keyId()).isEqualTo("k2");
        assertThat(rotated.open("a", renewed)).isEqualTo("AB1234").isEqualTo(rotated.open("a", old));
        assertThat(rotated.reseal("a", renewed)).isSameAs(renewed);
        assertThat(rotated.tokens("a", "AB1234")).containsExactly(renewed.token(), old.token());
    }

    @Example
    void printsNeitherTextNorKey() {
        assertThat(CIPHER).hasToString("FieldCipher[[k1]]");
        assertThat(new FieldKey("k1", key(1))).hasToString("FieldKey[k1]");
        assertThat(CIPHER.seal("a", "AB1234").toString()).doesNotContain("AB1234");
    }

    @Example
    void wrongArgumentsAreRefusedByName() {
        FieldCipher.Builder builder = FieldCipher.builder(RANDOM).key("k1", key(1));
        assertThatThrownBy(() -> builder.key("k1", key(2))).hasMessageContaining("`id`");
        assertThatThrownBy(() -> builder.key("k2", new byte[16])).hasMessage("`secret` must be 32 bytes long, was 16");
        assertThatThrownBy(() -> FieldCipher.builder(RANDOM).build()).hasMessageContaining("`keys`");
        assertThatThrownBy(() -> CIPHER.seal(" ", "x")).hasMessageContaining("`attribute`");
        assertThatThrownBy(() -> CIPHER.seal("a", " ")).hasMessageContaining("`text`");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('山', 'é', 'ガ')
                .ofMinLength(1)
                .ofMaxLength(60);
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
