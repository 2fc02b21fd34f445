package dev.cdm.matching.blocking;

import java.util.Arrays;

/** A growing list of pairs. */
final class PairBuffer {

    private int[] left = new int[256];
    private int[] right = new int[256];
    private int size;

    void add(int one, int other) {
        if (size == left.length) {
            left = Arrays.copyOf(left, size * 2);
            right = Arrays.copyOf(right, size * 2);
        }
        left[size] = one;
        right[size++] = other;
    }

    int size() {
        return size;
    }

    void copyTo(int[] lefts, int[] rights, int at) {
        System.arraycopy(left, 0, lefts, at, size);
        System.arraycopy(right, 0, rights, at, size);
    }
}
