package dev.cdm.core.storage;

/** The physical tables are missing or differ from what the kinds need. */
public class SchemaMismatchException extends StorageException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, in lower case, without personal data
     */
    public SchemaMismatchException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what failed, in lower case, without personal data
     * @param cause why
     */
    public SchemaMismatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
