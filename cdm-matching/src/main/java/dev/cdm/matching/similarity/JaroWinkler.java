package dev.cdm.matching.similarity;

import java.util.BitSet;

/**
 * Jaro and Jaro-Winkler.
 *
 * <p>Up to 64 code points on both sides the matching is a few word operations per code point: the mask of the
 * positions of a code point in the one text, cut to the window and to positions still free; its lowest bit is the match.
 *
 * <p>Longer texts walk a chain of positions per code point instead. Windows only move forward, so the first free
 * position inside the window of one occurrence is never before that of the previous occurrence, and what falls out of
 * the window never comes back: linear time. It is the same greedy matching, and as it takes both texts' occurrences of a
 * code point in order, it does not matter which text is walked: the measure is symmetric.
 */
final class JaroWinkler extends PreparedSimilarity {

    static final double SCALING = 0.1;
    static final int PREFIX = 4;

    private static final int WORD = Long.SIZE;

    private final double scaling;
    private final int prefix;
    private final double boostFrom;

    /** Positions of the code points of a one text of at most 64. */
    private final CodePointMap masks = new CodePointMap();

    /** For long texts: per code point the first free position + 1; then per position the next one + 1. */
    private final CodePointMap heads = new CodePointMap();

    private int[] next = new int[0];

    /** For long texts: which positions of the one text and of the other have a match. */
    private final BitSet taken = new BitSet();

    private final BitSet matched = new BitSet();

    JaroWinkler(double scaling, int prefix, double boostFrom) {
        this.scaling = scaling;
        this.prefix = prefix;
        this.boostFrom = boostFrom;
    }

    static void check(double scaling, int prefix, double boostFrom) {
        if (prefix < 0) {
            throw new IllegalArgumentException("`prefix` must be at least 0, was " + prefix);
        }
        if (!(scaling >= 0 && scaling * prefix <= 1)) {
            throw new IllegalArgumentException(
                    "`scaling` must be at least 0, and times `prefix` at most 1, was " + scaling + " times " + prefix);
        }
        if (!(boostFrom >= 0 && boostFrom <= 1)) {
            throw new IllegalArgumentException("`boostFrom` must be between 0 and 1, was " + boostFrom);
        }
    }

    @Override
    void prepare() {
        if (length <= WORD) {
            masks.setMasks(pattern, 0, length);
        }
    }

    @Override
    double compare(int[] text, int from, int size) {
        if (length == 0 || size == 0) {
            return length == size ? 1.0 : 0.0;
        }
        int window = Math.max(0, Math.max(length, size) / 2 - 1);
        boolean words = length <= WORD && size <= WORD;
        double jaro = words ? shortJaro(text, from, size, window) : longJaro(text, from, size, window);
        return prefix == 0 || jaro < boostFrom ? jaro : jaro + scaling * commonPrefix(text, from, size) * (1 - jaro);
    }

    private double shortJaro(int[] text, int from, int size, int window) {
        long inWindow = (1L << (window + 1)) - 1;
        long used = 0;
        long found = 0;
        for (int j = 0; j < size; j++) {
            long free = masks.get(text[from + j]) & inWindow & ~used;
            used |= free & -free;
            found |= ((free | -free) >>> (WORD - 1)) << j;
            inWindow = (inWindow << 1) | (j < window ? 1 : 0);
        }
        return jaro(Long.bitCount(used), outOfOrder(text, from, used, found) / 2, size);
    }

    private int outOfOrder(int[] text, int from, long used, long found) {
        int count = 0;
        long ours = used;
        long theirs = found;
        while (theirs != 0) {
            int i = Long.numberOfTrailingZeros(ours);
            int j = Long.numberOfTrailingZeros(theirs);
            count += pattern[i] == text[from + j] ? 0 : 1;
            ours &= ours - 1;
            theirs &= theirs - 1;
        }
        return count;
    }

    private double longJaro(int[] text, int from, int size, int window) {
        chain(size);
        for (int j = 0; j < size; j++) {
            match(text[from + j], j, window);
        }
        return jaro(matched.cardinality(), outOfOrder(text, from) / 2, size);
    }

    private void match(int codePoint, int j, int window) {
        int head = (int) heads.get(codePoint);
        int candidate = head;
        while (candidate != 0 && candidate - 1 < j - window) {
            candidate = next[candidate - 1];
        }
        if (candidate != 0 && candidate - 1 <= j + window) {
            taken.set(candidate - 1);
            matched.set(j);
            candidate = next[candidate - 1];
        }
        if (candidate != head) {
            heads.put(codePoint, candidate);
        }
    }

    /** Links the positions of each code point. */
    private void chain(int size) {
        next = atLeast(next, length);
        taken.clear();
        matched.clear();
        heads.reset(length + size);
        for (int i = length - 1; i >= 0; i--) {
            next[i] = (int) heads.get(pattern[i]);
            heads.put(pattern[i], i + 1L);
        }
    }

    private int outOfOrder(int[] text, int from) {
        int count = 0;
        int i = -1;
        for (int j = matched.nextSetBit(0); j >= 0; j = matched.nextSetBit(j + 1)) {
            i = taken.nextSetBit(i + 1);
            count += pattern[i] == text[from + j] ? 0 : 1;
        }
        return count;
    }

    private double jaro(int matches, int transpositions, int size) {
        if (matches == 0) {
            return 0.0;
        }
        double shares = (double) matches / length + (double) matches / size;
        return (shares + (double) (matches - transpositions) / matches) / 3;
    }

    private int commonPrefix(int[] text, int from, int size) {
        int most = Math.min(prefix, Math.min(length, size));
        int common = 0;
        while (common < most && pattern[common] == text[from + common]) {
            common++;
        }
        return common;
    }
}
