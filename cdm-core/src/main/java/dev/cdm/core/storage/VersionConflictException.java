package dev.cdm.core.storage;

/** Another unit of work changed a document in between: read again, decide again, write again. */
public class VersionConflictException extends StorageException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String key;

    /**
     * Creates the exception.
     *
     * @param kind the name of the kind; empty if the store only knows that the transaction conflicts
     * @param key the key of the document, or empty
     */
    public VersionConflictException(String kind, String key) {
        super("version conflict in kind `" + kind + "` at key `" + key + "`");
        this.kind = kind;
        this.key = key;
    }

    /**
     * Creates the exception from a conflict that the database reports.
     *
     * @param kind the name of the kind; empty if the store only knows that the transaction conflicts
     * @param key the key of the document, or empty
     * @param cause the database's own report
     */
    public VersionConflictException(String kind, String key, Throwable cause) {
        super("version conflict in kind `" + kind + "` at key `" + key + "`", cause);
        this.kind = kind;
        this.key = key;
    }

    /** {@return the name of the kind, or empty} */
    public String kind() {
        return kind;
    }

    /** {@return the key of the document, or empty} */
    public String key() {
        return key;
    }
}
