package dev.cdm.examples.quickstart;

/** The command line cannot be understood; the message says what is wrong with it. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
