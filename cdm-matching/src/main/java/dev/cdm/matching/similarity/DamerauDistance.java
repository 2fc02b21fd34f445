package dev.cdm.matching.similarity;

import java.util.Arrays;

/**
 * The unrestricted Damerau distance.
 *
 * <p>Most pairs are settled by the restricted distance R, which is cheap: a swap with a gap costs at least 2 here and
 * at most one more there, so R is at most one and a half times the distance D. Hence R up to 2 is D itself, and R above
 * one and a half times the limit is above the limit. What remains fills the matrix, row by row.
 *
 * <p>Only swaps whose gap lies in one of the texts need a look (a swap with gaps in both is no cheaper than two
 * substitutions and what fills the gaps). For these it is enough to remember, per column, the value before the last
 * equal code point in that column, and the value before the last equal code point in the row.
 */
final class DamerauDistance extends PreparedDistance {

    private final BitParallelDistance restricted = new BitParallelDistance(true);

    /** The different code points of the one text, numbered from 1. */
    private final CodePointMap numbers = new CodePointMap();

    private int different = -1;

    /** Per position of the one text the number of its code point. */
    private int[] numbered = new int[0];

    /** Per number the last row that held the code point, counted from 1; number 0 is any other code point. */
    private int[] lastRow = new int[0];

    private int[] current = new int[0];
    private int[] previous = new int[0];
    private int[] beforeMatch = new int[0];

    @Override
    void prepare() {
        restricted.against(pattern, 0, length);
        different = -1;
    }

    /** Only for the few pairs that need the matrix. */
    private void number() {
        numbers.reset(length);
        numbered = atLeast(numbered, length);
        different = 0;
        for (int i = 0; i < length; i++) {
            int number = (int) numbers.get(pattern[i]);
            if (number == 0) {
                number = ++different;
                numbers.put(pattern[i], number);
            }
            numbered[i] = number;
        }
    }

    @Override
    int count(int[] text, int from, int size, int atMost) {
        int longest = Math.max(length, size);
        int limit = (int) Math.min(longest, atMost + atMost / 2L);
        int bound = restricted.distance(text, from, from + size, limit);
        if (bound <= 2) {
            return Math.min(bound, atMost + 1);
        }
        return bound > limit && limit < longest ? atMost + 1 : Math.min(matrix(text, from, size), atMost + 1);
    }

    /** Rows are the other text, columns the one text; column c is in cell c + 1, and cell 0 is out of reach. */
    private int matrix(int[] text, int from, int size) {
        int far = length + size + 1;
        if (different < 0) {
            number();
        }
        lastRow = atLeast(lastRow, different + 1);
        Arrays.fill(lastRow, 0, different + 1, 0);
        current = filled(current, far);
        previous = filled(previous, far);
        beforeMatch = filled(beforeMatch, far);
        for (int column = 0; column <= length; column++) {
            current[column + 1] = column;
        }
        for (int row = 1; row <= size; row++) {
            int[] twoAbove = previous;
            previous = current;
            current = twoAbove;
            int number = (int) numbers.get(text[from + row - 1]);
            fillRow(number, row, far);
            lastRow[number] = row;
        }
        return current[length + 1];
    }

    private int[] filled(int[] array, int value) {
        int[] cells = atLeast(array, length + 2);
        Arrays.fill(cells, 0, length + 2, value);
        return cells;
    }

    /** Overwrites {@code current}, which holds the values of two rows above, from left to right. */
    private void fillRow(int number, int row, int far) {
        int matchColumn = 0;
        int twoAboveMatch = far;
        int twoAboveLeft = current[1];
        current[1] = row;
        for (int column = 1; column <= length; column++) {
            int other = numbered[column - 1];
            int value = 1 + Math.min(current[column], previous[column + 1]);
            if (other == number) {
                value = Math.min(value, previous[column]);
                matchColumn = column;
                beforeMatch[column] = previous[column - 1];
                twoAboveMatch = twoAboveLeft;
            } else {
                value = Math.min(value, previous[column] + 1);
                int matchRow = lastRow[other];
                if (column - matchColumn == 1) {
                    value = Math.min(value, beforeMatch[column] + row - matchRow);
                } else if (row - matchRow == 1) {
                    value = Math.min(value, twoAboveMatch + column - matchColumn);
                }
            }
            twoAboveLeft = current[column + 1];
            current[column + 1] = value;
        }
    }
}
