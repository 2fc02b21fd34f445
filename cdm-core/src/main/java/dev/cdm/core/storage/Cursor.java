package dev.cdm.core.storage;

import java.util.Objects;

/**
 * A place between two entries of a page sequence. Its text is opaque: written by an adapter, kept by the caller, given
 * back to the same method of the same storage.
 *
 * @param text the text, empty for the start; storable, safe to keep in a database or a URL parameter
 */
public record Cursor(String text) {

    /** Before the first entry. */
    public static final Cursor START = new Cursor("");

    /** Checks the text. */
    public Cursor {
        Objects.requireNonNull(text, "text");
    }
}
