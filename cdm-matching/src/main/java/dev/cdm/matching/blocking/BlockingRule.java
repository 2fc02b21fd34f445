package dev.cdm.matching.blocking;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which pairs are compared: those whose keys are equal and of which a further condition holds. A missing key equals
 * nothing. Immutable.
 *
 * @param name a name for people
 * @param keys pairs of fields that must be equal, of the left and the right record; none means every pair
 * @param also what must hold besides
 * @param spread a further key of which a record has several values, or a neighbourhood instead of equality; as a rule none
 */
public record BlockingRule(String name, List<Condition.Equal> keys, Condition also, Optional<Spread> spread) {

    /** Checks the name. */
    public BlockingRule {
        Checks.notBlank(name, "name");
        keys = ImmutableList.copyOf(keys);
    }

    /**
     * Makes a rule of equal keys.
     *
     * @param name a name for people
     * @param keys pairs of fields that must be equal
     * @param also what must hold besides
     */
    public BlockingRule(String name, List<Condition.Equal> keys, Condition also) {
        this(name, keys, also, Optional.empty());
    }

    /** What two records must share beside equal keys. A missing value shares nothing. */
    public sealed interface Spread {

        /** {@return the field that is read} */
        Field field();
    }

    /**
     * One entry of a list, such as a word or one of several addresses.
     *
     * @param field the list
     * @param separator a regular expression for what stands between two entries
     */
    public record Tokens(Field field, String separator) implements Spread {}

    /**
     * One band of a MinHash signature: texts whose sets of q-grams have the Jaccard similarity s share one with the
     * probability 1 - (1 - s^rows)^bands. A. Z. Broder, On the resemblance and containment of documents (1997).
     *
     * @param field the text
     * @param q the length of the q-grams in code points, at least 1
     * @param bands how many bands, from 1 to 256
     * @param rows how many hashes a band has, from 1 to 32
     */
    public record MinHash(Field field, int q, int bands, int rows) implements Spread {

        /** Checks the numbers. */
        public MinHash {
            Checks.between(q, 1, 16, "q");
            Checks.between(bands, 1, 256, "bands");
            Checks.between(rows, 1, 32, "rows");
        }
    }

    /**
     * The neighbourhood among the records of equal keys, sorted by a field. M. A. Hernández and S. J. Stolfo, The
     * merge/purge problem for large databases (SIGMOD 1995).
     *
     * @param field what is sorted by
     * @param reach how many places two records are apart at most, at least 1
     */
    public record Sorted(Field field, int reach) implements Spread {

        /** Checks the reach. */
        public Sorted {
            Checks.require(reach >= 1, "reach", "must be at least 1", reach);
        }
    }

    /**
     * {@return this rule with something else that two records must share}
     *
     * @param shared what they must share
     */
    public BlockingRule sharing(Spread shared) {
        String word = keys.isEmpty() ? "" : name + " and ";
        return new BlockingRule(word + shared.field().column() + " shared", keys, also, Optional.of(shared));
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
        return new BlockingRule(name, keys, condition, spread);
    }

    /** {@return the keys and what must hold besides as one condition} */
    public Condition condition() {
        return new Condition.All(
                ImmutableList.<Condition>builder().addAll(keys).add(also).build());
    }
}
