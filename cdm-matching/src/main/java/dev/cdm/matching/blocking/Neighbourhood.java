package dev.cdm.matching.blocking;

import dev.cdm.matching.table.RowOrder;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Records in an order in which candidates are near each other. Immutable and safe for any thread.
 *
 * <p>Blocks of records with the same key are compared in full, the smallest first, as long as the budget of pairs lasts;
 * in larger blocks a record meets only the next few in a given order. Without keys every record meets the next few.
 *
 * <p>Where some records owe their key to another record, only pairs with such a record are told: the others are known
 * already.
 */
public final class Neighbourhood {

    private final int[] order;
    /** Where each block starts, and the end. */
    private final int[] starts;

    private final int cap;
    private final int window;
    private final boolean[] lent;

    private Neighbourhood(int[] order, int[] starts, int cap, int window, boolean[] lent) {
        this.order = order;
        this.starts = starts;
        this.cap = cap;
        this.window = window;
        this.lent = lent;
    }

    /**
     * {@return the records that share a key}
     *
     * @param keys the hash of the key of every record, of which the upper half counts; 0 for none
     * @param lent which records owe their key to another one; empty if that does not matter
     * @param within the order of the records within a block that is too large
     * @param budget how many pairs may come from blocks compared in full
     * @param window how many of the next records are met in a larger block
     */
    public static Neighbourhood byKey(long[] keys, boolean[] lent, int[] within, long budget, int window) {
        long[] entries = new long[within.length];
        int size = 0;
        for (int row : within) {
            if (keys[row] != 0) {
                entries[size++] = keys[row] >>> Integer.SIZE << Integer.SIZE | row;
            }
        }
        long[] sorted = RowOrder.sorted(entries, size, Integer.SIZE);
        int[] order = new int[size];
        int[] starts = new int[size + 1];
        int kept = 0;
        int blocks = 0;
        for (int start = 0, end; start < size; start = end) {
            end = start + 1;
            while (end < size && sorted[end] >>> Integer.SIZE == sorted[start] >>> Integer.SIZE) {
                end++;
            }
            if (end - start > 1) {
                starts[blocks++] = kept;
                for (int place = start; place < end; place++) {
                    order[kept++] = (int) sorted[place];
                }
            }
        }
        starts[blocks] = kept;
        int[] exact = Arrays.copyOf(starts, blocks + 1);
        return new Neighbourhood(Arrays.copyOf(order, kept), exact, cap(exact, budget), window, lent);
    }

    /**
     * {@return the records next to each other in an order}
     *
     * @param keys what the records are sorted by, as unsigned numbers; one with 0 has no neighbours
     * @param lent which records owe their key to another one; empty if that does not matter
     * @param window how many of the next records are met
     */
    public static Neighbourhood byOrder(long[] keys, boolean[] lent, int window) {
        int[] order = RowOrder.by(keys);
        int first = 0;
        while (first < order.length && keys[order[first]] == 0) {
            first++;
        }
        return new Neighbourhood(order, new int[] {first, order.length}, 1, window, lent);
    }

    /** {@return all pairs that are near each other} */
    PairList pairs(IntBinaryOperator admitted) {
        PairList found = new PairList();
        for (int block = 0; block + 1 < starts.length; block++) {
            int end = starts[block + 1];
            int reach = end - starts[block] <= cap ? end - starts[block] : window;
            for (int place = starts[block]; place < end; place++) {
                int last = Math.min(end - 1, place + reach);
                for (int other = place + 1; other <= last; other++) {
                    add(order[place], order[other], admitted, found);
                }
            }
        }
        return found;
    }

    private void add(int a, int b, IntBinaryOperator admitted, PairList found) {
        boolean known = lent.length > 0 && !lent[a] && !lent[b];
        if (!known && admitted.applyAsInt(a, b) != 0) {
            found.add(Math.min(a, b), Math.max(a, b));
        }
    }

    /** {@return the size up to which the smallest blocks keep to a budget of pairs} */
    private static int cap(int[] starts, long budget) {
        int largest = 1;
        for (int block = 0; block + 1 < starts.length; block++) {
            largest = Math.max(largest, starts[block + 1] - starts[block]);
        }
        long[] pairs = new long[largest + 1];
        for (int block = 0; block + 1 < starts.length; block++) {
            int size = starts[block + 1] - starts[block];
            pairs[size] += (long) size * (size - 1) / 2;
        }
        int cap = 1;
        long sum = 0;
        while (cap < largest && sum + pairs[cap + 1] <= budget) {
            cap++;
            sum += pairs[cap];
        }
        return cap;
    }
}
