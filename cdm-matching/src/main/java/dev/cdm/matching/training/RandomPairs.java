package dev.cdm.matching.training;

import dev.cdm.matching.comparison.ComparedTable;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the levels of a comparison over all pairs of some rows. Rows that agree in every column of the comparison are
 * compared once and count as often as there are such rows.
 */
final class RandomPairs {

    private static final int CHUNK = 64;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Table table;
    private final int leftRows;
    private final Workers workers;
    private final int[] byHash;

    RandomPairs(Table table, int leftRows, Workers workers) {
        this.table = table;
        this.leftRows = leftRows;
        this.workers = workers;
        long[] hashes = new long[table.rows()];
        Arrays.setAll(hashes, row -> hash(table.id(row)));
        byHash = RowOrder.by(hashes);
    }

    /** Never negative, so that the order is that of the numbers. */
    private static long hash(String id) {
        long mixed = (id.hashCode() * MIX) ^ id.length();
        return (mixed * MIX) >>> 1;
    }

    /** {@return the counts over the pairs of a sample of rows that has about as many pairs as asked for} */
    LevelCounts count(Comparison comparison, double mostPairs) {
        double share = Math.min(1, Math.sqrt(mostPairs / comparablePairs()));
        int size = share == 1 ? table.rows() : (int) Math.ceil(share * table.rows());
        int[] sample = Arrays.copyOf(byHash, size);
        List<Group> groups = groups(comparison, sample);
        ComparedTable compared = new ComparedTable(table, List.of(comparison));
        int levels = comparison.levels().size();
        int chunks = (groups.size() + CHUNK - 1) / CHUNK;
        long[][] found = new long[chunks][levels];
        workers.run("random pairs", chunks, chunk -> {
            ComparedTable.Comparer comparer = compared.comparer();
            for (int i = chunk * CHUNK; i < Math.min(groups.size(), (chunk + 1) * CHUNK); i++) {
                for (int j = i; j < groups.size(); j++) {
                    long pairs = groups.get(i).pairs(groups.get(j), i == j, leftRows > 0);
                    if (pairs > 0) {
                        int level = compared.level(comparer.compare(groups.get(i).row, groups.get(j).row), 0);
                        found[chunk][level] += pairs;
                    }
                }
            }
        });
        LevelCounts counts = new LevelCounts(comparison);
        for (long[] part : found) {
            for (int level = 0; level < levels; level++) {
                if (part[level] > 0) {
                    counts.add(level, (double) part[level]);
                }
            }
        }
        return counts;
    }

    double comparablePairs() {
        double rows = table.rows();
        return leftRows > 0 ? leftRows * (rows - leftRows) : rows * (rows - 1) / 2;
    }

    private List<Group> groups(Comparison comparison, int[] sample) {
        long[] keys = new long[table.rows()];
        int[] order = sample;
        List<Column> columns = comparison.columns().stream()
                .map(name -> table.column(name).orElseThrow())
                .toList();
        for (Column column : columns) {
            for (int row : sample) {
                keys[row] = column.code(row) + 1L;
            }
            order = RowOrder.by(keys, order);
        }
        List<Group> groups = new ArrayList<>();
        int last = -1;
        for (int row : order) {
            if (last < 0 || !same(columns, last, row)) {
                groups.add(new Group(row));
            }
            groups.get(groups.size() - 1).add(row < leftRows);
            last = row;
        }
        return groups;
    }

    private static boolean same(List<Column> columns, int one, int other) {
        return columns.stream().allMatch(column -> column.code(one) == column.code(other));
    }

    /** Rows that are alike; of a single table none is left. */
    private static final class Group {
        private final int row;
        private long left;
        private long right;

        Group(int row) {
            this.row = row;
        }

        void add(boolean isLeft) {
            left += isLeft ? 1 : 0;
            right += isLeft ? 0 : 1;
        }

        long pairs(Group other, boolean itself, boolean link) {
            if (link) {
                return itself ? left * right : left * other.right + right * other.left;
            }
            return itself ? right * (right - 1) / 2 : right * other.right;
        }
    }
}
