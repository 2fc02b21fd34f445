package dev.cdm.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.comparison.ComparedTable.Comparer;
import dev.cdm.matching.comparison.Condition.Measure;
import dev.cdm.matching.comparison.Condition.Similar;
import dev.cdm.matching.similarity.StringSimilarity;
import dev.cdm.matching.table.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelCacheTest {

    private static final StringSimilarity MEASURE = StringSimilarity.jaroWinkler(0.7);

    private static List<String> names(int count) {
        Random random = new Random(3);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder();
            for (int letter = random.nextInt(7); letter > 0; letter--) {
                name.append("abcde".charAt(random.nextInt(5)));
            }
            names.add(name.toString());
        }
        return names;
    }

    private static int expected(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        return one.equals(other) ? 1 : MEASURE.similarity(one, other) >= .8 ? 2 : 3;
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 700})
    void aLevelDoesNotDependOnWhatWasComparedBefore(int rows) {
        List<String> names = names(rows);
        TableBuilder table = new TableBuilder(List.of("a"));
        for (int row = 0; row < rows; row++) {
            table.add("r" + row, List.of(names.get(row)));
        }
        Field field = Field.of("a");
        Comparer comparer = new ComparedTable(
                        table.build(),
                        List.of(Comparison.of(
                                field,
                                ComparisonLevel.of("equal", Condition.equal(field)),
                                ComparisonLevel.of("similar", new Similar(field, Measure.JARO_WINKLER, .8)))))
                .comparer();
        for (int turn = 0; turn < 2; turn++) {
            for (int left = 0; left < rows; left++) {
                for (int right = 0; right < rows; right++) {
                    int level = expected(names.get(left), names.get(right));
                    long found = comparer.compare(left, right);
                    if (found != level) {
                        assertThat(found).isEqualTo(level);
                    }
                }
            }
        }
        assertThat(names.stream().distinct().count()).isGreaterThan(rows / 5);
    }
}
