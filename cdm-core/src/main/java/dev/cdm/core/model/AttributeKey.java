package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.value.AttributeValue;
import java.util.regex.Pattern;

/**
 * The typed name of an attribute, such as {@code birth_date} with a date. Whether an attribute may have several values,
 * its category and its sensitivity are said by its definition in the schema.
 *
 * @param name lower-case letters, digits, underscores and dots, beginning with a letter, at most 60 long
 * @param type the type of the values
 * @param <V> the type of the values
 */
public record AttributeKey<V extends AttributeValue>(String name, Class<V> type) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]{0,59}");

    /** Checks the name. */
    public AttributeKey {
        Checks.require(NAME.matcher(name).matches(), "name", "must match " + NAME.pattern(), "`" + name + "`");
    }

    @Override
    public String toString() {
        return name;
    }
}
