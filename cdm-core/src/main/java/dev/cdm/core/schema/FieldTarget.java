package dev.cdm.core.schema;

import dev.cdm.core.model.AttributeKey;
import java.util.Objects;

/**
 * Where the text of a field goes: into a whole value of an attribute, or into a part of one.
 *
 * @param key the attribute
 * @param part the part, such as {@code given} of a name; empty for the whole value
 * @param group tells apart the values to which parts belong, such as {@code shipping} and {@code mailing}; mostly empty
 */
public record FieldTarget(AttributeKey<?> key, String part, String group) {

    /** Checks the parts. */
    public FieldTarget {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(group, "group");
    }
}
