package dev.cdm.matching.blocking;

import dev.cdm.matching.comparison.ComparedTable;
import dev.cdm.matching.comparison.ComparedTable.Comparer;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Finds the pairs of rules one rule at a time, by looking for the keys of each left row among the right rows. */
final class RuleJoin {

    private static final int CHUNK = 4096;
    private static final Condition OTHERWISE = new Condition.Otherwise();

    private final RuleBlocking blocking;
    private final List<Blocks> blocks = new ArrayList<>();
    private final ComparedTable conditions;
    private final int lefts;
    private final boolean within;

    /** With no left rows of their own all rows are of one table. */
    RuleJoin(Table table, RuleBlocking blocking, int leftRows) {
        this.blocking = blocking;
        within = leftRows == 0;
        lefts = within ? table.rows() : leftRows;
        blocking.rules.forEach(rule -> blocks.add(new Blocks(table, rule, blocking, leftRows)));
        conditions = new ComparedTable(
                table, blocking.rules.stream().map(RuleJoin::asComparison).toList());
    }

    private static Comparison asComparison(BlockingRule rule) {
        ComparisonLevel holds = ComparisonLevel.of("holds", rule.condition());
        return new Comparison(rule.name(), List.of(holds, ComparisonLevel.otherwise()));
    }

    int rules() {
        return blocks.size();
    }

    /** The pairs of one rule, in order, and the numbers to be reported. */
    record Found(List<PairBuffer> pairs, RuleCount count) {}

    Found pairs(int rule, Workers workers) {
        int chunks = (lefts + CHUNK - 1) / CHUNK;
        PairBuffer[] found = new PairBuffer[chunks];
        LongAdder near = new LongAdder();
        LongAdder refused = new LongAdder();
        workers.run("blocking", chunks, chunk -> {
            found[chunk] = new PairBuffer();
            Search search = new Search(rule, conditions.comparer(), found[chunk]);
            for (int left = chunk * CHUNK; left < Math.min(lefts, (chunk + 1) * CHUNK); left++) {
                search.from(left);
            }
            near.add(search.near);
            refused.add(search.refused);
        });
        List<PairBuffer> pairs = Arrays.asList(found);
        RuleCount known = blocks.get(rule).count(blocking.rules.get(rule));
        return new Found(
                pairs,
                new RuleCount(
                        known.rule(),
                        known.candidates(),
                        pairs.stream().mapToLong(PairBuffer::size).sum(),
                        known.skippedBlocks(),
                        known.thinnedBlocks(),
                        known.skippedPairs() - (known.thinnedBlocks() > 0 ? near.sum() : 0),
                        refused.sum()));
    }

    /** The work of one chunk. */
    private final class Search {

        private final int rule;
        private final Blocks own;
        private final boolean several;
        private final Comparer comparer;
        private final PairBuffer found;
        private long near;
        private long refused;

        Search(int rule, Comparer comparer, PairBuffer found) {
            this.rule = rule;
            own = blocks.get(rule);
            several = blocking.rules.get(rule).spread().isPresent();
            this.comparer = comparer;
            this.found = found;
        }

        void from(int left) {
            RuleKeys keys = own.keys();
            for (int entry = keys.left(left); entry < keys.leftEnd(left); entry++) {
                int key = keys.key(entry);
                int thinned = own.isThinned(key) ? 1 : 0;
                own.forEach(entry, right -> {
                    if (!within || left < right) {
                        near += thinned;
                        take(left, right, key);
                    }
                });
            }
        }

        private void take(int left, int right, int key) {
            if (several && own.first(left, right) != key) {
                return;
            }
            boolean open = blocking.gate.mayCompare(left, right);
            for (int earlier = 0; earlier < rule; earlier++) {
                if (blocks.get(earlier).first(left, right) >= 0 && (!open || holds(earlier, left, right))) {
                    return;
                }
            }
            if (!open) {
                refused++;
            } else if (holds(rule, left, right)) {
                found.add(left, right);
            }
        }

        private boolean holds(int which, int left, int right) {
            return blocking.rules.get(which).also().equals(OTHERWISE) || comparer.level(which, left, right) == 0;
        }
    }
}
