package dev.cdm.matching.comparison;

import dev.cdm.matching.comparison.Condition.Measure;
import dev.cdm.matching.similarity.PreparedSimilarity;

/**
 * The similarity of numbered values, computed at most once in a row for a pair of values and as a rule at most once at all:
 * a small table remembers the last pairs. One instance belongs to one thread.
 */
final class KnownSimilarity {

    private static final int SLOT_BITS = 13;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final double MOST_BOOST = 0.4;
    private static final double ROUNDING = 1e-9;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int[] points;
    private final int[] starts;
    private final long[] letters;
    private final Measure measure;
    private final PreparedSimilarity prepared;
    private final long[] pairs = new long[SLOTS];
    private final double[] known = new double[SLOTS];
    private int against = -1;

    KnownSimilarity(ValueStore store, Measure measure) {
        points = store.points();
        starts = store.starts();
        letters = store.letters();
        this.measure = measure;
        prepared = measure.similarity().oneToMany();
    }

    boolean atLeast(int left, int right, double limit) {
        return bound(left, right) >= limit - ROUNDING && of(left, right) >= limit;
    }

    /** {@return a number that the similarity does not exceed: most pairs are refused without a look at the texts} */
    private double bound(int left, int right) {
        if (left == right || (measure != Measure.JARO && measure != Measure.JARO_WINKLER)) {
            return 1;
        }
        double one = starts[left + 1] - starts[left];
        double other = starts[right + 1] - starts[right];
        double onlyOne = Long.bitCount(letters[left] & ~letters[right]);
        double onlyOther = Long.bitCount(letters[right] & ~letters[left]);
        double common = Math.min(one - onlyOne, other - onlyOther);
        if (common <= 0) {
            return one == 0 || other == 0 ? 1 : 0;
        }
        double jaro = (common / one + common / other + 1) / 3;
        boolean sameStart = points[starts[left]] == points[starts[right]];
        return measure == Measure.JARO_WINKLER && sameStart ? jaro + MOST_BOOST * (1 - jaro) : jaro;
    }

    private double of(int left, int right) {
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
