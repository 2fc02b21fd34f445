package dev.cdm.matching.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import java.util.List;
import java.util.Set;

/**
 * A question about two records with a few ordered answers: the first level whose condition holds is the result. Immutable.
 *
 * @param name the name of the comparison
 * @param levels the levels, most specific first: at most one for missing values, which comes first, and last the one for
 *     everything else
 */
public record Comparison(String name, List<ComparisonLevel> levels) {

    private static final int MOST_LEVELS = 64;

    /**
     * Checks the levels.
     *
     * @throws IllegalArgumentException if the last level is not for everything else, or another one is, or if a level for
     *     missing values is not the first, or if there are fewer than two levels beside it
     */
    public Comparison {
        Checks.notBlank(name, "name");
        levels = ImmutableList.copyOf(levels);
        int size = levels.size();
        long missing = levels.stream().filter(ComparisonLevel::isMissing).count();
        Checks.require(size - missing >= 2 && size <= MOST_LEVELS, "levels", "must be from 2 to 64", size);
        Checks.require(
                missing == 0 || (missing == 1 && levels.get(0).isMissing()),
                "levels",
                "may have one level for missing values, in the first place");
        for (int level = 0; level < size; level++) {
            boolean otherwise = levels.get(level).condition() instanceof Condition.Otherwise;
            Checks.require(otherwise == (level == size - 1), "levels", "must end with the only one for all else");
        }
    }

    /**
     * {@return a comparison of one field that has a level for missing values first and one for everything else last}
     *
     * @param field the field
     * @param levels the levels between, most specific first
     */
    public static Comparison of(Field field, ComparisonLevel... levels) {
        ImmutableList<ComparisonLevel> all = ImmutableList.<ComparisonLevel>builder()
                .add(ComparisonLevel.missing(new Condition.Missing(field)))
                .add(levels)
                .add(ComparisonLevel.otherwise())
                .build();
        return new Comparison(field.column(), all);
    }

    /**
     * {@return the number of a level as it is usually written: -1 for missing values, 0 for everything else, and higher
     * the more specific}
     *
     * @param level the place of the level, from 0
     */
    public int gamma(int level) {
        return levels.get(level).isMissing() ? -1 : levels.size() - 1 - level;
    }

    /** {@return the names of the columns that the levels read} */
    public Set<String> columns() {
        return levels.stream()
                .flatMap(level -> Condition.columns(level.condition()).stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}
