package dev.cdm.core.schema;

import java.text.Normalizer;
import java.util.Locale;

/** How names of fields are compared. */
public final class FieldNames {

    private FieldNames() {}

    /**
     * {@return the name in compatibility form (NFKC), lower case, letters and digits only, so that {@code E-Mail},
     * {@code e_mail} and {@code ｅｍａｉｌ} are one}
     *
     * @param name the name of a field
     */
    public static String fold(String name) {
        String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(compatible.length());
        compatible.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
