package dev.cdm.matching.blocking;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.List;

/** Rules and what limits them. Immutable; as safe for threads as its gate. */
public final class RuleBlocking {

    final ImmutableList<BlockingRule> rules;
    final long cap;
    final OverCap overCap;
    final Gate gate;

    private RuleBlocking(List<BlockingRule> rules, long cap, OverCap overCap, Gate gate) {
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
        return new RuleBlocking(rules, Long.MAX_VALUE, OverCap.DISABLE, (left, right) -> true);
    }

    /**
     * {@return the same with a limit for blocks; a neighbourhood is a limit of its own and has no other}
     *
     * @param pairs how many pairs a block may have, at least 1
     * @param then what happens to a block that has more
     */
    public RuleBlocking cap(long pairs, OverCap then) {
        Checks.require(pairs >= 1, "blockCap", "must be at least 1", pairs);
        return new RuleBlocking(rules, pairs, then, gate);
    }

    /**
     * {@return the same with a gate}
     *
     * @param keeper which two records may be compared; all by default
     */
    public RuleBlocking gate(Gate keeper) {
        return new RuleBlocking(rules, cap, overCap, keeper);
    }

    /**
     * {@return the pairs within one table}
     *
     * @param table the records
     * @param workers who does the work; it does not change the result
     */
    public BlockedPairs dedupe(Table table, Workers workers) {
        return BlockedPairs.find(new RuleJoin(table, this, 0), workers);
    }

    /**
     * {@return the pairs across two tables}
     *
     * @param table the records of the left table and behind them those of the right one
     * @param leftRows how many are of the left table
     * @param workers who does the work; it does not change the result
     */
    public BlockedPairs link(Table table, int leftRows, Workers workers) {
        Checks.between(leftRows, 1, table.rows(), "leftRows");
        return BlockedPairs.find(new RuleJoin(table, this, leftRows), workers);
    }

    @Override
    public String toString() {
        return rules.size() + " rules";
    }
}
