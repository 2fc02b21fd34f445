package dev.cdm.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.similarity.EditDistance;
import dev.cdm.matching.similarity.StringSimilarity;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OneEditProperties {

    private static final Field FIELD = Field.of("a");

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("abAc").ofMinLength(1).ofMaxLength(6);
    }

    private static int level(String one, String other, Condition... conditions) {
        TableBuilder builder = new TableBuilder(List.of("a"));
        Table table = builder.add("1", List.of(one)).add("2", List.of(other)).build();
        ComparisonLevel[] levels = new ComparisonLevel[conditions.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = ComparisonLevel.of("level " + i, conditions[i]);
        }
        return new ComparedTable(table, List.of(Comparison.of(FIELD, levels)))
                .comparer()
                .level(0, 0, 1);
    }

    @Property(tries = 200)
    void oneEditIsADistanceOfAtMostOne(@ForAll @From("text") String one, @ForAll @From("text") String other) {
        for (EditDistance distance : EditDistance.values()) {
            for (int limit = 1; limit <= 2; limit++) {
                boolean close = distance.distance(one, other) <= limit;
                assertThat(level(one, other, new Condition.Edits(FIELD, distance, limit)))
                        .as("%s %s %s", distance, one, other)
                        .isEqualTo(close ? 1 : 2);
            }
        }
    }

    @Property(tries = 300)
    void noSimilarPairIsRefusedUnseen(@ForAll @From("text") String one, @ForAll @From("text") String other) {
        double jaro = StringSimilarity.jaro().similarity(one, other);
        double winkler = StringSimilarity.jaroWinkler(0.7).similarity(one, other);
        assertThat(level(one, other, new Condition.Similar(FIELD, Condition.Measure.JARO, jaro)))
                .isEqualTo(1);
        assertThat(level(one, other, new Condition.Similar(FIELD, Condition.Measure.JARO_WINKLER, winkler)))
                .isEqualTo(1);
    }
}
