package dev.cdm.core.value;

/**
 * Yes or no.
 *
 * @param flag whether it is so
 */
public record FlagValue(boolean flag) implements AttributeValue {

    @Override
    public String canonicalText() {
        return Boolean.toString(flag);
    }

    @Override
    public String toString() {
        return "FlagValue[…]";
    }
}
