package dev.cdm.matching.blocking;

import com.google.common.collect.ImmutableList;
import dev.cdm.matching.comparison.ComparedTable;
import dev.cdm.matching.comparison.ComparedTable.Comparer;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds the pairs of rules in a table, each once, and gives them in chunks, so that memory stays bounded whatever the
 * number of pairs. Rule by rule, the keys of each left row are looked up among the right rows. Immutable; as safe for
 * threads as the gate.
 */
public final class RuleSearch {

    private static final Condition OTHERWISE = new Condition.Otherwise();

    private final Table table;
    private final RuleBlocking blocking;
    private final ImmutableList<Blocks> blocks;
    private final ComparedTable conditions;
    private final int lefts;
    private final boolean within;
    private final boolean bare;

    /** With no left rows of their own all rows are of one table. */
    RuleSearch(Table table, RuleBlocking blocking, int leftRows) {
        this.table = table;
        this.blocking = blocking;
        within = leftRows == 0;
        lefts = within ? table.rows() : leftRows;
        blocks = blocking.rules.stream()
                .map(rule -> new Blocks(table, rule, blocking, leftRows))
                .collect(ImmutableList.toImmutableList());
        conditions = new ComparedTable(
                table, blocking.rules.stream().map(RuleSearch::asComparison).toList());
        bare = blocking.rules.stream().allMatch(rule -> rule.also().equals(OTHERWISE));
    }

    private static Comparison asComparison(BlockingRule rule) {
        ComparisonLevel holds = ComparisonLevel.of("holds", rule.condition());
        return new Comparison(rule.name(), List.of(holds, ComparisonLevel.otherwise()));
    }

    /** Some of the pairs, all of one rule. Immutable once it is given. */
    public sealed interface Chunk permits PairList {

        /** {@return how many pairs there are} */
        int size();

        /**
         * {@return the left row of a pair}
         *
         * @param pair the pair, from 0
         */
        int left(int pair);

        /**
         * {@return the right row of a pair}
         *
         * @param pair the pair, from 0
         */
        int right(int pair);
    }

    /** {@return the records} */
    public Table table() {
        return table;
    }

    /** {@return what is known of each rule before any pair is made; pairs count as none} */
    public List<RuleCount> known() {
        return IntStream.range(0, blocks.size())
                .mapToObj(rule -> blocks.get(rule).count(blocking.rules.get(rule)))
                .collect(ImmutableList.toImmutableList());
    }

    /** {@return how many pairs there are at least, as far as that is known before any is made} */
    long least() {
        return blocks.isEmpty() || !bare || blocking.hasGate() ? 0 : blocks.get(0).least(blocking.rules.get(0));
    }

    /**
     * {@return the place of the first rule that finds a pair, or -1 if none does; the gate is not asked}
     *
     * @param left a record; of one table the one that comes first, of two tables one of the left
     * @param right another record
     */
    public int rule(int left, int right) {
        Comparer comparer = conditions.comparer();
        return IntStream.range(0, blocks.size())
                .filter(rule -> blocks.get(rule).first(left, right) >= 0 && holds(comparer, rule, left, right))
                .findFirst()
                .orElse(-1);
    }

    private boolean holds(Comparer comparer, int rule, int left, int right) {
        return blocking.rules.get(rule).also().equals(OTHERWISE) || comparer.level(rule, left, right) == 0;
    }

    /**
     * Does something with all pairs, chunk by chunk. The chunks are the same for any number of threads, those of the first
     * rule first, and within a rule by left row; their size is that of {@link RuleBlocking#chunk(int)} at most.
     *
     * @param stage what the work is, for the progress
     * @param work makes a result of a chunk, in any of the threads
     * @param sink takes the results, in the order of the chunks and in the calling thread
     * @param workers who does the work
     * @param <T> a result
     * @return what each rule found
     * @throws CancellationException if the work was cancelled
     */
    public <T> List<RuleCount> run(
            String stage, Function<? super Chunk, ? extends T> work, Consumer<? super T> sink, Workers workers) {
        SearchPlan plan = new SearchPlan(blocks, lefts, blocking.chunk);
        List<Tally> tallies = new ArrayList<>();
        blocks.forEach(rule -> tallies.add(new Tally()));
        Queue<Comparer> spare = new ConcurrentLinkedQueue<>();
        workers.<T>inOrder(
                stage,
                plan.chunks(),
                chunk -> {
                    Comparer taken = spare.poll();
                    Comparer comparer = taken == null ? conditions.comparer() : taken;
                    Search search = new Search(plan.rule(chunk), comparer);
                    search.from(plan.row(chunk), plan.skipped(chunk));
                    tallies.get(plan.rule(chunk)).add(search);
                    spare.add(comparer);
                    return work.apply(search.found);
                },
                sink);
        return IntStream.range(0, blocks.size())
                .mapToObj(rule -> tallies.get(rule).count(known().get(rule)))
                .collect(ImmutableList.toImmutableList());
    }

    /** What the chunks of a rule found. */
    private static final class Tally {

        private final LongAdder pairs = new LongAdder();
        private final LongAdder near = new LongAdder();
        private final LongAdder refused = new LongAdder();

        void add(Search search) {
            pairs.add(search.found.size());
            near.add(search.near);
            refused.add(search.refused);
        }

        RuleCount count(RuleCount known) {
            return new RuleCount(
                    known.rule(),
                    known.candidates(),
                    pairs.sum(),
                    known.skippedBlocks(),
                    known.thinnedBlocks(),
                    known.skippedPairs() - (known.thinnedBlocks() > 0 ? near.sum() : 0),
                    refused.sum());
        }
    }

    /** The work of one chunk. */
    private final class Search {

        private final int rule;
        private final Blocks own;
        private final boolean several;
        private final Comparer comparer;
        private final PairList found = new PairList();
        private long near;
        private long refused;

        Search(int rule, Comparer comparer) {
            this.rule = rule;
            own = blocks.get(rule);
            several = blocking.rules.get(rule).spread().isPresent();
            this.comparer = comparer;
        }

        /** Looks at the pairs of a chunk, the first some pairs after the first one of a left row. */
        void from(int row, long skipped) {
            RuleKeys keys = own.keys();
            long skip = skipped;
            long open = blocking.chunk;
            for (int left = row; left < lefts && open > 0; left++) {
                for (int entry = keys.left(left); entry < keys.leftEnd(left) && open > 0; entry++) {
                    long from = own.from(left, entry) + skip;
                    int end = own.to(entry);
                    skip = Math.max(0, from - end);
                    long to = Math.min(end, from + open);
                    for (long at = from; at < to; at++) {
                        look(left, own.right((int) at), keys.key(entry));
                    }
                    open -= Math.max(0, to - from);
                }
            }
        }

        private void look(int left, int right, int key) {
            if (!within || left < right) {
                near += own.isThinned(key) ? 1 : 0;
                take(left, right, key);
            }
        }

        private void take(int left, int right, int key) {
            if (several && own.first(left, right) != key) {
                return;
            }
            boolean open = blocking.gate.mayCompare(left, right);
            for (int earlier = 0; earlier < rule; earlier++) {
                if (blocks.get(earlier).first(left, right) >= 0
                        && (!open || holds(comparer, earlier, left, right))) {
                    return;
                }
            }
            if (!open) {
                refused++;
            } else if (holds(comparer, rule, left, right)) {
                found.add(left, right);
            }
        }
    }
}
