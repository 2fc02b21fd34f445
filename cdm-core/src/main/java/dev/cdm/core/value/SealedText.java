package dev.cdm.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A restricted text, such as a passport number, of which only a keyed token and a cipher text are kept. Nobody reads the text but who holds the cipher's key; two equal texts of one key have equal tokens.
 *
 * @param keyId the id of the key
 * @param token a keyed hash of the text; what takes part in matching, by equality
 * @param cipherText the encrypted text, in Base64
 */
public record SealedText(String keyId, String token, String cipherText) implements AttributeValue {

    /** Checks the parts. */
    public SealedText {
        Components.required(keyId, "keyId");
        Components.required(token, "token");
        Components.required(cipherText, "cipherText");
    }

    /**
     * {@return the sealed text of a stored text}
     *
     * @param storedText a text that {@link #storedText} gave
     * @throws IllegalArgumentException if the text is not such a one
     */
    public static SealedText parse(String storedText) {
        var parts = Components.split(storedText, 3);
        return new SealedText(parts.get(0), parts.get(1), parts.get(2));
    }

    /** {@return the text that keeps all parts; the canonical text is without the cipher text} */
    public String storedText() {
        return Components.join(keyId, token, cipherText);
    }

    @Override
    public String canonicalText() {
        return Components.join(keyId, token);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedText that && canonicalText().equals(that.canonicalText());
    }

    @Override
    public int hashCode() {
        return canonicalText().hashCode();
    }

    @Override
    public String toString() {
        return "SealedText[…]";
    }
}
