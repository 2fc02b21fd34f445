package dev.cdm.matching.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.matching.blocking.BlockingRule.Sorted;
import dev.cdm.matching.blocking.BlockingRule.Tokens;
import dev.cdm.matching.blocking.RuleBlocking.OverCap;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RuleSearchTest {

    private static final List<BlockingRule> RULES = List.of(
            BlockingRule.on("city").and(new Condition.Not(Condition.equal(Field.of("name")))),
            BlockingRule.on(new Field[0]).sharing(new Tokens(Field.of("name"), " ")),
            BlockingRule.on("city").sharing(new Sorted(Field.of("name"), 2)),
            BlockingRule.on("name"));

    private static Table people(int rows) {
        TableBuilder builder = new TableBuilder(List.of("city", "name"));
        for (int row = 0; row < rows; row++) {
            builder.add("r" + row, List.of(row % 7 == 0 ? "" : "c" + row % 5, "n" + row % 11 + " m" + row % 13));
        }
        return builder.build();
    }

    private static List<String> pairs(RuleSearch search, Workers workers) {
        List<String> found = new ArrayList<>();
        search.<RuleSearch.Chunk>run(
                "search",
                chunk -> chunk,
                chunk -> IntStream.range(0, chunk.size())
                        .forEach(pair -> found.add(chunk.left(pair) + "-" + chunk.right(pair))),
                workers);
        return found;
    }

    @Property(tries = 40)
    void theSizeOfTheChunksAndTheThreadsDoNotChangeThePairs(
            @ForAll @IntRange(min = 1, max = 90) int size,
            @ForAll @IntRange(min = 0, max = 20) int leftRows,
            @ForAll @IntRange(min = 5, max = 500) int cap,
            @ForAll OverCap overCap) {
        Table table = people(60);
        RuleBlocking blocking = RuleBlocking.of(RULES).cap(cap, overCap);
        List<String> expected = pairs(blocking.search(table, leftRows), Workers.caller());
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            RuleSearch small = blocking.chunk(size).search(table, leftRows);
            assertThat(pairs(small, Workers.of(pool, 3))).isEqualTo(expected).doesNotHaveDuplicates();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aChunkNeverHoldsMoreThanItsSizeAndTheCountsAreThoseOfTheWhole() {
        RuleBlocking blocking = RuleBlocking.of(RULES);
        Table table = people(200);
        List<Integer> sizes = new ArrayList<>();
        List<RuleCount> counts =
                blocking.chunk(50).search(table, 0).run("search", RuleSearch.Chunk::size, sizes::add, Workers.caller());
        assertThat(sizes).hasSizeGreaterThan(100).allMatch(size -> size <= 50);
        assertThat(counts).isEqualTo(blocking.dedupe(table, Workers.caller()).counts());
        assertThat(blocking.search(table, 0).known())
                .extracting(RuleCount::candidates)
                .containsExactlyElementsOf(
                        counts.stream().map(RuleCount::candidates).toList());
    }

    @Test
    void theFirstRuleThatFindsAPairIsTold() {
        Table table = people(40);
        BlockedPairs pairs = RuleBlocking.of(RULES).dedupe(table, Workers.caller());
        RuleSearch search = RuleBlocking.of(RULES).search(table, 0);
        int[] left = pairs.left();
        int[] right = pairs.right();
        for (int pair = 0; pair < pairs.size(); pair++) {
            assertThat(search.rule(left[pair], right[pair])).isEqualTo(pairs.rule(pair));
        }
        assertThat(search.rule(0, 1)).isEqualTo(-1);
    }

    /** Nearly five thousand million pairs: known at once, refused as arrays, searched in chunks until told to stop. */
    @Test
    void morePairsThanAnArrayHoldsAreRefusedAtOnceOrSearchedInChunks() {
        int rows = 98_000;
        TableBuilder builder = new TableBuilder(List.of("city"));
        IntStream.range(0, rows).forEach(row -> builder.add("r" + row, List.of("c")));
        Table table = builder.build();
        RuleBlocking blocking = RuleBlocking.of(List.of(BlockingRule.on("city")));
        long all = rows * (rows - 1L) / 2;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocking.dedupe(table, Workers.caller()))
                .withMessage("`rules` must find at most 2147483639 pairs, or be searched in chunks, was " + all);
        RuleSearch search = blocking.search(table, 0);
        assertThat(search.known().get(0).candidates()).isEqualTo(all);
        AtomicLong seen = new AtomicLong();
        assertThatThrownBy(() -> search.run(
                        "search",
                        RuleSearch.Chunk::size,
                        (Integer size) -> seen.addAndGet(size),
                        Workers.caller().until(() -> seen.get() >= 1_000_000)))
                .isInstanceOf(CancellationException.class)
                .hasMessage("search was cancelled");
        assertThat(seen.get()).isBetween(1_000_000L, 1_000_000L + RuleBlocking.CHUNK);
    }

    @Test
    void tooManyPairsAreAlsoRefusedWhenTheyAreKnownOnlyLater() {
        RuleSearch search = RuleBlocking.of(RULES).search(people(60), 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlockedPairs.find(search, 100, Workers.caller()))
                .withMessageContaining("at most 100 pairs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleBlocking.of(RULES).chunk(0));
    }
}
