package dev.cdm.matching.resolve;

import java.util.Arrays;

/** The pairs with a score, by either of their two slots. */
final class ScoredNeighbours {

    private static final int[] NOBODY = {};
    private static final double[] NOTHING = {};

    private int[][] others = new int[16][];
    private double[][] logits = new double[16][];
    private long pairs;

    ScoredNeighbours() {
        Arrays.fill(others, NOBODY);
        Arrays.fill(logits, NOTHING);
    }

    private void grow(int slot) {
        if (slot >= others.length) {
            int before = others.length;
            int size = Math.max(slot + 1, before + (before >> 1));
            others = Arrays.copyOf(others, size);
            logits = Arrays.copyOf(logits, size);
            Arrays.fill(others, before, size, NOBODY);
            Arrays.fill(logits, before, size, NOTHING);
        }
    }

    /** {@return the slots that have a score with a slot; not to be changed} */
    int[] others(int slot) {
        return slot < others.length ? others[slot] : NOBODY;
    }

    /** {@return the scores with them; not to be changed} */
    double[] logits(int slot) {
        return slot < logits.length ? logits[slot] : NOTHING;
    }

    long pairs() {
        return pairs;
    }

    boolean has(int one, int other) {
        return place(one, other) >= 0;
    }

    private int place(int one, int other) {
        int[] own = others(one);
        for (int i = 0; i < own.length; i++) {
            if (own[i] == other) {
                return i;
            }
        }
        return -1;
    }

    /** Adds a pair that is not there. */
    void add(int one, int other, double logit) {
        append(one, other, logit);
        append(other, one, logit);
        pairs++;
    }

    private void append(int one, int other, double logit) {
        grow(one);
        int size = others[one].length;
        others[one] = Arrays.copyOf(others[one], size + 1);
        logits[one] = Arrays.copyOf(logits[one], size + 1);
        others[one][size] = other;
        logits[one][size] = logit;
    }

    /** Removes a pair that is there. */
    void remove(int one, int other) {
        cut(one, other);
        cut(other, one);
        pairs--;
    }

    private void cut(int one, int other) {
        int place = place(one, other);
        int last = others[one].length - 1;
        others[one][place] = others[one][last];
        logits[one][place] = logits[one][last];
        others[one] = last == 0 ? NOBODY : Arrays.copyOf(others[one], last);
        logits[one] = last == 0 ? NOTHING : Arrays.copyOf(logits[one], last);
    }

    /** Removes all pairs of a slot. */
    void clear(int slot) {
        for (int other : others(slot)) {
            cut(other, slot);
            pairs--;
        }
        if (slot < others.length) {
            others[slot] = NOBODY;
            logits[slot] = NOTHING;
        }
    }
}
