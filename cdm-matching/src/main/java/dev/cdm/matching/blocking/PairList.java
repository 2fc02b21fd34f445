package dev.cdm.matching.blocking;

import java.util.Arrays;

/** A growing list of pairs, the left record in the upper half of a number and the right one in the lower half. */
final class PairList implements RuleSearch.Chunk {

    private long[] pairs = new long[256];
    private int size;

    void add(int left, int right) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size++] = (long) left << Integer.SIZE | right;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int left(int pair) {
        return (int) (pairs[pair] >>> Integer.SIZE);
    }

    @Override
    public int right(int pair) {
        return (int) pairs[pair];
    }

    /** {@return how many pairs there are by their left record, those of some neighbouring records together} */
    int[] counts(int chunks, int bits) {
        int[] counts = new int[chunks];
        for (int pair = 0; pair < size; pair++) {
            counts[chunk(pair, bits)]++;
        }
        return counts;
    }

    /** Puts every pair into the next of the places of its chunk. */
    void scatter(long[] target, int[] places, int bits) {
        for (int pair = 0; pair < size; pair++) {
            target[places[chunk(pair, bits)]++] = pairs[pair];
        }
    }

    private int chunk(int pair, int bits) {
        return (int) (pairs[pair] >>> (Integer.SIZE + bits));
    }
}
