package dev.cdm.matching.blocking;

import dev.cdm.matching.blocking.RuleBlocking.OverCap;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import java.util.Arrays;

/** The blocks of a rule: its right rows by key, and how far a row may be from another in a block that is thinned. */
final class Blocks {

    /** How a block is treated, beside positive numbers, which say how far two rows may be apart in it. */
    private static final int WHOLE = 0;

    private static final int DISABLED = -1;

    private final RuleKeys keys;
    private final int leftRows;
    private final int rows;
    private final int[] starts;
    private final int[] reach;

    /** Entries of right rows, by key; in their order, and after thinning by place. */
    private int[] members;

    private final int[] rowOf;
    private int[] places = {};
    private long candidates;
    private long disabledPairs;
    private long thinnedPairs;

    Blocks(Table table, BlockingRule rule, RuleBlocking blocking, int leftRows) {
        this.leftRows = leftRows;
        rows = table.rows();
        keys = RuleKeys.of(table, rule);
        rowOf = keys.rowsOfEntries();
        starts = new int[keys.count() + 1];
        members = members();
        reach = new int[keys.count()];
        measure(rule, blocking);
        if (Arrays.stream(reach).anyMatch(far -> far > WHOLE)) {
            thin(SpreadKeys.ranks(table, rule));
        }
    }

    private int[] members() {
        int first = keys.right(leftRows < rows ? leftRows : 0);
        int end = rows == 0 ? first : keys.rightEnd(rows - 1);
        int[] all = new int[keys.entries()];
        for (int entry = 0; entry < all.length; entry++) {
            all[entry] = keys.key(entry);
        }
        int[] chosen = new int[leftRows < rows ? end - first : 0];
        Arrays.setAll(chosen, i -> first + i);
        for (int entry : chosen) {
            starts[all[entry] + 1]++;
        }
        for (int key = 0; key + 1 < starts.length; key++) {
            starts[key + 1] += starts[key];
        }
        return RowOrder.by(all, chosen);
    }

    /** Counts candidates before any pair is made. */
    private void measure(BlockingRule rule, RuleBlocking blocking) {
        long[] pairs = new long[reach.length];
        int lefts = leftRows == 0 ? rows : leftRows;
        for (int left = 0; left < lefts; left++) {
            for (int entry = keys.left(left); entry < keys.leftEnd(left); entry++) {
                int key = keys.key(entry);
                pairs[key] += leftRows == 0 ? after(left, key) : starts[key + 1] - starts[key];
            }
        }
        boolean sorted =
                rule.spread().filter(BlockingRule.Sorted.class::isInstance).isPresent();
        for (int key = 0; key < pairs.length; key++) {
            candidates += pairs[key];
            if (sorted) {
                reach[key] = ((BlockingRule.Sorted) rule.spread().get()).reach();
            } else if (pairs[key] > blocking.cap) {
                boolean thinned = blocking.overCap == OverCap.THIN;
                int size = Math.max(1, starts[key + 1] - starts[key]);
                reach[key] = thinned ? (int) Math.max(1, Math.min(rows, blocking.cap / size)) : DISABLED;
                disabledPairs += thinned ? 0 : pairs[key];
                thinnedPairs += thinned ? pairs[key] : 0;
            }
        }
    }

    /** How many rows of a block, which are in their order, come after a row. */
    private int after(int row, int key) {
        int low = starts[key];
        int high = starts[key + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rowOf[members[middle]] <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return starts[key + 1] - low;
    }

    private void thin(int[] ranks) {
        long[] sorted = new long[rowOf.length];
        Arrays.setAll(sorted, entry -> (long) keys.key(entry) << Integer.SIZE | ranks[rowOf[entry]]);
        places = RuleKeys.numbered(sorted);
        members = RowOrder.by(places, members);
    }

    /** {@return where the rows begin that a left row may find by one of its keys} */
    int from(int left, int entry) {
        int key = keys.key(entry);
        if (reach[key] == WHOLE) {
            return leftRows == 0 ? starts[key + 1] - after(left, key) : starts[key];
        }
        return reach[key] == DISABLED ? starts[key] : firstNear(places[entry] - reach[key], key);
    }

    /** {@return where they end} */
    int to(int entry) {
        int key = keys.key(entry);
        if (reach[key] == WHOLE) {
            return starts[key + 1];
        }
        return reach[key] == DISABLED ? starts[key] : firstNear(places[entry] + reach[key] + 1, key);
    }

    /** {@return the row at a place between those two} */
    int right(int at) {
        return rowOf[members[at]];
    }

    private int firstNear(int place, int key) {
        int low = starts[key];
        int high = starts[key + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[members[middle]] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** {@return the first key by which two rows find each other, or -1} */
    int first(int left, int right) {
        int one = keys.left(left);
        int other = keys.right(right);
        while (one < keys.leftEnd(left) && other < keys.rightEnd(right)) {
            int order = Integer.compare(keys.key(one), keys.key(other));
            if (order == 0 && near(one, other)) {
                return keys.key(one);
            }
            one += order <= 0 ? 1 : 0;
            other += order >= 0 ? 1 : 0;
        }
        return -1;
    }

    private boolean near(int one, int other) {
        int far = reach[keys.key(one)];
        return far == WHOLE || (far > WHOLE && Math.abs(places[one] - places[other]) <= far);
    }

    RuleKeys keys() {
        return keys;
    }

    /** {@return whether pairs of a block that is too large are found by neighbourhood} */
    boolean isThinned(int key) {
        return reach[key] > WHOLE;
    }

    /** {@return how many pairs there are at least} */
    long least(BlockingRule rule) {
        return rule.spread().isPresent() ? 0 : candidates - disabledPairs - thinnedPairs;
    }

    /** {@return what is known before any pair is made} */
    RuleCount count(BlockingRule rule) {
        boolean sorted =
                rule.spread().filter(BlockingRule.Sorted.class::isInstance).isPresent();
        int disabled = (int) Arrays.stream(reach).filter(far -> far == DISABLED).count();
        int thinned = sorted
                ? 0
                : (int) Arrays.stream(reach).filter(far -> far > WHOLE).count();
        return new RuleCount(rule, candidates, 0, disabled, thinned, disabledPairs + thinnedPairs, 0);
    }
}
