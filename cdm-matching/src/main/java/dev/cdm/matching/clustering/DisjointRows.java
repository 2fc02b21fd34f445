package dev.cdm.matching.clustering;

import dev.cdm.matching.table.RowOrder;

/** Disjoint sets of records. The smallest record stands for its set. */
final class DisjointRows {

    private final int[] parents;

    DisjointRows(int rows) {
        parents = RowOrder.identity(rows);
    }

    int rows() {
        return parents.length;
    }

    int find(int row) {
        int at = row;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    void join(int a, int b) {
        int left = find(a);
        int right = find(b);
        parents[Math.max(left, right)] = Math.min(left, right);
    }

    int[] smallest() {
        int[] smallest = new int[parents.length];
        for (int row = 0; row < smallest.length; row++) {
            smallest[row] = find(row);
        }
        return smallest;
    }
}
