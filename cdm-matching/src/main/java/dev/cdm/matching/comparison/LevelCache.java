package dev.cdm.matching.comparison;

import dev.cdm.matching.table.Column;

/**
 * The level of a comparison that reads one column only, by the codes of the two values: few distinct values have a table
 * of all pairs, more have slots for the last pairs. One instance belongs to one thread; the memory is taken when it is
 * first needed.
 */
final class LevelCache {

    private static final int TABLE = 1 << 16;
    private static final int SLOT_BITS = 15;
    private static final int LEVEL_BITS = 6;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final PairTest[] tests;
    private final int[] open;
    private final long distinct;

    /** Levels + 1; 0 is not known yet. */
    private byte[] same = {};

    private byte[] table = {};
    private long[] slots = {};
    private int missing = -1;

    /** The tests take codes; the open levels, of which the last always holds, are possible for different values. */
    LevelCache(PairTest[] tests, int[] open, int distinct) {
        this.tests = tests;
        this.open = open;
        this.distinct = distinct;
    }

    /** {@return the first level whose test holds} */
    static int first(PairTest[] tests, int left, int right) {
        int level = 0;
        while (tests[level].test(left, right) != PairTest.YES) {
            level++;
        }
        return level;
    }

    int level(int one, int other) {
        if (one == Column.MISSING || other == Column.MISSING) {
            if (missing < 0) {
                missing = first(tests, one, other);
            }
            return missing;
        }
        if (one == other) {
            return same(one);
        }
        return open.length == 1 ? open[0] : different(one, other);
    }

    private int same(int value) {
        if (same.length == 0) {
            same = new byte[(int) distinct];
        }
        if (same[value] == 0) {
            same[value] = (byte) (first(tests, value, value) + 1);
        }
        return same[value] - 1;
    }

    private int different(int one, int other) {
        if (distinct * distinct > TABLE) {
            return remembered(one, other);
        }
        if (table.length == 0) {
            table = new byte[(int) (distinct * distinct)];
        }
        int pair = one * (int) distinct + other;
        if (table[pair] == 0) {
            table[pair] = (byte) (computed(one, other) + 1);
        }
        return table[pair] - 1;
    }

    private int remembered(int one, int other) {
        if (slots.length == 0) {
            slots = new long[1 << SLOT_BITS];
        }
        long pair = one * distinct + other + 1;
        int slot = (int) ((pair * SPREAD) >>> (Long.SIZE - SLOT_BITS));
        if (slots[slot] >>> LEVEL_BITS != pair) {
            slots[slot] = (pair << LEVEL_BITS) | computed(one, other);
        }
        return (int) slots[slot] & ((1 << LEVEL_BITS) - 1);
    }

    private int computed(int one, int other) {
        int at = 0;
        while (at < open.length - 1 && tests[open[at]].test(one, other) != PairTest.YES) {
            at++;
        }
        return open[at];
    }
}
