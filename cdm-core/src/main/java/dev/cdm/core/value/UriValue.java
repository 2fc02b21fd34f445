package dev.cdm.core.value;

import dev.cdm.core.internal.Checks;
import java.net.URI;

/**
 * A web address or other absolute URI.
 *
 * @param uri the URI, absolute
 */
public record UriValue(URI uri) implements AttributeValue {

    /** Checks the parts. */
    public UriValue {
        Checks.require(uri.isAbsolute(), "uri", "must be absolute");
        Components.storable(uri.toString(), "uri");
    }

    @Override
    public String canonicalText() {
        return uri.toString();
    }

    @Override
    public String toString() {
        return "UriValue[…]";
    }
}
