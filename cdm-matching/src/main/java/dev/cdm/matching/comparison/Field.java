package dev.cdm.matching.comparison;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import java.util.List;
import java.util.Optional;

/**
 * A value of a record: the text of a column, as it is or transformed. Immutable.
 *
 * @param column the name of the column
 * @param steps what is done to the text, in this order; none by default
 */
public record Field(String column, List<Transform> steps) {

    /** Checks the name. */
    public Field {
        Checks.notBlank(column, "column");
        steps = ImmutableList.copyOf(steps);
    }

    /**
     * {@return the field that is the text of a column}
     *
     * @param column the name of the column
     */
    public static Field of(String column) {
        return new Field(column, List.of());
    }

    /**
     * {@return this field with a further step}
     *
     * @param step what is done to the text
     */
    public Field then(Transform step) {
        return new Field(
                column,
                ImmutableList.<Transform>builder().addAll(steps).add(step).build());
    }

    /**
     * {@return the value that the field has where the column has this text}
     *
     * @param text the text of the column
     */
    public Optional<String> of(Optional<String> text) {
        Optional<String> value = text;
        for (Transform step : steps) {
            value = value.flatMap(step::apply);
        }
        return value;
    }
}
