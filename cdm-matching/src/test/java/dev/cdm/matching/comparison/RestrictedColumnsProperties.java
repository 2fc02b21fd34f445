package dev.cdm.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.comparison.Condition.Measure;
import dev.cdm.matching.similarity.EditDistance;
import dev.cdm.matching.similarity.PhoneticCode;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class RestrictedColumnsProperties {

    private static final Field SECRET = Field.of("secret");
    private static final Field OTHER = Field.of("other secret");
    private static final Field OPEN = Field.of("open");

    private static Table table(String value) {
        return new TableBuilder(List.of("secret", "other secret", "open"))
                .restricted("secret", RestrictedColumnsProperties::token)
                .restricted("other secret", RestrictedColumnsProperties::token)
                .add("1", List.of(value, value, value))
                .add("2", List.of(value, "", value + "x"))
                .build();
    }

    private static String token(String value) {
        return "t" + Integer.toHexString(value.toLowerCase(Locale.ROOT).hashCode());
    }

    @Provide
    Arbitrary<Field> steps() {
        return Arbitraries.of(
                        new Transform.Part(0, 3),
                        Transform.Simple.LOWER,
                        Transform.Simple.DIGITS,
                        new Transform.Sound(PhoneticCode.SOUNDEX),
                        new Transform.Extract("[0-9]+", 0),
                        new Transform.Custom("first", text -> text.substring(0, 1)))
                .map(SECRET::then);
    }

    @Provide
    Arbitrary<Condition> allowed() {
        Arbitrary<Condition> leaf = Arbitraries.of(
                Condition.equal(SECRET),
                new Condition.Equal(SECRET, OTHER),
                new Condition.Missing(SECRET),
                Condition.equal(OPEN),
                new Condition.Similar(OPEN, Measure.JARO_WINKLER, .9));
        return nested(leaf, leaf);
    }

    @Provide
    Arbitrary<Condition> refused() {
        Arbitrary<Condition> leaf = Arbitraries.of(
                new Condition.Similar(SECRET, Measure.JARO, .9),
                new Condition.Edits(SECRET, EditDistance.LEVENSHTEIN, 1),
                new Condition.Shared(SECRET, ",", 1),
                new Condition.Days(SECRET, 3),
                new Condition.Difference(SECRET, 3, true),
                new Condition.Distance(OPEN, SECRET, 3),
                new Condition.Custom("alike", SECRET, String::equals),
                new Condition.Equal(SECRET, OPEN),
                new Condition.Equal(OPEN, SECRET),
                Condition.equal(SECRET.then(new Transform.Part(0, 3))),
                new Condition.Missing(SECRET.then(Transform.Simple.DIGITS)));
        return nested(leaf, allowed());
    }

    private static Arbitrary<Condition> nested(Arbitrary<Condition> leaf, Arbitrary<Condition> beside) {
        return Combinators.combine(leaf, beside, Arbitraries.integers().between(0, 3))
                .as((one, other, how) -> switch (how) {
                    case 0 -> one;
                    case 1 -> Condition.all(other, one);
                    case 2 -> Condition.any(one, other);
                    default -> new Condition.Not(one);
                });
    }

    private static ComparedTable compared(Table table, Condition condition) {
        return new ComparedTable(table, List.of(Comparison.of(OPEN, ComparisonLevel.of("level", condition))));
    }

    @Property(tries = 200)
    void anythingButEqualityOfARestrictedColumnIsRefused(
            @ForAll @From("refused") Condition condition,
            @ForAll @AlphaChars @StringLength(min = 6, max = 12) String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compared(table(value), condition))
                .withMessageContaining("`secret` is restricted and may only be compared for equality as it is")
                .satisfies(problem -> assertThat(problem).message().doesNotContain(value));
    }

    @Property(tries = 100)
    void equalityAndAbsenceOfARestrictedColumnAreCompared(@ForAll @From("allowed") Condition condition) {
        assertThat(compared(table("abc"), condition).comparer().compare(0, 1)).isNotNegative();
    }

    @Property(tries = 50)
    void aFieldThatReadsAnythingOutOfATokenIsRefused(@ForAll @From("steps") Field field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Field.Values(table("abc"), field, new dev.cdm.matching.table.Dictionary()))
                .withMessageContaining("`secret` is restricted")
                .withMessageContaining(field.steps().get(0).toString());
    }

    @Property(tries = 50)
    void theValueOfARestrictedColumnNeverEntersTheTable(
            @ForAll @AlphaChars @StringLength(min = 6, max = 12) String value) {
        Table table = table(value);
        assertThat(table.column("secret").orElseThrow().value(0)).contains(token(value));
        assertThat(table.column("secret").orElseThrow().isRestricted()).isTrue();
        assertThat(table.column("open").orElseThrow().isRestricted()).isFalse();
        assertThat(compared(table, Condition.equal(SECRET)).comparer().level(0, 0, 1))
                .isEqualTo(1);
    }
}
