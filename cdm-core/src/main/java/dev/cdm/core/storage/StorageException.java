package dev.cdm.core.storage;

/** A failure of the store itself. Messages carry names of kinds, ids and codes, never a stored value. */
public class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, in lower case, without personal data
     */
    public StorageException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what failed, in lower case, without personal data
     * @param cause why
     */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
