package dev.cdm.core.protect;

/** A sealed text that cannot be opened: its key is not known, or it was changed, or it is of another attribute. */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message which attribute and key, and what is wrong; no personal data
     */
    public SealBrokenException(String message) {
        super(message);
    }
}
