package dev.cdm.matching.blocking;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.List;

/** Rules and what limits them. Immutable; as safe for threads as its gate. */
public final class RuleBlocking {

    /** How many pairs are looked at together by default. */
    public static final int CHUNK = 1 << 15;

    private static final Gate OPEN = (left, right) -> true;

    final ImmutableList<BlockingRule> rules;
    final long cap;
    final OverCap overCap;
    final Gate gate;
    final int chunk;

    private RuleBlocking(List<BlockingRule> rules, long cap, OverCap overCap, Gate gate, int chunk) {
        this.chunk = chunk;
        this.rules = ImmutableList.copyOf(rules);
        this.cap = cap;
        this.overCap = overCap;
        this.gate = gate;
    }

    /** What happens to a block with more pairs than the cap. */
    public enum OverCap {
        /** It is left out as a whole. */
        DISABLE,
        /**
         * Its records are sorted by the texts of the columns that the rule does not read, in the order of the table, and
         * each is paired with as many neighbours as the cap allows, at least one.
         */
        THIN
    }

    /** Says which two records may be compared. Asked by several threads at once, before the further condition is tested. */
    @FunctionalInterface
    public interface Gate {

        /**
         * {@return whether the two may be compared}
         *
         * @param left a record, from 0
         * @param right another record
         */
        boolean mayCompare(int left, int right);
    }

    /**
     * {@return blocking without limits}
     *
     * @param rules the rules, in order
     */
    public static RuleBlocking of(List<BlockingRule> rules) {
        return new RuleBlocking(rules, Long.MAX_VALUE, OverCap.DISABLE, OPEN, CHUNK);
    }

    /**
     * {@return the same with a limit for blocks; a neighbourhood is a limit of its own and has no other}
     *
     * @param pairs how many pairs a block may have, at least 1
     * @param then what happens to a block that has more
     */
    public RuleBlocking cap(long pairs, OverCap then) {
        Checks.require(pairs >= 1, "blockCap", "must be at least 1", pairs);
        return new RuleBlocking(rules, pairs, then, gate, chunk);
    }

    /**
     * {@return the same with a gate}
     *
     * @param keeper which two records may be compared; all by default
     */
    public RuleBlocking gate(Gate keeper) {
        return new RuleBlocking(rules, cap, overCap, keeper, chunk);
    }

    /**
     * {@return the same with another size of the pieces of work; it does not change the result}
     *
     * @param pairs how many pairs that share keys are looked at together, at least 1; {@link #CHUNK} by default
     */
    public RuleBlocking chunk(int pairs) {
        Checks.require(pairs >= 1, "chunk", "must be at least 1", pairs);
        return new RuleBlocking(rules, cap, overCap, gate, pairs);
    }

    boolean hasGate() {
        return !gate.equals(OPEN);
    }

    /**
     * {@return the search for pairs in a table, ready to give them in chunks}
     *
     * @param table the records; to link, those of the left table and behind them those of the right one
     * @param leftRows how many are of the left table; 0 to find pairs within one table
     * @throws IllegalArgumentException if the table lacks a column of a rule
     */
    public RuleSearch search(Table table, int leftRows) {
        Checks.between(leftRows, 0, table.rows(), "leftRows");
        return new RuleSearch(table, this, leftRows);
    }

    /**
     * {@return the pairs within one table}
     *
     * @param table the records
     * @param workers who does the work; it does not change the result
     * @throws IllegalArgumentException if there are more pairs than an array holds; {@link #search} has no such limit
     */
    public BlockedPairs dedupe(Table table, Workers workers) {
        return BlockedPairs.find(search(table, 0), BlockedPairs.MOST, workers);
    }

    /**
     * {@return the pairs across two tables}
     *
     * @param table the records of the left table and behind them those of the right one
     * @param leftRows how many are of the left table
     * @param workers who does the work; it does not change the result
     * @throws IllegalArgumentException if there are more pairs than an array holds; {@link #search} has no such limit
     */
    public BlockedPairs link(Table table, int leftRows, Workers workers) {
        Checks.between(leftRows, 1, table.rows(), "leftRows");
        return BlockedPairs.find(search(table, leftRows), BlockedPairs.MOST, workers);
    }

    @Override
    public String toString() {
        return rules.size() + " rules";
    }
}
