package dev.cdm.matching.blocking;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import java.util.Arrays;
import java.util.List;

/**
 * Which pairs are compared: those whose keys are equal and of which a further condition holds. A missing key equals
 * nothing. Immutable.
 *
 * @param name a name for people
 * @param keys pairs of fields that must be equal, of the left and the right record; none means every pair
 * @param also what must hold besides
 */
public record BlockingRule(String name, List<Condition.Equal> keys, Condition also) {

    /** Checks the name. */
    public BlockingRule {
        Checks.notBlank(name, "name");
        keys = ImmutableList.copyOf(keys);
    }

    /**
     * {@return the rule that columns are equal}
     *
     * @param columns the names of the columns
     */
    public static BlockingRule on(String... columns) {
        return on(Arrays.stream(columns).map(Field::of).toArray(Field[]::new));
    }

    /**
     * {@return the rule that fields are equal: prefixes, parts of dates and phonetic codes are fields}
     *
     * @param fields the fields
     */
    public static BlockingRule on(Field... fields) {
        List<Condition.Equal> keys = Arrays.stream(fields)
                .map(field -> new Condition.Equal(field, field))
                .toList();
        String name = String.join(
                " and ",
                Arrays.stream(fields)
                        .map(field -> field.steps().isEmpty() ? field.column() : field.column() + field.steps())
                        .toList());
        return new BlockingRule(name.isEmpty() ? "every pair" : name, keys, new Condition.Otherwise());
    }

    /**
     * {@return this rule with a further condition}
     *
     * @param condition what must hold besides
     */
    public BlockingRule and(Condition condition) {
        return new BlockingRule(name, keys, condition);
    }

    /** {@return the keys and what must hold besides as one condition} */
    public Condition condition() {
        return new Condition.All(
                ImmutableList.<Condition>builder().addAll(keys).add(also).build());
    }
}
