package dev.cdm.matching.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.blocking.BlockingRule.QGrams;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.similarity.StringSimilarity;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class QGramsProperties {

    private static final Field NAME = Field.of("name");
    private static final StringSimilarity JACCARD = StringSimilarity.qGramJaccard(2);

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abc佐").ofMinLength(2).ofMaxLength(9);
    }

    private static Table table(List<String> names) {
        TableBuilder builder = new TableBuilder(List.of("name"));
        for (int row = 0; row < names.size(); row++) {
            builder.add("r" + row, List.of(names.get(row)));
        }
        return builder.build();
    }

    @Property(tries = 150)
    void noPairOfTheWantedSimilarityIsMissedWhateverIsCommon(
            @ForAll @Size(min = 2, max = 12) List<@From("texts") String> names,
            @ForAll @DoubleRange(min = .2, max = 1) double similarity,
            @ForAll boolean counted) {
        Table table = table(names);
        QGrams grams = counted
                ? QGrams.counted(table, NAME, 2, similarity)
                : new QGrams(NAME, 2, similarity, List.of("ab", "bc", "ab"));
        RuleSearch search = RuleBlocking.of(
                        List.of(BlockingRule.on(new Field[0]).sharing(grams)))
                .search(table, 0);
        for (int left = 0; left < names.size(); left++) {
            for (int right = left + 1; right < names.size(); right++) {
                double jaccard = JACCARD.similarity(names.get(left), names.get(right));
                assertThat(jaccard >= similarity && search.rule(left, right) < 0)
                        .as(names.get(left) + " and " + names.get(right))
                        .isFalse();
            }
        }
    }

    @Property(tries = 20)
    void aTextHasFewKeysHoweverLongItIs(@ForAll @StringLength(min = 500, max = 3000) String text) {
        SpreadKeys.RareGrams grams = new SpreadKeys.RareGrams(new QGrams(NAME, 3, .1, List.of()));
        assertThat(grams.of(text)).hasSizeBetween(1, QGrams.MOST_KEYS).doesNotHaveDuplicates();
    }

    @Property(tries = 50)
    void keysDoNotDependOnTheOtherRecords(@ForAll @Size(min = 2, max = 8) List<@From("texts") String> names) {
        QGrams frozen = QGrams.counted(table(names), NAME, 2, .6);
        BlockingRule rule = BlockingRule.on(new Field[0]).sharing(frozen);
        Table all = table(names);
        RuleSearch together = RuleBlocking.of(List.of(rule)).search(all, 0);
        RuleSearch alone = RuleBlocking.of(List.of(rule)).search(table(names.subList(0, 2)), 0);
        assertThat(alone.rule(0, 1)).isEqualTo(together.rule(0, 1));
        int pairs = RuleBlocking.of(List.of(rule)).dedupe(all, Workers.caller()).size();
        assertThat(pairs).isLessThanOrEqualTo(names.size() * (names.size() - 1) / 2);
    }
}
