package dev.cdm.core.storage;

/**
 * Turns facts into text and back; what a durable adapter gets from the host. Thread-safe.
 *
 * <p>The text is deterministic: equal facts give equal text. It is storable: no U+0000, no lone surrogate.
 */
public interface Codecs {

    /**
     * {@return the body of a fact, in the current version of its kind}
     *
     * @param kind the kind
     * @param value the fact
     * @param <T> the type of the fact
     */
    <T> String encode(Kind<T> kind, T value);

    /**
     * {@return the fact of a body}
     *
     * @param kind the kind
     * @param version the version under which the body was written, at most that of the kind
     * @param body the body
     * @param <T> the type of the fact
     * @throws UnreadableBodyException if the body cannot be read, or its version is newer than the kind's
     */
    <T> T decode(Kind<T> kind, int version, String body);
}
