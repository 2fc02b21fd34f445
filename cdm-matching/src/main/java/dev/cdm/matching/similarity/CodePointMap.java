package dev.cdm.matching.similarity;

import java.util.Arrays;

/**
 * A small map from code points to longs that can be emptied and filled again without allocation; absent is 0.
 *
 * <p>Open addressing on the low bits of the code point: the letters of one script are neighbours, so Latin letters and
 * kana seldom collide.
 */
final class CodePointMap {

    private static final int LEAST_SLOTS = 128;

    /** Code point + 1, so that 0 is a free slot. */
    private int[] keys = new int[LEAST_SLOTS];

    private long[] values = new long[LEAST_SLOTS];
    private int[] used = new int[LEAST_SLOTS / 2];
    private int size;

    /** Empties the map and makes room for that many different code points. */
    void reset(int codePoints) {
        if (used.length < codePoints) {
            int slots = Integer.highestOneBit(Math.min(codePoints, Character.MAX_CODE_POINT)) * 4;
            keys = new int[slots];
            values = new long[slots];
            used = new int[slots / 2];
        } else {
            for (int i = 0; i < size; i++) {
                keys[used[i]] = 0;
            }
        }
        size = 0;
    }

    long get(int codePoint) {
        int[] table = keys;
        int mask = table.length - 1;
        int slot = codePoint & mask;
        while (true) {
            int key = table[slot];
            if (key == codePoint + 1) {
                return values[slot];
            }
            if (key == 0) {
                return 0;
            }
            slot = (slot + 1) & mask;
        }
    }

    void put(int codePoint, long value) {
        values[slot(codePoint)] = value;
    }

    /** Sets a bit for each position of a text of at most 64 code points. */
    void setMasks(int[] text, int from, int length) {
        reset(length);
        for (int i = 0; i < length; i++) {
            values[slot(text[from + i])] |= 1L << i;
        }
    }

    private int slot(int codePoint) {
        int mask = keys.length - 1;
        int slot = codePoint & mask;
        while (keys[slot] != codePoint + 1) {
            if (keys[slot] == 0) {
                keys[slot] = codePoint + 1;
                values[slot] = 0;
                used[size++] = slot;
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** {@return an array of at least that length: the given one, or a larger one without its content} */
    static int[] atLeast(int[] array, int length) {
        return array.length >= length ? array : new int[PreparedSimilarity.grown(length)];
    }

    /** {@return an array of at least that length: the given one, or a larger one with its content} */
    static long[] extended(long[] array, int length) {
        return array.length >= length ? array : Arrays.copyOf(array, PreparedSimilarity.grown(length));
    }
}
