package dev.cdm.core.timeline;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.schema.DataCategory;
import java.util.Objects;

/**
 * What kind of thing happens. The host may make types of its own; their names should be as stable as those of
 * {@link StandardEvents}, because they are stored.
 *
 * @param name the name, such as {@code order_placed}: storable, not blank, at most 100 characters
 * @param category the category of data that such events are
 * @param description what happens, in one sentence, or empty
 */
public record EventType(String name, DataCategory category, String description) {

    /** Checks the name. */
    public EventType {
        Checks.notBlank(name, "name");
        Checks.require(
                name.length() <= 100 && CodePoints.storable(name),
                "name",
                "must be storable text of at most 100 characters");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(description, "description");
    }

    @Override
    public String toString() {
        return name;
    }
}
