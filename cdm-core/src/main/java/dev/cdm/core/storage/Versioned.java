package dev.cdm.core.storage;

import dev.cdm.core.internal.Checks;
import java.util.Objects;

/**
 * A document and the version under which it may be changed.
 *
 * @param document the document
 * @param version the version, from 1
 * @param <V> the type of the document
 */
public record Versioned<V>(V document, long version) {

    /** Checks the parts. */
    public Versioned {
        Objects.requireNonNull(document, "document");
        Checks.require(version >= 1, "version", "must be 1 or more", version);
    }

    @Override
    public String toString() {
        return "Versioned[v" + version + "]";
    }
}
