package dev.cdm.core.value;

/**
 * An account in a social network.
 *
 * @param network the network in lower case, such as {@code x} or {@code line}
 * @param handle the handle in the network's normal form, without a leading at sign
 */
public record SocialAccount(String network, String handle) implements AttributeValue {

    /** Checks the parts. */
    public SocialAccount {
        Components.required(network, "network");
        Components.required(handle, "handle");
    }

    /**
     * {@return the value of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     */
    public static SocialAccount parse(String canonicalText) {
        var parts = Components.split(canonicalText, 2);
        return new SocialAccount(parts.get(0), parts.get(1));
    }

    @Override
    public String canonicalText() {
        return Components.join(network, handle);
    }

    @Override
    public String toString() {
        return "SocialAccount[…]";
    }
}
