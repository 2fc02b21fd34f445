package dev.cdm.core.storage;

/** A stored body cannot be read: it is damaged, or written by a newer version of its kind. */
public class UnreadableBodyException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, in lower case, without personal data
     */
    public UnreadableBodyException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what failed, in lower case, without personal data
     * @param cause why
     */
    public UnreadableBodyException(String message, Throwable cause) {
        super(message, cause);
    }
}
