package dev.cdm.matching.blocking;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A growing list of record numbers. */
final class Partners {

    private int[] rows = new int[1024];
    private int size;

    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return rows[index];
    }

    /** Sorts what was added from a place on and drops repetitions. */
    void distinctFrom(int from) {
        Arrays.sort(rows, from, size);
        int kept = from;
        for (int i = from; i < size; i++) {
            if (i == from || rows[i] != rows[kept - 1]) {
                rows[kept++] = rows[i];
            }
        }
        size = kept;
    }

    /** Drops what a rule does not admit. */
    void keepFrom(int from, IntPredicate rule) {
        int kept = from;
        for (int i = from; i < size; i++) {
            if (rule.test(rows[i])) {
                rows[kept++] = rows[i];
            }
        }
        size = kept;
    }

    void copyTo(int[] target, int at) {
        System.arraycopy(rows, 0, target, at, size);
    }
}
