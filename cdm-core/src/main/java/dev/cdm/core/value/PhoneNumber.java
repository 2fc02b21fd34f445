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
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{0,11}");

    /** Checks the parts. */
    public PhoneNumber {
        Checks.require(E164.matcher(e164).matches(), "e164", "must be a plus sign and 2 to 15 digits");
        Checks.require(EXTENSION.matcher(extension).matches(), "extension", "must be at most 11 digits");
    }

    @Override
    public String canonicalText() {
        return extension.isEmpty() ? e164 : e164 + ";ext=" + extension;
    }

    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
