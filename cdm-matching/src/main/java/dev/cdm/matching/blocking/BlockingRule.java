package dev.cdm.matching.blocking;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.table.Table;
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
     * One of the rarest q-grams: of each text as many of its rarest as make sure that two texts share one whose sets of
     * q-grams have at least some Jaccard similarity. A text of k q-grams and the similarity s has k - ceil(s k) + 1 such
     * keys, and {@link #MOST_KEYS} at most; only beyond that is the promise not kept. S. Chaudhuri, V. Ganti and R. Kaushik,
     * A primitive operator for similarity joins in data cleaning (ICDE 2006).
     *
     * @param field the text
     * @param q the length of the q-grams in code points, from 1 to 16; a shorter text is one of its own
     * @param similarity the least similarity that is found for certain, above 0 and at most 1
     * @param common frequent q-grams, the most frequent first; all others count as rarer, in an order that never changes. So
     *     the keys of a text depend on it and on this list alone
     */
    public record QGrams(Field field, int q, double similarity, List<String> common) implements Spread {

        /** How many keys a text has at most. */
        public static final int MOST_KEYS = 32;

        /** How many frequent q-grams are kept at most when they are counted. */
        public static final int MOST_COMMON = 1000;

        /** Checks the numbers. */
        public QGrams {
            Checks.between(q, 1, 16, "q");
            Checks.require(
                    similarity > 0 && similarity <= 1, "similarity", "must be above 0 and at most 1", similarity);
            common = ImmutableList.copyOf(common);
        }

        /**
         * {@return the rule part with the q-grams that are frequent in a table}
         *
         * @param table the records to count in
         * @param field the text
         * @param q the length of the q-grams
         * @param similarity the least similarity
         * @throws IllegalArgumentException if the table has no such column or it is restricted
         */
        public static QGrams counted(Table table, Field field, int q, double similarity) {
            return new QGrams(field, q, similarity, SpreadKeys.RareGrams.common(table, field, q, MOST_COMMON));
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
