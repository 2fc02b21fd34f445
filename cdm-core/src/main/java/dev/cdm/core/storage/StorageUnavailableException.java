package dev.cdm.core.storage;

/** The database cannot be reached, is locked, is full or gave up waiting; the same work may succeed later. */
public class StorageUnavailableException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, in lower case, without personal data
     */
    public StorageUnavailableException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what failed, in lower case, without personal data
     * @param cause why
     */
    public StorageUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
