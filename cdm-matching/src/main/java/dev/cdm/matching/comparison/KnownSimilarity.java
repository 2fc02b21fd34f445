package dev.cdm.matching.comparison;

import dev.cdm.matching.similarity.PreparedSimilarity;

/**
 * The similarity of numbered values, computed at most once in a row for a pair of values and as a rule at most once at all:
 * a small table remembers the last pairs. One instance belongs to one thread.
 */
final class KnownSimilarity {

    private static final int SLOT_BITS = 13;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int[] points;
    private final int[] starts;
    private final PreparedSimilarity prepared;
    private final long[] pairs = new long[SLOTS];
    private final double[] known = new double[SLOTS];
    private int against = -1;

    KnownSimilarity(ValueStore store, PreparedSimilarity prepared) {
        points = store.points();
        starts = store.starts();
        this.prepared = prepared;
    }

    double of(int left, int right) {
        if (left == right) {
            return 1;
        }
        long pair = ((long) Math.min(left, right) << Integer.SIZE | Math.max(left, right)) + 1;
        int slot = (int) ((pair * SPREAD) >>> (Long.SIZE - SLOT_BITS));
        if (pairs[slot] != pair) {
            pairs[slot] = pair;
            known[slot] = compute(left, right);
        }
        return known[slot];
    }

    private double compute(int left, int right) {
        if (against != left) {
            prepared.against(points, starts[left], starts[left + 1]);
            against = left;
        }
        return prepared.similarity(points, starts[right], starts[right + 1]);
    }
}
