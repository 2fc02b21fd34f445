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

    @Override
    public String canonicalText() {
        return Components.join(network, handle);
    }

    @Override
    public String toString() {
        return "SocialAccount[…]";
    }
}
