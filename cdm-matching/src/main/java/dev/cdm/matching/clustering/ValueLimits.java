package dev.cdm.matching.clustering;

import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.table.Column;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** What values the records of one entity may have together. Immutable and safe for any thread. */
final class ValueLimits {

    private final int[][] sources;
    private final int[][] limited;
    private final int[] limits;

    ValueLimits(
            Constraints constraints,
            int rows,
            Function<String, IntUnaryOperator> columns,
            Function<String, IntFunction<String>> texts) {
        sources = constraints.duplicateFree().entrySet().stream()
                .map(free -> sources(rows, free.getValue(), columns.apply(free.getKey()), texts.apply(free.getKey())))
                .toArray(int[][]::new);
        limits = constraints.limits().values().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        limited = constraints.limits().keySet().stream()
                .map(column -> codes(rows, columns.apply(column)))
                .toArray(int[][]::new);
    }

    private static int[] sources(int rows, Set<String> names, IntUnaryOperator code, IntFunction<String> text) {
        return codes(rows, row -> {
            int own = code.applyAsInt(row);
            boolean free = own != Column.MISSING && (names.isEmpty() || names.contains(text.apply(own)));
            return free ? own : Column.MISSING;
        });
    }

    private static int[] codes(int rows, IntUnaryOperator code) {
        int[] codes = new int[rows];
        Arrays.setAll(codes, code);
        return codes;
    }

    /** {@return whether two records may be one} */
    boolean permit(int a, int b) {
        for (int[] source : sources) {
            if (source[a] != Column.MISSING && source[a] == source[b]) {
                return false;
            }
        }
        for (int limit = 0; limit < limits.length; limit++) {
            int first = limited[limit][a];
            int second = limited[limit][b];
            if (limits[limit] == 1 && first != second && first != Column.MISSING && second != Column.MISSING) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether two sets of records may be one; what must-links brought into one of them is not held against it} */
    boolean permit(int[] first, int[] second) {
        for (int[] source : sources) {
            if (!Collections.disjoint(values(source, first), values(source, second))) {
                return false;
            }
        }
        for (int limit = 0; limit < limits.length; limit++) {
            Set<Integer> own = values(limited[limit], first);
            Set<Integer> all = values(limited[limit], second);
            int before = Math.max(own.size(), all.size());
            all.addAll(own);
            if (all.size() > Math.max(limits[limit], before)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Integer> values(int[] codes, int[] rows) {
        Set<Integer> values = new HashSet<>();
        for (int row : rows) {
            if (codes[row] != Column.MISSING) {
                values.add(codes[row]);
            }
        }
        return values;
    }
}
