package dev.cdm.matching.blocking;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pairs that blocking rules find, each once, under the first rule that finds it. Immutable and safe for any thread.
 *
 * <p>Of a pair of one table the row that comes first is the left one; of two tables put one behind the other it is the row
 * of the first table.
 */
public final class BlockedPairs {

    /** How many elements an array has at most. */
    static final int MOST = Integer.MAX_VALUE - 8;

    private final int[] left;
    private final int[] right;
    private final int[] starts;
    private final ImmutableList<RuleCount> counts;

    private BlockedPairs(int[] left, int[] right, int[] starts, List<RuleCount> counts) {
        this.left = left;
        this.right = right;
        this.starts = starts;
        this.counts = ImmutableList.copyOf(counts);
    }

    /**
     * {@return the pairs within one table}
     *
     * @param table the records
     * @param rules the rules, in order
     * @param blockCap how many pairs a block may have; one that has more is left out and reported
     * @param workers who does the work; it does not change the result
     */
    public static BlockedPairs dedupe(Table table, List<BlockingRule> rules, long blockCap, Workers workers) {
        return RuleBlocking.of(rules)
                .cap(blockCap, RuleBlocking.OverCap.DISABLE)
                .dedupe(table, workers);
    }

    /**
     * {@return the pairs across two tables}
     *
     * @param table the records of the left table and behind them those of the right one
     * @param leftRows how many are of the left table
     * @param rules the rules, in order
     * @param blockCap how many pairs a block may have; one that has more is left out and reported
     * @param workers who does the work; it does not change the result
     */
    public static BlockedPairs link(
            Table table, int leftRows, List<BlockingRule> rules, long blockCap, Workers workers) {
        return RuleBlocking.of(rules)
                .cap(blockCap, RuleBlocking.OverCap.DISABLE)
                .link(table, leftRows, workers);
    }

    static BlockedPairs find(RuleSearch search, int most, Workers workers) {
        require(search.least(), most);
        List<RuleSearch.Chunk> parts = new ArrayList<>();
        long[] sum = new long[1];
        List<RuleCount> counts = search.<RuleSearch.Chunk>run(
                "blocking",
                chunk -> chunk,
                chunk -> {
                    sum[0] += chunk.size();
                    require(sum[0], most);
                    parts.add(chunk);
                },
                workers);
        int[] starts = new int[counts.size() + 1];
        for (int rule = 0; rule < counts.size(); rule++) {
            starts[rule + 1] = starts[rule] + (int) counts.get(rule).pairs();
        }
        int[] left = new int[(int) sum[0]];
        int[] right = new int[left.length];
        int at = 0;
        for (RuleSearch.Chunk part : parts) {
            for (int pair = 0; pair < part.size(); pair++, at++) {
                left[at] = part.left(pair);
                right[at] = part.right(pair);
            }
        }
        return new BlockedPairs(left, right, starts, counts);
    }

    private static void require(long pairs, int most) {
        Checks.require(
                pairs <= most, "rules", "must find at most " + most + " pairs, or be searched in chunks", pairs);
    }

    /** {@return how many pairs there are} */
    public int size() {
        return left.length;
    }

    /** {@return the left rows of the pairs} */
    public int[] left() {
        return left.clone();
    }

    /** {@return the right rows of the pairs} */
    public int[] right() {
        return right.clone();
    }

    /**
     * {@return the place of the rule that found a pair, from 0}
     *
     * @param pair the pair, from 0
     */
    public int rule(int pair) {
        return (int) IntStream.range(1, starts.length)
                .filter(rule -> starts[rule] <= pair)
                .count();
    }

    /** {@return what each rule found} */
    public List<RuleCount> counts() {
        return counts;
    }

    @Override
    public String toString() {
        return left.length + " pairs by " + counts.size() + " rules";
    }
}
