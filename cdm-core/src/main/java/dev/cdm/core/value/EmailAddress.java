package dev.cdm.core.value;

import dev.cdm.core.internal.Checks;

/**
 * An e-mail address in normal form. The local part is kept in lower case, because mailboxes that differ only in case are unknown in practice although RFC 5321 section 2.4 allows them; the domain is in lower-case ASCII (IDNA) form.
 *
 * @param local the part before the last at sign
 * @param domain the part after it
 */
public record EmailAddress(String local, String domain) implements AttributeValue {

    /** Checks the parts. */
    public EmailAddress {
        Components.required(local, "local");
        Components.required(domain, "domain");
        Checks.require(domain.indexOf('@') < 0, "domain", "must not hold an at sign");
    }

    /**
     * {@return the address of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     */
    public static EmailAddress parse(String canonicalText) {
        int at = canonicalText.lastIndexOf('@');
        Checks.require(at > 0, "canonicalText", "must hold an at sign after the local part");
        return new EmailAddress(canonicalText.substring(0, at), canonicalText.substring(at + 1));
    }

    @Override
    public String canonicalText() {
        return local + "@" + domain;
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
