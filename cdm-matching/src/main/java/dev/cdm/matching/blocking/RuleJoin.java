package dev.cdm.matching.blocking;

import dev.cdm.core.internal.Checks;
import dev.cdm.matching.comparison.ComparedTable;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the pairs of rules one rule at a time, by looking for the key of each left row among the right rows. */
final class RuleJoin {

    private static final int CHUNK = 4096;
    private static final Condition OTHERWISE = new Condition.Otherwise();

    private final List<BlockingRule> rules;
    private final List<RuleKeys> keys = new ArrayList<>();
    private final ComparedTable conditions;
    private final int rows;
    private final int leftRows;
    private final long cap;
    private final boolean[][] large;
    private final long[] candidates;
    private final int[] skippedBlocks;
    private final long[] skippedPairs;

    /** With no left rows of their own all rows are of one table. */
    RuleJoin(Table table, List<BlockingRule> rules, int leftRows, long cap) {
        Checks.require(cap >= 1, "blockCap", "must be at least 1", cap);
        this.rules = List.copyOf(rules);
        this.cap = cap;
        this.leftRows = leftRows;
        rows = table.rows();
        rules.forEach(rule -> keys.add(RuleKeys.of(table, rule)));
        conditions = new ComparedTable(
                table, rules.stream().map(RuleJoin::asComparison).toList());
        large = new boolean[rules.size()][];
        candidates = new long[rules.size()];
        skippedBlocks = new int[rules.size()];
        skippedPairs = new long[rules.size()];
    }

    private static Comparison asComparison(BlockingRule rule) {
        ComparisonLevel holds = ComparisonLevel.of("holds", rule.condition());
        return new Comparison(rule.name(), List.of(holds, ComparisonLevel.otherwise()));
    }

    int rules() {
        return rules.size();
    }

    RuleCount count(int rule, int pairs) {
        return new RuleCount(rules.get(rule), candidates[rule], pairs, skippedBlocks[rule], skippedPairs[rule]);
    }

    List<PairBuffer> pairs(int rule, Workers workers) {
        RuleKeys key = keys.get(rule);
        int[] order = key.rightOrder(leftRows, rows);
        int[] starts = starts(key, order);
        large[rule] = measure(rule, key, starts, order);
        int lefts = leftRows == 0 ? rows : leftRows;
        int chunks = (lefts + CHUNK - 1) / CHUNK;
        PairBuffer[] found = new PairBuffer[chunks];
        workers.run("blocking", chunks, chunk -> {
            found[chunk] = new PairBuffer();
            ComparedTable.Comparer comparer = conditions.comparer();
            for (int left = chunk * CHUNK; left < Math.min(lefts, (chunk + 1) * CHUNK); left++) {
                int number = key.left(left);
                if (number != Column.MISSING && number + 1 < starts.length && !large[rule][number]) {
                    for (int i = starts[number]; i < starts[number + 1]; i++) {
                        if (isNew(rule, left, order[i], comparer)) {
                            found[chunk].add(left, order[i]);
                        }
                    }
                }
            }
        });
        return Arrays.asList(found);
    }

    private boolean isNew(int rule, int left, int right, ComparedTable.Comparer comparer) {
        if (leftRows == 0 && left >= right) {
            return false;
        }
        for (int earlier = 0; earlier < rule; earlier++) {
            boolean same = keys.get(earlier).equal(left, right);
            if (same && !large[earlier][keys.get(earlier).left(left)] && holds(earlier, left, right, comparer)) {
                return false;
            }
        }
        return holds(rule, left, right, comparer);
    }

    private boolean holds(int rule, int left, int right, ComparedTable.Comparer comparer) {
        return rules.get(rule).also().equals(OTHERWISE) || comparer.level(rule, left, right) == 0;
    }

    private static int[] starts(RuleKeys key, int[] order) {
        int most = order.length == 0 ? 0 : key.right(order[order.length - 1]) + 1;
        int[] starts = new int[most + 1];
        for (int row : order) {
            starts[key.right(row) + 1]++;
        }
        for (int number = 0; number < most; number++) {
            starts[number + 1] += starts[number];
        }
        return starts;
    }

    /** Counts candidates before any pair is made. */
    private boolean[] measure(int rule, RuleKeys key, int[] starts, int[] order) {
        long[] pairs = new long[starts.length];
        int lefts = leftRows == 0 ? rows : leftRows;
        for (int left = 0; left < lefts; left++) {
            int number = key.left(left);
            if (number != Column.MISSING && number + 1 < starts.length) {
                pairs[number] += leftRows == 0
                        ? after(left, order, starts[number], starts[number + 1])
                        : starts[number + 1] - starts[number];
            }
        }
        boolean[] tooLarge = new boolean[pairs.length];
        for (int number = 0; number < pairs.length; number++) {
            candidates[rule] += pairs[number];
            tooLarge[number] = pairs[number] > cap;
            skippedBlocks[rule] += tooLarge[number] ? 1 : 0;
            skippedPairs[rule] += tooLarge[number] ? pairs[number] : 0;
        }
        return tooLarge;
    }

    /** How many rows of a block, which are in their order, come after a row. */
    private static int after(int row, int[] order, int from, int to) {
        int place = Arrays.binarySearch(order, from, to, row);
        return place >= 0 ? to - place - 1 : to - (-place - 1);
    }
}
