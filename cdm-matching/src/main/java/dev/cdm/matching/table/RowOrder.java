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
        long[] moved = new long[rows.length];
        for (int place = 0; place < rows.length; place++) {
            moved[place] = keys[rows[place]];
        }
        long varied = varied(moved, moved.length);
        int[] spareRows = new int[rows.length];
        long[] spareKeys = new long[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
            if ((varied >>> shift & (BUCKETS - 1)) != 0) {
                int[] starts = starts(moved, moved.length, shift);
                for (int place = 0; place < moved.length; place++) {
                    int to = starts[(int) (moved[place] >>> shift & (BUCKETS - 1))]++;
                    spareKeys[to] = moved[place];
                    spareRows[to] = rows[place];
                }
                int[] swapRows = rows;
                rows = spareRows;
                spareRows = swapRows;
                long[] swapKeys = moved;
                moved = spareKeys;
                spareKeys = swapKeys;
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
     * {@return the first of some unsigned numbers in ascending order; numbers that differ only in low bits that do not
     * count stay in their order}
     *
     * @param numbers the numbers; the array is used for the work
     * @param size how many of them are sorted
     * @param fromBit the lowest bit that counts
     */
    public static long[] sorted(long[] numbers, int size, int fromBit) {
        long varied = varied(numbers, size);
        long[] from = numbers;
        long[] to = new long[size];
        for (int shift = fromBit; shift < Long.SIZE; shift += DIGIT) {
            if ((varied >>> shift & (BUCKETS - 1)) != 0) {
                int[] starts = starts(from, size, shift);
                for (int place = 0; place < size; place++) {
                    to[starts[(int) (from[place] >>> shift & (BUCKETS - 1))]++] = from[place];
                }
                long[] swap = from;
                from = to;
                to = swap;
            }
        }
        return from;
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

    /** {@return the bits in which some of the numbers differ} */
    private static long varied(long[] numbers, int size) {
        long any = 0;
        long all = -1;
        for (int i = 0; i < size; i++) {
            any |= numbers[i];
            all &= numbers[i];
        }
        return any & ~all;
    }

    private static int[] starts(long[] numbers, int size, int shift) {
        int[] starts = new int[BUCKETS + 1];
        for (int i = 0; i < size; i++) {
            starts[(int) (numbers[i] >>> shift & (BUCKETS - 1)) + 1]++;
        }
        sum(starts);
        return starts;
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
