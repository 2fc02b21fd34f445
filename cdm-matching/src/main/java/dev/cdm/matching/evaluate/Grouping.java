package dev.cdm.matching.evaluate;

import dev.cdm.matching.table.RowOrder;
import java.util.Arrays;

/** Records grouped by two numbers. */
final class Grouping {
    private final int[] groupOf;
    private final int[] first;
    private final long[] left;
    private final long[] right;
    private final boolean across;
    private int groups;

    Grouping(int[] one, int[] other, int leftRows) {
        int rows = one.length;
        groupOf = new int[rows];
        int[] firsts = new int[rows];
        left = new long[rows];
        right = new long[rows];
        int[] order = RowOrder.by(other, RowOrder.by(one, RowOrder.identity(rows)));
        for (int i = 0; i < rows; i++) {
            int row = order[i];
            boolean isNew = i == 0 || one[order[i - 1]] != one[row] || other[order[i - 1]] != other[row];
            groups += isNew ? 1 : 0;
            firsts[groups - 1] = isNew ? row : firsts[groups - 1];
            groupOf[row] = groups - 1;
            left[groups - 1] += row < leftRows ? 1 : 0;
            right[groups - 1] += row < leftRows ? 0 : 1;
        }
        first = Arrays.copyOf(firsts, groups);
        across = leftRows > 0;
    }

    int groups() {
        return groups;
    }

    int row(int group) {
        return first[group];
    }

    int group(int row) {
        return groupOf[row];
    }

    long size(int group) {
        return left[group] + right[group];
    }

    long pairs() {
        long pairs = 0;
        for (int group = 0; group < groups; group++) {
            pairs += across ? left[group] * right[group] : right[group] * (right[group] - 1) / 2;
        }
        return pairs;
    }
}
