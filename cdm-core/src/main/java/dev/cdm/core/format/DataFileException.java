package dev.cdm.core.format;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file or stream that cannot be read or written as a whole: it is missing, locked, empty where a header is needed, or
 * lacks a column. The message names it and says what to do.
 */
public final class DataFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    DataFileException(String name, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.name = name;
    }

    /** {@return the file or stream} */
    public String name() {
        return name;
    }

    static String reason(IOException failure) {
        String kind = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
