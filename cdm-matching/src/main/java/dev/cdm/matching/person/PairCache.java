package dev.cdm.matching.person;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers a small number for pairs of values. A pair may be forgotten when another takes its place; an entry is one
 * word, so threads share it without locks.
 */
final class PairCache {

    private static final int LEAST_BITS = 8;
    private static final int PER_VALUE_BITS = 4;
    private static final int VALUE_BITS = 4;
    private static final int CODE_BITS = 30;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final AtomicLongArray entries;
    private final int shift;

    /** A cache of {@code 2^bits} entries of eight bytes. */
    PairCache(int bits) {
        entries = new AtomicLongArray(1 << bits);
        shift = Long.SIZE - bits;
    }

    /** {@return how large a cache for so many values should be, with an upper bound} */
    static int bits(int values, int most) {
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(values) + PER_VALUE_BITS;
        return Math.max(LEAST_BITS, Math.min(most, wanted));
    }

    /** {@return the number from 1 to 15 kept for a pair, in any order, or 0} */
    int get(int a, int b) {
        long key = key(a, b);
        long entry = entries.getOpaque(slot(key));
        return entry >>> VALUE_BITS == key ? (int) (entry & ((1 << VALUE_BITS) - 1)) : 0;
    }

    void put(int a, int b, int value) {
        long key = key(a, b);
        entries.setOpaque(slot(key), key << VALUE_BITS | value);
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << CODE_BITS | Math.max(a, b);
    }

    private int slot(long key) {
        return (int) ((key * SPREAD) >>> shift);
    }
}
