package dev.cdm.matching.table;

/** Sorts record numbers by number keys, stably and in linear time. */
public final class RowOrder {

    private static final int FEW = 40;
    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;

    private RowOrder() {}

    /**
     * {@return the numbers of the keys in the ascending order of the unsigned keys; equal keys stay in their order}
     *
     * @param keys one key per record
     */
    public static int[] by(long[] keys) {
        return by(keys, identity(keys.length));
    }

    /**
     * {@return the given record numbers in the ascending order of their unsigned keys; equal keys stay in the given
     * order}
     *
     * @param keys one key per record
     * @param order record numbers, each once; they are not changed
     */
    public static int[] by(int[] keys, int[] order) {
        int[] rows = order.clone();
        int[] spare = new int[rows.length];
        for (int shift = 0; shift < Integer.SIZE; shift += DIGIT) {
            pass(keys, shift, rows, spare);
            int[] swap = rows;
            rows = spare;
            spare = swap;
        }
        return rows;
    }

    /**
     * {@return the given record numbers in the ascending order of their unsigned keys; equal keys stay in the given
     * order}
     *
     * @param keys one key per record
     * @param order record numbers, each once; they are not changed
     */
    public static int[] by(long[] keys, int[] order) {
        int[] rows = order.clone();
        if (rows.length <= FEW) {
            insert(keys, rows);
            return rows;
        }
        long any = 0;
        long all = -1;
        for (long key : keys) {
            any |= key;
            all &= key;
        }
        int[] spare = new int[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
            if ((((any ^ all) >>> shift) & (BUCKETS - 1)) != 0) {
                pass(keys, shift, rows, spare);
                int[] swap = rows;
                rows = spare;
                spare = swap;
            }
        }
        return rows;
    }

    private static void insert(long[] keys, int[] rows) {
        for (int i = 1; i < rows.length; i++) {
            int row = rows[i];
            int place = i;
            while (place > 0 && Long.compareUnsigned(keys[rows[place - 1]], keys[row]) > 0) {
                rows[place] = rows[place - 1];
                place--;
            }
            rows[place] = row;
        }
    }

    /**
     * {@return the numbers from 0 on}
     *
     * @param size how many
     */
    public static int[] identity(int size) {
        int[] rows = new int[size];
        for (int row = 0; row < size; row++) {
            rows[row] = row;
        }
        return rows;
    }

    private static void pass(long[] keys, int shift, int[] from, int[] to) {
        int[] starts = new int[BUCKETS + 1];
        for (int row : from) {
            starts[(int) (keys[row] >>> shift & (BUCKETS - 1)) + 1]++;
        }
        sum(starts);
        for (int row : from) {
            to[starts[(int) (keys[row] >>> shift & (BUCKETS - 1))]++] = row;
        }
    }

    private static void pass(int[] keys, int shift, int[] from, int[] to) {
        int[] starts = new int[BUCKETS + 1];
        for (int row : from) {
            starts[(keys[row] >>> shift & (BUCKETS - 1)) + 1]++;
        }
        sum(starts);
        for (int row : from) {
            to[starts[keys[row] >>> shift & (BUCKETS - 1)]++] = row;
        }
    }

    private static void sum(int[] starts) {
        for (int bucket = 1; bucket < starts.length; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
    }
}
