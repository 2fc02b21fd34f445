package dev.cdm.matching.comparison;

import com.google.common.collect.ImmutableSetMultimap;
import dev.cdm.matching.comparison.ComparisonLevel.TermFrequency;
import dev.cdm.matching.comparison.Condition.Days;
import dev.cdm.matching.comparison.Condition.Edits;
import dev.cdm.matching.comparison.Condition.Equal;
import dev.cdm.matching.comparison.Condition.Measure;
import dev.cdm.matching.comparison.Condition.Missing;
import dev.cdm.matching.comparison.Condition.Shared;
import dev.cdm.matching.comparison.Condition.Similar;
import dev.cdm.matching.similarity.EditDistance;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Ready comparisons for the usual fields of a person. All take names of columns; exact levels are adjusted by term frequency
 * where values differ much in frequency. Safe for any thread.
 */
public final class Comparisons {

    private static final Transform USER = new Transform.Extract("^[^@]+", 0);
    private static final String BLANKS = "[\\s,]+";

    private Comparisons() {}

    /**
     * {@return a comparison of a given name}
     *
     * @param column the column
     */
    public static Comparison givenName(String column) {
        return name(column);
    }

    /**
     * {@return a comparison of a given name that knows nicknames}
     *
     * @param column the column
     * @param nicknames names by a name that they stand for; compared without regard to case and marks
     */
    public static Comparison givenName(String column, Map<String, ? extends Collection<String>> nicknames) {
        Field field = Field.of(column);
        ImmutableSetMultimap.Builder<String, String> pairs = ImmutableSetMultimap.builder();
        nicknames.forEach((name, shorts) -> shorts.forEach(one -> pairs.put(folded(name), folded(one))));
        ImmutableSetMultimap<String, String> known = pairs.build();
        Condition nickname = new Condition.Custom(
                "nickname",
                field.then(Transform.Simple.FOLD),
                (left, right) -> known.containsEntry(left, right) || known.containsEntry(right, left));
        return Comparison.of(
                field,
                exact(column),
                ComparisonLevel.of("nickname", nickname),
                similar(field, 0.92),
                similar(field, 0.88),
                similar(field, 0.7));
    }

    private static String folded(String name) {
        return Transform.Simple.FOLD.apply(name).orElse("");
    }

    /**
     * {@return a comparison of a family name}
     *
     * @param column the column
     */
    public static Comparison familyName(String column) {
        return name(column);
    }

    private static Comparison name(String column) {
        Field field = Field.of(column);
        return Comparison.of(field, exact(column), similar(field, 0.92), similar(field, 0.88), similar(field, 0.7));
    }

    /**
     * {@return a comparison of a whole name, whose parts may come in any order}
     *
     * @param column the column
     */
    public static Comparison fullName(String column) {
        Field field = Field.of(column);
        Field folded = field.then(Transform.Simple.FOLD);
        return Comparison.of(
                field,
                exact(column),
                ComparisonLevel.of("same words", new Similar(folded, Measure.TOKEN_COSINE, 0.999)),
                ComparisonLevel.of("similar words", new Similar(folded, Measure.MONGE_ELKAN, 0.92)),
                ComparisonLevel.of("two words shared", new Shared(folded, BLANKS, 2)),
                ComparisonLevel.of("one word shared", new Shared(folded, BLANKS, 1)));
    }

    /**
     * {@return a comparison of given and family name together, which may be interchanged}
     *
     * @param given the column of the given name
     * @param family the column of the family name
     */
    public static Comparison namePair(String given, String family) {
        Field first = Field.of(given);
        Field last = Field.of(family);
        return new Comparison(
                given + "_" + family,
                List.of(
                        ComparisonLevel.missing(Condition.all(new Missing(first), new Missing(last))),
                        ComparisonLevel.of("both equal", Condition.all(Condition.equal(first), Condition.equal(last))),
                        ComparisonLevel.of("interchanged", Condition.reversed(first, last)),
                        ComparisonLevel.of("both similar 0.92", both(first, last, 0.92)),
                        ComparisonLevel.of("both similar 0.88", both(first, last, 0.88)),
                        exact(family),
                        exact(given),
                        ComparisonLevel.otherwise()));
    }

    private static Condition both(Field first, Field last, double atLeast) {
        return Condition.all(
                new Similar(first, Measure.JARO_WINKLER, atLeast), new Similar(last, Measure.JARO_WINKLER, atLeast));
    }

    /**
     * {@return a comparison of a date of birth; a text that is no date counts as missing}
     *
     * @param column the column
     * @param pattern how dates are written, such as {@code uuuu-MM-dd}
     */
    public static Comparison birthDate(String column, String pattern) {
        Field date = Field.of(column).then(new Transform.IsoDate(pattern));
        return Comparison.of(
                date,
                ComparisonLevel.of("equal", Condition.equal(date)),
                ComparisonLevel.of("one edit", new Edits(date, EditDistance.DAMERAU_LEVENSHTEIN, 1)),
                ComparisonLevel.of("within a month", new Days(date, Days.MONTH)),
                ComparisonLevel.of("within a year", new Days(date, Days.YEAR)),
                ComparisonLevel.of("within ten years", new Days(date, 10 * Days.YEAR)));
    }

    /**
     * {@return a comparison of an e-mail address}
     *
     * @param column the column
     */
    public static Comparison email(String column) {
        Field field = Field.of(column);
        Field user = field.then(USER);
        return Comparison.of(
                field,
                exact(column),
                ComparisonLevel.of("user equal", Condition.equal(user)),
                similar(field, 0.88),
                ComparisonLevel.of("user similar 0.88", new Similar(user, Measure.JARO_WINKLER, 0.88)));
    }

    /**
     * {@return a comparison of a telephone number; blanks, hyphens and the code of the country do not matter}
     *
     * @param column the column
     */
    public static Comparison phone(String column) {
        Field digits = Field.of(column).then(Transform.Simple.DIGITS);
        Field end = digits.then(new Transform.Part(-9, 9));
        return Comparison.of(
                digits,
                exact(column),
                ComparisonLevel.of("last nine digits", Condition.equal(end)),
                ComparisonLevel.of("one edit", new Edits(end, EditDistance.DAMERAU_LEVENSHTEIN, 1)));
    }

    /**
     * {@return a comparison of a postcode of the United Kingdom: whole, sector, district, area}
     *
     * @param column the column
     */
    public static Comparison postcodeUk(String column) {
        Field plain = Field.of(column).then(Transform.Simple.PLAIN);
        return parts(
                column,
                part(plain, "whole", "^[a-z]{1,2}[0-9][0-9a-z]?[0-9][a-z]{2}$", 0),
                part(plain, "sector", "^([a-z]{1,2}[0-9][0-9a-z]?[0-9])[a-z]{2}$", 1),
                part(plain, "district", "^([a-z]{1,2}[0-9][0-9a-z]?)[0-9][a-z]{2}$", 1),
                part(plain, "area", "^[a-z]{1,2}", 0));
    }

    /**
     * {@return a comparison of a Japanese postcode: seven digits, the first five, the first three}
     *
     * @param column the column
     */
    public static Comparison postcodeJp(String column) {
        Field digits = Field.of(column).then(Transform.Simple.DIGITS);
        return parts(
                column,
                part(digits, "whole", "^[0-9]{7}$", 0),
                part(digits, "five digits", "^[0-9]{5}", 0),
                part(digits, "three digits", "^[0-9]{3}", 0));
    }

    /**
     * {@return a comparison of any postcode}
     *
     * @param column the column
     */
    public static Comparison postcode(String column) {
        Field plain = Field.of(column).then(Transform.Simple.PLAIN);
        return Comparison.of(
                plain,
                exact(column),
                ComparisonLevel.of("one edit", new Edits(plain, EditDistance.DAMERAU_LEVENSHTEIN, 1)),
                ComparisonLevel.of("beginning", Condition.equal(plain.then(new Transform.Part(0, 3)))));
    }

    private static Comparison parts(String column, ComparisonLevel... parts) {
        ComparisonLevel[] levels = new ComparisonLevel[parts.length + 1];
        levels[0] = exact(column);
        System.arraycopy(parts, 0, levels, 1, parts.length);
        return Comparison.of(Field.of(column), levels);
    }

    private static ComparisonLevel part(Field field, String label, String regex, int group) {
        return ComparisonLevel.of(label, Condition.equal(field.then(new Transform.Extract(regex, group))));
    }

    /**
     * {@return a comparison of an address or a part of it, by its words and numbers}
     *
     * @param column the column
     */
    public static Comparison address(String column) {
        Field folded = Field.of(column).then(Transform.Simple.FOLD);
        return Comparison.of(
                folded,
                exact(column),
                ComparisonLevel.of("words 0.8", new Similar(folded, Measure.TOKEN_COSINE, 0.8)),
                ComparisonLevel.of("similar 0.9", new Similar(folded, Measure.JARO_WINKLER, 0.9)),
                ComparisonLevel.of("words 0.5", new Similar(folded, Measure.TOKEN_COSINE, 0.5)));
    }

    /**
     * {@return a comparison of the name of an organisation}
     *
     * @param column the column
     */
    public static Comparison organisation(String column) {
        Field folded = Field.of(column).then(Transform.Simple.FOLD);
        return Comparison.of(
                folded,
                exact(column),
                ComparisonLevel.of(
                        "equal but for signs", Condition.equal(Field.of(column).then(Transform.Simple.PLAIN))),
                ComparisonLevel.of("similar 0.92", new Similar(folded, Measure.JARO_WINKLER, 0.92)),
                ComparisonLevel.of("words 0.6", new Similar(folded, Measure.TOKEN_COSINE, 0.6)));
    }

    /**
     * {@return a comparison of a Japanese name: as written, in the usual kanji, by reading, in Latin letters, one edit in the
     * reading}
     *
     * @param written the column with the name as it is written
     * @param reading the column with its reading in kana
     */
    public static Comparison japaneseName(String written, String reading) {
        Field kanji = Field.of(written);
        Field kana = Field.of(reading).then(Transform.Simple.KATAKANA);
        Field latin = Field.of(reading).then(Transform.Simple.ROMAJI);
        return new Comparison(
                written,
                List.of(
                        ComparisonLevel.missing(Condition.all(new Missing(kanji), new Missing(kana))),
                        exact(written),
                        ComparisonLevel.of(
                                "usual kanji equal", Condition.equal(kanji.then(Transform.Simple.USUAL_KANJI))),
                        exact(reading),
                        ComparisonLevel.of("kana equal", Condition.equal(kana)),
                        ComparisonLevel.of(
                                "romaji equal",
                                Condition.any(
                                        Condition.equal(latin),
                                        Condition.reversed(latin, kanji.then(Transform.Simple.ROMAJI)))),
                        ComparisonLevel.of("one edit in kana", new Edits(kana, EditDistance.DAMERAU_LEVENSHTEIN, 1)),
                        ComparisonLevel.otherwise()));
    }

    /**
     * {@return a comparison of a restricted value, such as the token of an identity number: equal or not}
     *
     * @param column the column
     */
    public static Comparison restricted(String column) {
        return Comparison.of(Field.of(column), ComparisonLevel.of("equal", Condition.equal(Field.of(column))));
    }

    private static ComparisonLevel exact(String column) {
        Field field = Field.of(column);
        return ComparisonLevel.of(column + " equal", new Equal(field, field)).with(TermFrequency.of(column));
    }

    private static ComparisonLevel similar(Field field, double atLeast) {
        return ComparisonLevel.of("similar " + atLeast, new Similar(field, Measure.JARO_WINKLER, atLeast));
    }
}
