package dev.cdm.matching.blocking;

import dev.cdm.matching.table.RowOrder;
import java.util.Arrays;

/**
 * Records in an order in which candidates are near each other. Immutable and safe for any thread.
 *
 * <p>Blocks of records with the same key are compared in full, the smallest first, as long as the budget of pairs lasts;
 * in larger blocks a record meets only the next few in a given order. Without keys every record meets the next few.
 */
public final class Neighbourhood {

    private static final int NOWHERE = -1;

    private final int[] order;
    private final int[] places;
    /** For every place: where its block starts; its complement for a block that is not compared in full. */
    private final int[] starts;

    private final int window;

    private Neighbourhood(int[] order, int[] places, int[] starts, int window) {
        this.order = order;
        this.places = places;
        this.starts = starts;
        this.window = window;
    }

    /**
     * {@return the records that share a key}
     *
     * @param keys the hash of the key of every record, 0 for none
     * @param within the order of the records within a block that is too large
     * @param budget how many pairs may come from blocks compared in full
     * @param window how many of the next records are met in a larger block
     */
    public static Neighbourhood byKey(int[] keys, int[] within, long budget, int window) {
        int[] sorted = RowOrder.by(keys, within);
        int[] shared = new int[sorted.length];
        int kept = 0;
        for (int start = 0, end; start < sorted.length; start = end) {
            end = start + 1;
            while (end < sorted.length && keys[sorted[end]] == keys[sorted[start]]) {
                end++;
            }
            if (end - start > 1 && keys[sorted[start]] != 0) {
                System.arraycopy(sorted, start, shared, kept, end - start);
                kept += end - start;
            }
        }
        int[] order = Arrays.copyOf(shared, kept);
        int[] starts = new int[kept];
        for (int place = 1; place < kept; place++) {
            starts[place] = keys[order[place]] == keys[order[place - 1]] ? starts[place - 1] : place;
        }
        limit(starts, budget);
        return new Neighbourhood(order, places(order, sorted.length), starts, window);
    }

    /**
     * {@return the records next to each other in an order}
     *
     * @param order the records, each once
     * @param window how many of the next records are met
     */
    public static Neighbourhood byOrder(int[] order, int window) {
        int[] starts = new int[order.length];
        Arrays.fill(starts, ~0);
        return new Neighbourhood(order, places(order, order.length), starts, window);
    }

    /** Adds the neighbours of a record that have a greater number. */
    void collect(int row, Partners partners) {
        int place = places[row];
        if (place == NOWHERE) {
            return;
        }
        int start = starts[place];
        boolean full = start >= 0;
        int from = full ? start : Math.max(~start, place - window);
        int last = full ? order.length : Math.min(order.length, place + window + 1);
        for (int other = from; other < last && starts[other] == start; other++) {
            if (order[other] > row) {
                partners.add(order[other]);
            }
        }
    }

    private static int[] places(int[] order, int rows) {
        int[] places = new int[rows];
        Arrays.fill(places, NOWHERE);
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }

    private static void limit(int[] starts, long budget) {
        int[] sizes = new int[starts.length];
        int largest = 0;
        for (int start : starts) {
            sizes[start]++;
            largest = Math.max(largest, sizes[start]);
        }
        long[] pairs = new long[largest + 1];
        for (int size : sizes) {
            pairs[size] += (long) size * (size - 1) / 2;
        }
        int cap = 1;
        long sum = 0;
        while (cap < largest && sum + pairs[cap + 1] <= budget) {
            cap++;
            sum += pairs[cap];
        }
        for (int place = 0; place < starts.length; place++) {
            if (sizes[starts[place]] > cap) {
                starts[place] = ~starts[place];
            }
        }
    }
}
