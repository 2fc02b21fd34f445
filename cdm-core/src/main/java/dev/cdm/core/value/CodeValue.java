package dev.cdm.core.value;

/**
 * A code of some code list, such as a country (ISO 3166-1 alpha-2), a currency (ISO 4217), a language tag (BCP 47) or a code list of the host. Which list it is, the attribute's definition says.
 *
 * @param code the code, not blank, storable
 */
public record CodeValue(String code) implements AttributeValue {

    /** Checks the parts. */
    public CodeValue {
        Components.required(code, "code");
    }

    @Override
    public String canonicalText() {
        return code;
    }

    @Override
    public String toString() {
        return "CodeValue[…]";
    }
}
