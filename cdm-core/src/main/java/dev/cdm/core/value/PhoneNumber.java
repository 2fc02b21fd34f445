package dev.cdm.core.value;

import dev.cdm.core.internal.Checks;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form, with an extension if there is one.
 *
 * @param e164 a plus sign and 2 to 15 digits, the country code first (ITU-T E.164)
 * @param extension digits dialled after the call is answered; empty for none
 */
public record PhoneNumber(String e164, String extension) implements AttributeValue {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final String EXTENSION_MARK = ";ext=";
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{0,11}");

    /** Checks the parts. */
    public PhoneNumber {
        Checks.require(E164.matcher(e164).matches(), "e164", "must be a plus sign and 2 to 15 digits");
        Checks.require(EXTENSION.matcher(extension).matches(), "extension", "must be at most 11 digits");
    }

    /**
     * {@return the number of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     */
    public static PhoneNumber parse(String canonicalText) {
        int mark = canonicalText.indexOf(EXTENSION_MARK);
        return mark < 0
                ? new PhoneNumber(canonicalText, "")
                : new PhoneNumber(
                        canonicalText.substring(0, mark), canonicalText.substring(mark + EXTENSION_MARK.length()));
    }

    @Override
    public String canonicalText() {
        return extension.isEmpty() ? e164 : e164 + EXTENSION_MARK + extension;
    }

    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
