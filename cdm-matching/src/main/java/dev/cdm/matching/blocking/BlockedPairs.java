package dev.cdm.matching.blocking;

import com.google.common.collect.ImmutableList;
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

    static BlockedPairs find(RuleJoin join, Workers workers) {
        List<PairBuffer> parts = new ArrayList<>();
        List<RuleCount> counts = new ArrayList<>();
        int[] starts = new int[join.rules() + 1];
        for (int rule = 0; rule < join.rules(); rule++) {
            RuleJoin.Found found = join.pairs(rule, workers);
            starts[rule + 1] =
                    Math.addExact(starts[rule], Math.toIntExact(found.count().pairs()));
            counts.add(found.count());
            parts.addAll(found.pairs());
        }
        int[] left = new int[starts[join.rules()]];
        int[] right = new int[left.length];
        int at = 0;
        for (PairBuffer part : parts) {
            part.copyTo(left, right, at);
            at += part.size();
        }
        return new BlockedPairs(left, right, starts, counts);
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
