package dev.cdm.matching.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.similarity.EditDistance;
import dev.cdm.matching.similarity.StringSimilarity;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Something that holds of two records, or does not, or cannot be told because a value is missing. What cannot be told
 * does not hold; "not" of what cannot be told cannot be told either, as in SQL. Immutable.
 */
public sealed interface Condition {

    /** Measures of similarity between 0 and 1. */
    enum Measure {
        /** Jaro. */
        JARO(StringSimilarity.jaro()),
        /** Jaro-Winkler with the usual constants; the common beginning counts from a Jaro similarity of 0.7 on. */
        JARO_WINKLER(StringSimilarity.jaroWinkler(0.7)),
        /** One less the share of characters to be edited, after Levenshtein. */
        LEVENSHTEIN(StringSimilarity.levenshtein()),
        /** Jaccard of pairs of characters. */
        BIGRAM_JACCARD(StringSimilarity.qGramJaccard(2)),
        /** Dice of pairs of characters. */
        BIGRAM_DICE(StringSimilarity.qGramDice(2)),
        /** Cosine of words. */
        TOKEN_COSINE(StringSimilarity.tokenCosine()),
        /** Monge-Elkan over the words with Jaro-Winkler between them. */
        MONGE_ELKAN(StringSimilarity.mongeElkan(StringSimilarity.jaroWinkler())),
        /** Longest common substring. */
        COMMON_SUBSTRING(StringSimilarity.longestCommonSubstring());

        @SuppressWarnings("ImmutableEnumChecker") // measures are immutable
        private final StringSimilarity similarity;

        Measure(StringSimilarity similarity) {
            this.similarity = similarity;
        }

        /** {@return the measure} */
        public StringSimilarity similarity() {
            return similarity;
        }
    }

    /** Always holds. */
    record Otherwise() implements Condition {}

    /**
     * At least one record has no value. Can always be told.
     *
     * @param field the field
     */
    record Missing(Field field) implements Condition {}

    /**
     * The value of the left record equals a value of the right one. Restricted values are compared only by this.
     *
     * @param left the field of the left record
     * @param right the field of the right record, as a rule the same
     */
    record Equal(Field left, Field right) implements Condition {}

    /**
     * The values are similar.
     *
     * @param field the field
     * @param measure the measure
     * @param atLeast the least similarity, between 0 and 1
     */
    record Similar(Field field, Measure measure, double atLeast) implements Condition {

        /** Checks the similarity. */
        public Similar {
            Checks.between(atLeast, 0, 1, "atLeast");
        }
    }

    /**
     * Few edits turn one value into the other; counted in code points.
     *
     * @param field the field
     * @param distance which edits
     * @param atMost how many
     */
    record Edits(Field field, EditDistance distance, int atMost) implements Condition {

        /** Checks the number. */
        public Edits {
            Checks.require(atMost >= 0, "atMost", "must be at least 0", atMost);
        }
    }

    /**
     * The values, read as lists, share entries.
     *
     * @param field the field
     * @param separator a regular expression between the entries
     * @param atLeast how many different entries are shared, at least 1
     */
    record Shared(Field field, String separator, int atLeast) implements Condition {

        /** Checks the number. */
        public Shared {
            Checks.require(atLeast >= 1, "atLeast", "must be at least 1", atLeast);
        }
    }

    /**
     * The values are ISO 8601 dates and not far apart. Cannot be told of a text that is no date.
     *
     * @param field the field
     * @param days how far at most, in days
     */
    record Days(Field field, double days) implements Condition {

        /** Days of a mean month, 365.25 / 12. */
        public static final double MONTH = 365.25 / 12;

        /** Days of a mean year. */
        public static final double YEAR = 365.25;
    }

    /**
     * The values are numbers and not far apart. Cannot be told of a text that is no number.
     *
     * @param field the field
     * @param atMost how far at most
     * @param relative whether the difference counts as a share of the larger absolute value
     */
    record Difference(Field field, double atMost, boolean relative) implements Condition {}

    /**
     * The values are places and not far apart on a sphere. Cannot be told where there is no place.
     *
     * @param latitude the latitude in degrees
     * @param longitude the longitude in degrees
     * @param kilometres how far at most
     */
    record Distance(Field latitude, Field longitude, double kilometres) implements Condition {}

    /**
     * All hold.
     *
     * @param parts the conditions
     */
    record All(List<Condition> parts) implements Condition {

        /** Keeps the conditions. */
        public All {
            parts = ImmutableList.copyOf(parts);
        }
    }

    /**
     * At least one holds.
     *
     * @param parts the conditions
     */
    record Any(List<Condition> parts) implements Condition {

        /** Keeps the conditions. */
        public Any {
            parts = ImmutableList.copyOf(parts);
        }
    }

    /**
     * The other does not hold.
     *
     * @param part the other condition
     */
    record Not(Condition part) implements Condition {}

    /**
     * A test of the caller; it should be symmetric. It cannot be written as JSON.
     *
     * @param name its name
     * @param field the field
     * @param test the test of two values that are there; safe for any thread
     */
    record Custom(String name, Field field, BiPredicate<String, String> test) implements Condition {}

    /**
     * {@return the condition that a field is equal}
     *
     * @param field the field
     */
    static Condition equal(Field field) {
        return new Equal(field, field);
    }

    /**
     * {@return the condition that two fields are interchanged between the records}
     *
     * @param one one field
     * @param other the other field
     */
    static Condition reversed(Field one, Field other) {
        return new All(List.of(new Equal(one, other), new Equal(other, one)));
    }

    /**
     * {@return the condition that all hold}
     *
     * @param parts the conditions
     */
    static Condition all(Condition... parts) {
        return new All(List.of(parts));
    }

    /**
     * {@return the condition that at least one holds}
     *
     * @param parts the conditions
     */
    static Condition any(Condition... parts) {
        return new Any(List.of(parts));
    }

    /**
     * {@return the names of the columns that a condition reads}
     *
     * @param condition the condition
     */
    static Set<String> columns(Condition condition) {
        ImmutableSet.Builder<String> columns = ImmutableSet.builder();
        for (Field field : fields(condition)) {
            columns.add(field.column());
        }
        return columns.build();
    }

    private static List<Field> fields(Condition condition) {
        if (condition instanceof All all) {
            return all.parts().stream().flatMap(part -> fields(part).stream()).toList();
        }
        if (condition instanceof Any any) {
            return any.parts().stream().flatMap(part -> fields(part).stream()).toList();
        }
        if (condition instanceof Not not) {
            return fields(not.part());
        }
        if (condition instanceof Equal equal) {
            return List.of(equal.left(), equal.right());
        }
        if (condition instanceof Distance distance) {
            return List.of(distance.latitude(), distance.longitude());
        }
        return single(condition);
    }

    private static List<Field> single(Condition condition) {
        if (condition instanceof Missing missing) {
            return List.of(missing.field());
        }
        if (condition instanceof Similar similar) {
            return List.of(similar.field());
        }
        if (condition instanceof Edits edits) {
            return List.of(edits.field());
        }
        if (condition instanceof Shared shared) {
            return List.of(shared.field());
        }
        if (condition instanceof Days days) {
            return List.of(days.field());
        }
        if (condition instanceof Difference difference) {
            return List.of(difference.field());
        }
        return condition instanceof Custom custom ? List.of(custom.field()) : List.of();
    }
}
