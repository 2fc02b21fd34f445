package dev.cdm.matching.records;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.matching.table.RowOrder;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Sorts records by their ids in code-point order. */
final class IdOrder {

    private static final int KEY_LENGTH = 9;
    private static final int KEY_BITS = 7;
    private static final int ASCII = 128;

    private IdOrder() {}

    static int[] of(int rows, IntFunction<String> ids) {
        if (rows == 0) {
            return new int[0];
        }
        int shared = sharedPrefix(rows, ids);
        long[] keys = new long[rows];
        for (int row = 0; row < rows; row++) {
            keys[row] = key(ids.apply(row), shared);
        }
        int[] order = RowOrder.by(keys);
        for (int start = 0, end; start < rows; start = end) {
            end = start + 1;
            while (end < rows && keys[order[end]] == keys[order[start]]) {
                end++;
            }
            if (end - start > 1) {
                sort(order, start, end, ids);
            }
        }
        return order;
    }

    private static int sharedPrefix(int rows, IntFunction<String> ids) {
        String first = ids.apply(0);
        int shared = first.length();
        for (int row = 1; row < rows && shared > 0; row++) {
            String id = ids.apply(row);
            int at = 0;
            while (at < Math.min(shared, id.length()) && id.charAt(at) == first.charAt(at)) {
                at++;
            }
            shared = at;
        }
        return shared;
    }

    /** Everything beyond ASCII sorts last and ends the key. */
    private static long key(String id, int from) {
        long key = 0;
        boolean plain = true;
        for (int i = from; i < from + KEY_LENGTH; i++) {
            int unit = !plain || i >= id.length() ? 0 : Math.min(ASCII - 1, id.charAt(i));
            plain &= unit < ASCII - 1;
            key = key << KEY_BITS | unit;
        }
        return key;
    }

    private static void sort(int[] order, int start, int end, IntFunction<String> ids) {
        Integer[] run = new Integer[end - start];
        Arrays.setAll(run, i -> order[start + i]);
        Arrays.sort(run, (a, b) -> CodePoints.compare(ids.apply(a), ids.apply(b)));
        for (int i = start; i < end; i++) {
            order[i] = run[i - start];
        }
    }
}
