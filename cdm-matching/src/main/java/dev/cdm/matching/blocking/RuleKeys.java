package dev.cdm.matching.blocking;

import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import java.util.Arrays;

/** The keys of a rule by row, as numbers: one for a row in the left place and one for the right place. */
final class RuleKeys {

    private static final int MISSING = Column.MISSING;

    private final int[] left;
    private final int[] right;

    private RuleKeys(int[] left, int[] right) {
        this.left = left;
        this.right = right;
    }

    static RuleKeys of(Table table, BlockingRule rule) {
        int rows = table.rows();
        boolean same = rule.keys().stream().allMatch(key -> key.left().equals(key.right()));
        int[] keys = new int[same ? rows : 2 * rows];
        for (Condition.Equal key : rule.keys()) {
            Dictionary texts = new Dictionary();
            Field.Values one = new Field.Values(table, key.left(), texts);
            Field.Values other = same ? one : new Field.Values(table, key.right(), texts);
            long[] joined = new long[keys.length];
            for (int i = 0; i < keys.length; i++) {
                int number = i < rows ? one.number(i) : other.number(i - rows);
                joined[i] = keys[i] == MISSING || number == MISSING ? -1 : (long) keys[i] << Integer.SIZE | number;
            }
            keys = numbered(joined);
        }
        return new RuleKeys(Arrays.copyOf(keys, rows), same ? keys : Arrays.copyOfRange(keys, rows, 2 * rows));
    }

    /** Equal keys get equal numbers; they are numbered in their order. */
    private static int[] numbered(long[] joined) {
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

    int left(int row) {
        return left[row];
    }

    int right(int row) {
        return right[row];
    }

    boolean equal(int leftRow, int rightRow) {
        return left[leftRow] != MISSING && left[leftRow] == right[rightRow];
    }

    /** {@return the rows from a first to before a last that have a key in the right place, sorted by it} */
    int[] rightOrder(int from, int to) {
        int[] chosen = new int[to - from];
        int count = 0;
        for (int row = from; row < to; row++) {
            if (right[row] != MISSING) {
                chosen[count++] = row;
            }
        }
        return RowOrder.by(right, Arrays.copyOf(chosen, count));
    }
}
