package dev.cdm.matching.blocking;

import dev.cdm.matching.table.RowOrder;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** The records that share the values of one key, those of one value next to each other. Immutable. */
final class SharedKeys {

    private static final int NOWHERE = -1;

    private final int[] members;
    private final int[] starts;
    private final int[][] places;
    private final int disabled;
    private final long[] large;

    private SharedKeys(int[] members, int[] starts, int[][] places, int disabled, long[] large) {
        this.members = members;
        this.starts = starts;
        this.places = places;
        this.disabled = disabled;
        this.large = large;
    }

    /** Values of more records than the cap are left out as a whole, and so are hot ones. */
    static SharedKeys of(long[][] columns, int rows, int cap, LongPredicate hot) {
        long[] keys =
                new long[Arrays.stream(columns).mapToInt(SharedKeys::present).sum()];
        int[] entries = new int[keys.length];
        int size = 0;
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows; row++) {
                if (columns[column][row] != 0) {
                    keys[size] = columns[column][row];
                    entries[size++] = Math.addExact(Math.multiplyExact(column, rows), row);
                }
            }
        }
        return kept(keys, entries, RowOrder.by(keys), columns.length, rows, cap, hot);
    }

    private static SharedKeys kept(
            long[] keys, int[] entries, int[] order, int columns, int rows, int cap, LongPredicate hot) {
        int[] members = new int[order.length];
        int[] starts = new int[order.length];
        int[][] places = new int[columns][rows];
        Arrays.stream(places).forEach(column -> Arrays.fill(column, NOWHERE));
        long[] large = new long[order.length / cap + 1];
        int disabled = 0;
        int kept = 0;
        for (int start = 0, end; start < order.length; start = end) {
            long key = keys[order[start]];
            end = start + 1;
            while (end < order.length && keys[order[end]] == key) {
                end++;
            }
            if (end - start > cap) {
                large[disabled] = key;
                disabled += hot.test(key) ? 0 : 1;
            } else if (end - start > 1 && !hot.test(key)) {
                int first = kept;
                for (int i = start; i < end; i++) {
                    int entry = entries[order[i]];
                    starts[kept] = first;
                    places[entry / rows][entry % rows] = kept;
                    members[kept++] = entry % rows;
                }
            }
        }
        return new SharedKeys(
                Arrays.copyOf(members, kept),
                Arrays.copyOf(starts, kept),
                places,
                disabled,
                Arrays.copyOf(large, disabled));
    }

    private static int present(long[] column) {
        return (int) Arrays.stream(column).filter(key -> key != 0).count();
    }

    /** {@return how many values were left out because too many records have them} */
    int disabled() {
        return disabled;
    }

    /** {@return those values} */
    long[] large() {
        return large;
    }

    /** Adds the records with a greater number that share a value with a record. */
    void collect(int row, Partners partners) {
        for (int[] column : places) {
            int start = column[row] == NOWHERE ? NOWHERE : starts[column[row]];
            for (int place = start; start >= 0 && place < starts.length && starts[place] == start; place++) {
                if (members[place] > row) {
                    partners.add(members[place]);
                }
            }
        }
    }
}
