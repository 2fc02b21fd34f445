package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * How facts of one type are written and read, token by token.
 *
 * @param <T> the type of the facts
 */
interface BodyFormat<T> {

    /* Writes one object. */
    void write(T fact, JsonGenerator out) throws IOException;

    /* Reads one object whose first brace is the current token; leaves its last brace as the current token. */
    T read(JsonParser in) throws IOException;
}
