package dev.cdm.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.comparison.Condition.Measure;
import dev.cdm.matching.similarity.EditDistance;
import dev.cdm.matching.similarity.PhoneticCode;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final Field A = Field.of("a");
    private static final Field B = Field.of("b");

    private static boolean holds(Condition condition, @Nullable String left, @Nullable String right) {
        return holdsOf(condition, Arrays.asList(left, "x"), Arrays.asList(right, "x"));
    }

    private static boolean holdsOf(Condition condition, List<@Nullable String> left, List<@Nullable String> right) {
        Table table = new TableBuilder(List.of("a", "b"))
                .add("1", left)
                .add("2", right)
                .build();
        Comparison comparison =
                new Comparison("c", List.of(ComparisonLevel.of("holds", condition), ComparisonLevel.otherwise()));
        ComparedTable compared = new ComparedTable(table, List.of(comparison));
        return compared.level(compared.comparer().compare(0, 1), 0) == 0;
    }

    @Test
    void equalityNeedsBothValues() {
        assertThat(holds(Condition.equal(A), "x", "x")).isTrue();
        assertThat(holds(Condition.equal(A), "x", "y")).isFalse();
        assertThat(holds(Condition.equal(A), null, null)).isFalse();
        assertThat(holds(new Condition.Missing(A), null, "x")).isTrue();
        assertThat(holds(new Condition.Missing(A), "x", "x")).isFalse();
    }

    @Test
    void whatCannotBeToldIsNeitherTrueNorFalse() {
        Condition unknown = Condition.equal(A);
        assertThat(holds(new Condition.Not(unknown), null, "x")).isFalse();
        assertThat(holds(new Condition.Not(unknown), "y", "x")).isTrue();
        assertThat(holds(Condition.any(unknown, new Condition.Missing(A)), null, "x"))
                .isTrue();
        assertThat(holds(Condition.any(unknown, Condition.equal(A)), null, "x")).isFalse();
        assertThat(holds(Condition.all(unknown, new Condition.Otherwise()), null, "x"))
                .isFalse();
        assertThat(holds(Condition.all(Condition.equal(A), Condition.equal(B)), "x", "x"))
                .isTrue();
        assertThat(holds(Condition.all(Condition.equal(A), Condition.equal(B)), "x", "y"))
                .isFalse();
    }

    @Test
    void similarTextsAndFewEdits() {
        assertThat(holds(new Condition.Similar(A, Measure.JARO_WINKLER, 0.96), "martha", "marhta"))
                .isTrue();
        assertThat(holds(new Condition.Similar(A, Measure.JARO_WINKLER, 0.97), "martha", "marhta"))
                .isFalse();
        assertThat(holds(new Condition.Similar(A, Measure.TOKEN_COSINE, 0.99), "a b", "b a"))
                .isTrue();
        assertThat(holds(new Condition.Edits(A, EditDistance.LEVENSHTEIN, 1), "ab", "ba"))
                .isFalse();
        assertThat(holds(new Condition.Edits(A, EditDistance.DAMERAU_LEVENSHTEIN, 1), "ab", "ba"))
                .isTrue();
        assertThat(holds(new Condition.Edits(A, EditDistance.LEVENSHTEIN, 1), "abcd", "ab"))
                .isFalse();
    }

    @Test
    void sharedEntriesOfLists() {
        assertThat(holds(new Condition.Shared(A, ",", 2), "x, y,z", "z,x")).isTrue();
        assertThat(holds(new Condition.Shared(A, ",", 3), "x,x,z", "z,x,x")).isFalse();
    }

    @Test
    void datesNumbersAndPlaces() {
        assertThat(holds(new Condition.Days(A, 1), "2020-02-28", "2020-02-29")).isTrue();
        assertThat(holds(new Condition.Days(A, 1), "2020-02-28", "2020-03-01")).isFalse();
        assertThat(holds(new Condition.Days(A, 1e9), "2020-02-28", "soon")).isFalse();
        assertThat(holds(new Condition.Difference(A, 0.5, false), "1", "1.5")).isTrue();
        assertThat(holds(new Condition.Difference(A, 0.1, true), "100", "91")).isTrue();
        assertThat(holds(new Condition.Difference(A, 0.1, true), "100", "NaN")).isFalse();
        Condition near = new Condition.Distance(A, B, 120);
        assertThat(holdsOf(near, List.of("0", "0"), List.of("0", "1"))).isTrue();
        assertThat(holdsOf(near, List.of("0", "0"), List.of("0", "2"))).isFalse();
        assertThat(holdsOf(near, List.of("0", "0"), List.of("91", "0"))).isFalse();
    }

    @Test
    void interchangedFields() {
        assertThat(holdsOf(Condition.reversed(A, B), List.of("x", "y"), List.of("y", "x")))
                .isTrue();
        assertThat(holdsOf(Condition.reversed(A, B), List.of("x", "y"), List.of("x", "y")))
                .isFalse();
    }

    @Test
    void conditionsOfTheCaller() {
        Condition initial = new Condition.Custom("initial", A, (left, right) -> left.charAt(0) == right.charAt(0));
        assertThat(holds(initial, "x1", "x2")).isTrue();
        assertThat(holds(initial, "x1", "y2")).isFalse();
        assertThat(holds(initial, null, "y2")).isFalse();
        assertThat(Condition.columns(new Condition.Not(Condition.any(initial, new Condition.Distance(A, B, 1)))))
                .containsExactly("a", "b");
    }

    @Test
    void transformedFields() {
        assertThat(value(new Transform.Extract("^[^@]+", 0), "ann@example.org")).isEqualTo("ann");
        assertThat(value(new Transform.IsoDate("uuuuMMdd"), "20200229")).isEqualTo("2020-02-29");
        assertThat(value(new Transform.IsoDate("uuuuMMdd"), "20210229")).isNull();
        assertThat(value(new Transform.Part(0, 2), "𠮷野家")).isEqualTo("𠮷野");
        assertThat(value(new Transform.Part(-2, 2), "abc")).isEqualTo("bc");
        assertThat(value(new Transform.Part(5, 2), "abc")).isNull();
        assertThat(value(new Transform.Sound(PhoneticCode.SOUNDEX), "Robert")).isEqualTo("R163");
        assertThat(value(Transform.Simple.FOLD, "É")).isEqualTo("e");
        assertThat(value(Transform.Simple.LOWER, "TITLE")).isEqualTo("title");
        assertThat(value(Transform.Simple.DIGITS, "+44 (0) ７")).isEqualTo("4407");
        assertThat(value(Transform.Simple.PLAIN, "O'Neil-Ray")).isEqualTo("oneilray");
        assertThat(value(Transform.Simple.KATAKANA, "たろう")).isEqualTo("タロウ");
        assertThat(value(Transform.Simple.ROMAJI, "きょうこ")).isEqualTo("kyoko");
        assertThat(value(Transform.Simple.ROMAJI, "ハットリ")).isEqualTo("hattori");
        assertThat(value(Transform.Simple.ROMAJI, "しょうた")).isEqualTo("shota");
        assertThat(value(Transform.Simple.USUAL_KANJI, "渡邊")).isEqualTo("渡辺");
        assertThat(value(new Transform.Custom("none", text -> ""), "x")).isNull();
    }

    private static @Nullable String value(Transform step, String text) {
        return A.then(step).of(java.util.Optional.of(text)).orElse(null);
    }

    @Test
    void levelsMustBeInOrder() {
        ComparisonLevel other = ComparisonLevel.otherwise();
        ComparisonLevel missing = ComparisonLevel.missing(new Condition.Missing(A));
        ComparisonLevel equal = ComparisonLevel.of("equal", Condition.equal(A));
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison("c", List.of(missing, other)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison("c", List.of(equal, missing, other)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison("c", List.of(other, equal)));
        Comparison good = new Comparison("c", List.of(missing, equal, other));
        assertThat(List.of(good.gamma(0), good.gamma(1), good.gamma(2))).containsExactly(-1, 1, 0);
        Table table = new TableBuilder(List.of("b")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComparedTable(table, List.of(good)))
                .withMessageContaining("`column`");
    }
}
