package dev.cdm.matching.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.blocking.BlockingRule.MinHash;
import dev.cdm.matching.blocking.BlockingRule.QGrams;
import dev.cdm.matching.blocking.BlockingRule.Sorted;
import dev.cdm.matching.blocking.BlockingRule.Tokens;
import dev.cdm.matching.blocking.RuleBlocking.OverCap;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.comparison.Transform;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleBlockingTest {

    private static final Field NAME = Field.of("name");
    private static final BlockingRule WORDS = BlockingRule.on(new Field[0]).sharing(new Tokens(NAME, " "));

    private static Table table(String... rows) {
        TableBuilder builder = new TableBuilder(List.of("city", "name"));
        for (int row = 0; row < rows.length; row++) {
            builder.add("r" + row, Arrays.asList(rows[row].split(",", -1)));
        }
        return builder.build();
    }

    private static List<String> found(BlockedPairs pairs) {
        return IntStream.range(0, pairs.size())
                .mapToObj(pair -> pairs.left()[pair] + "-" + pairs.right()[pair] + "/" + pairs.rule(pair))
                .toList();
    }

    private static BlockedPairs dedupe(Table table, BlockingRule... rules) {
        return RuleBlocking.of(List.of(rules)).dedupe(table, Workers.caller());
    }

    @Test
    void aPairThatSharesSeveralWordsIsFoundOnce() {
        BlockedPairs pairs = dedupe(table("x,a b c", "x,c b", "y,d", "y,", "z,b"), WORDS);
        assertThat(found(pairs)).containsExactlyInAnyOrder("0-1/0", "0-4/0", "1-4/0");
        assertThat(pairs.counts().get(0).candidates()).isEqualTo(4);
    }

    @Test
    void laterRulesLeaveOutWhatWordsFoundAndTheOtherWayRound() {
        Table table = table("x,a b", "x,b", "x,c", "y,a");
        assertThat(found(dedupe(table, WORDS, BlockingRule.on("city"))))
                .containsExactlyInAnyOrder("0-1/0", "0-3/0", "0-2/1", "1-2/1");
        assertThat(found(dedupe(table, BlockingRule.on("city"), WORDS)))
                .containsExactlyInAnyOrder("0-1/0", "0-2/0", "1-2/0", "0-3/1");
    }

    @Test
    void wordsCountWithinEqualKeysAndAcrossTables() {
        Table table = table("x,a", "y,a b", "x,a", "y,b", "y,c");
        BlockingRule rule = BlockingRule.on("city").sharing(new Tokens(NAME, " "));
        assertThat(found(dedupe(table, rule))).containsExactlyInAnyOrder("0-2/0", "1-3/0");
        assertThat(found(RuleBlocking.of(List.of(WORDS)).link(table, 2, Workers.caller())))
                .containsExactlyInAnyOrder("0-2/0", "1-2/0", "1-3/0");
    }

    @Test
    void likeTextsShareABandAndUnlikeOnesDoNot() {
        Table table = table("x,maple street seven", "x,maple street sevem", "x,quarry hill", "x,");
        BlockingRule rule = BlockingRule.on(new Field[0]).sharing(new MinHash(NAME, 2, 20, 3));
        assertThat(found(dedupe(table, rule))).containsExactly("0-1/0");
    }

    @Test
    void neighboursInTheOrderOfAFieldArePairs() {
        Table table = table("x,d", "x,a", "y,c", "x,b", "x,");
        BlockingRule every = BlockingRule.on(new Field[0]).sharing(new Sorted(NAME, 1));
        assertThat(found(dedupe(table, every))).containsExactlyInAnyOrder("1-3/0", "2-3/0", "0-2/0");
        BlockingRule within = BlockingRule.on("city").sharing(new Sorted(NAME, 1));
        assertThat(found(dedupe(table, within))).containsExactlyInAnyOrder("1-3/0", "0-3/0");
    }

    @Test
    void aThinnedBlockKeepsNeighboursAndIsReported() {
        String[] rows = IntStream.range(0, 20)
                .mapToObj(i -> "x," + (char) ('a' + (i * 7) % 20))
                .toArray(String[]::new);
        RuleBlocking thin = RuleBlocking.of(List.of(BlockingRule.on("city"), BlockingRule.on(new Field[0])))
                .cap(40, OverCap.THIN);
        BlockedPairs pairs = thin.dedupe(table(rows), Workers.caller());
        RuleCount count = pairs.counts().get(0);
        assertThat(count.thinnedBlocks()).isOne();
        assertThat(count.skippedBlocks()).isZero();
        assertThat(count.pairs()).isEqualTo(37);
        assertThat(count.skippedPairs()).isEqualTo(190 - 37);
        for (int pair = 0; pair < count.pairs(); pair++) {
            int apart = rows[pairs.left()[pair]].charAt(2) - rows[pairs.right()[pair]].charAt(2);
            assertThat(Math.abs(apart)).isBetween(1, 2);
        }
        assertThat(pairs.counts().get(1).pairs())
                .as("without those of the first rule")
                .isZero();
    }

    @Test
    void thinningDoesNotDependOnTheOrderOfTheRows() {
        List<String> rows =
                new ArrayList<>(IntStream.range(0, 30).mapToObj(i -> "x,n" + i).toList());
        List<List<String>> results = new ArrayList<>();
        for (int turn = 0; turn < 2; turn++) {
            Table table = table(rows.toArray(String[]::new));
            BlockedPairs pairs = RuleBlocking.of(List.of(BlockingRule.on("city")))
                    .cap(60, OverCap.THIN)
                    .dedupe(table, Workers.caller());
            results.add(IntStream.range(0, pairs.size())
                    .mapToObj(pair -> List.of(rows.get(pairs.left()[pair]), rows.get(pairs.right()[pair])).stream()
                            .sorted()
                            .toList()
                            .toString())
                    .sorted()
                    .toList());
            Collections.reverse(rows);
        }
        assertThat(results.get(0)).isNotEmpty().isEqualTo(results.get(1));
    }

    @Test
    void refusedPairsAreCountedUnderTheFirstRuleThatFindsThem() {
        Table table = table("x,a", "x,a", "x,b", "y,a");
        BlockedPairs pairs = RuleBlocking.of(List.of(BlockingRule.on("city"), WORDS))
                .gate((left, right) -> left != 0)
                .dedupe(table, Workers.caller());
        assertThat(found(pairs)).containsExactlyInAnyOrder("1-2/0", "1-3/1");
        assertThat(pairs.counts()).extracting(RuleCount::refusedPairs).containsExactly(2L, 1L);
    }

    @Test
    void limitsAreChecked() {
        RuleBlocking blocking = RuleBlocking.of(List.of(WORDS));
        assertThatIllegalArgumentException().isThrownBy(() -> blocking.cap(0, OverCap.THIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sorted(NAME, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MinHash(NAME, 2, 0, 1));
        assertThat(dedupe(table(), WORDS).size()).isZero();
    }

    private static Table restricted(String... rows) {
        TableBuilder builder = new TableBuilder(List.of("city", "name")).restricted("name", name -> "t" + name);
        for (int row = 0; row < rows.length; row++) {
            builder.add("r" + row, Arrays.asList(rows[row].split(",", -1)));
        }
        return builder.build();
    }

    @Test
    void aRestrictedColumnIsAKeyAsItIsAndNothingElse() {
        Table table = restricted("x,a", "y,a", "x,b");
        assertThat(found(dedupe(table, BlockingRule.on("name")))).containsExactly("0-1/0");
        Field beginning = NAME.then(new Transform.Part(0, 2));
        List<BlockingRule> refused = List.of(
                BlockingRule.on(beginning),
                WORDS,
                BlockingRule.on("city").sharing(new Sorted(NAME, 1)),
                BlockingRule.on("city").sharing(new MinHash(NAME, 2, 2, 2)),
                BlockingRule.on("city").sharing(new QGrams(NAME, 2, .7, List.of())),
                BlockingRule.on("city").and(new Condition.Similar(NAME, Condition.Measure.JARO, .9)));
        for (BlockingRule rule : refused) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> dedupe(table, rule))
                    .withMessageStartingWith("`column` `name` is restricted");
        }
    }

    @Test
    void thinningDoesNotSortByARestrictedColumn() {
        RuleBlocking thin = RuleBlocking.of(List.of(BlockingRule.on("city"))).cap(2, OverCap.THIN);
        BlockedPairs one = thin.dedupe(restricted("x,a", "x,b", "x,c"), Workers.caller());
        BlockedPairs other = thin.dedupe(restricted("x,c", "x,a", "x,b"), Workers.caller());
        assertThat(found(one)).isNotEmpty().isEqualTo(found(other));
    }

    @Test
    void onlyTheRarestGramsOfATextAreKeys() {
        Table table = table("x,anna", "x,hanna", "x,anton", "x,xyz", "x,x");
        QGrams grams = QGrams.counted(table, NAME, 2, .7);
        assertThat(grams.common()).containsExactly("an", "na", "nn");
        BlockingRule rule = BlockingRule.on(new Field[0]).sharing(grams);
        assertThat(found(dedupe(table, rule))).containsExactly("0-1/0");
        assertThat(dedupe(table, rule).counts().get(0).candidates()).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> QGrams.counted(restricted("x,a"), NAME, 2, .7));
        assertThatIllegalArgumentException().isThrownBy(() -> new QGrams(NAME, 2, 0, List.of()));
    }
}
