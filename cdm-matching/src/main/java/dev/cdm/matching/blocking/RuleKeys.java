package dev.cdm.matching.blocking;

import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import java.util.Arrays;

/**
 * The keys of a rule by row, as numbers: those of a row in the left place and those in the right place. A row has one key
 * or none, or with a spread several in ascending order.
 */
final class RuleKeys {

    private static final int MISSING = Column.MISSING;

    private final int rows;
    private final boolean same;
    private final int[] starts;
    private final int[] keys;
    private final int count;

    private RuleKeys(int rows, boolean same, int[] starts, int[] keys) {
        this.rows = rows;
        this.same = same;
        this.starts = starts;
        this.keys = keys;
        count = Arrays.stream(keys).max().orElse(-1) + 1;
    }

    static RuleKeys of(Table table, BlockingRule rule) {
        int rows = table.rows();
        boolean same = rule.keys().stream().allMatch(key -> key.left().equals(key.right()));
        int[] keys = new int[same ? rows : 2 * rows];
        for (Condition.Equal key : rule.keys()) {
            keys = joined(table, key, same, keys);
        }
        int[] single = keys;
        return rule.spread()
                .map(spread -> spread(rows, same, single, new SpreadKeys().of(table, spread)))
                .orElseGet(() -> new RuleKeys(rows, same, starts(single), present(single)));
    }

    private static int[] joined(Table table, Condition.Equal key, boolean same, int[] keys) {
        int rows = table.rows();
        Dictionary texts = new Dictionary();
        Field.Values one = new Field.Values(table, key.left(), texts);
        Field.Values other = same ? one : new Field.Values(table, key.right(), texts);
        long[] joined = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int number = i < rows ? one.number(i) : other.number(i - rows);
            joined[i] = keys[i] == MISSING || number == MISSING ? -1 : (long) keys[i] << Integer.SIZE | number;
        }
        return numbered(joined);
    }

    private static RuleKeys spread(int rows, boolean same, int[] single, int[][] values) {
        int[] starts = new int[single.length + 1];
        for (int i = 0; i < single.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], single[i] == MISSING ? 0 : values[i % rows].length);
        }
        long[] joined = new long[starts[single.length]];
        for (int i = 0; i < single.length; i++) {
            for (int at = starts[i]; at < starts[i + 1]; at++) {
                joined[at] = (long) single[i] << Integer.SIZE | values[i % rows][at - starts[i]];
            }
        }
        return new RuleKeys(rows, same, starts, numbered(joined));
    }

    private static int[] starts(int[] single) {
        int[] starts = new int[single.length + 1];
        for (int i = 0; i < single.length; i++) {
            starts[i + 1] = starts[i] + (single[i] == MISSING ? 0 : 1);
        }
        return starts;
    }

    private static int[] present(int[] single) {
        return Arrays.stream(single).filter(key -> key != MISSING).toArray();
    }

    /** Equal keys get equal numbers, without gaps; they are numbered in their order. */
    static int[] numbered(long[] joined) {
        int[] order = RowOrder.by(joined);
        int[] numbers = new int[joined.length];
        int next = -1;
        for (int i = 0; i < order.length; i++) {
            long key = joined[order[i]];
            next += i == 0 || joined[order[i - 1]] != key ? 1 : 0;
            numbers[order[i]] = key < 0 ? MISSING : next;
        }
        return numbers;
    }

    /** {@return how many different keys there are, all from 0} */
    int count() {
        return count;
    }

    /** {@return how many keys of rows there are in both places} */
    int entries() {
        return keys.length;
    }

    int key(int entry) {
        return keys[entry];
    }

    /** {@return the first entry of a row in its left place} */
    int left(int row) {
        return starts[row];
    }

    int leftEnd(int row) {
        return starts[row + 1];
    }

    int right(int row) {
        return starts[same ? row : rows + row];
    }

    int rightEnd(int row) {
        return starts[(same ? row : rows + row) + 1];
    }

    /** {@return the row of each entry, whichever its place} */
    int[] rowsOfEntries() {
        int[] found = new int[keys.length];
        for (int i = 0; i + 1 < starts.length; i++) {
            Arrays.fill(found, starts[i], starts[i + 1], i % rows);
        }
        return found;
    }
}
