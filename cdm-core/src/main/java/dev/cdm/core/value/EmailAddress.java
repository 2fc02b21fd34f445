package dev.cdm.core.value;

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
