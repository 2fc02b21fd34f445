package dev.cdm.matching.similarity;

import java.util.Arrays;

/**
 * Levenshtein distance and optimal string alignment, 64 rows of the edit matrix per machine word.
 *
 * <p>The one text runs down the rows, the other along the columns. A word holds, for one column, where the matrix grows
 * or falls by one from row to row ({@code grows}, {@code falls}); a column follows from its predecessor by a few word
 * operations. A one text of at most 64 code points needs one word, and stops as soon as even the rest of the columns
 * could not bring the distance back under the limit.
 *
 * <p>Longer texts go through the matrix in stripes of 64 rows. A stripe leaves for each column how its last row differs
 * from the column before, and whether a swap may go on into the next stripe: two bits and one. So memory is linear, and
 * the masks of only one stripe are kept. Only columns that a path of at most the allowed cost can reach are visited;
 * outside that band the matrix is taken to grow by one per step, which is never too little. Two columns more on either
 * side let a swap start inside the band.
 */
final class BitParallelDistance extends PreparedDistance {

    private static final int WORD = Long.SIZE;

    /** What a stripe tells the next about a column: its last row grew, or fell, or left a swap open. */
    private static final int GREW = 0;

    private static final int FELL = 1;
    private static final int OPEN = 2;

    private final boolean swaps;
    private final CodePointMap masks = new CodePointMap();
    private byte[] border = new byte[0];

    BitParallelDistance(boolean swaps) {
        this.swaps = swaps;
    }

    @Override
    void prepare() {
        if (length <= WORD) {
            masks.setMasks(pattern, 0, length);
        }
    }

    @Override
    int count(int[] text, int from, int size, int atMost) {
        if (length > WORD) {
            return striped(text, from, size, atMost);
        }
        return swaps ? oneWordWithSwaps(text, from, size, atMost) : oneWord(text, from, size, atMost);
    }

    private int oneWord(int[] text, int from, int size, int atMost) {
        int last = length - 1;
        int distance = length;
        int limit = atMost + size;
        long grows = -1L;
        long falls = 0;
        for (int j = from; j < from + size; j++) {
            long equal = masks.get(text[j]);
            long diagonal = (((equal & grows) + grows) ^ grows) | equal | falls;
            long right = falls | ~(diagonal | grows);
            long left = grows & diagonal;
            distance += (int) ((right >>> last) & 1) - (int) ((left >>> last) & 1);
            if (distance > --limit) {
                return atMost + 1;
            }
            right = (right << 1) | 1;
            grows = (left << 1) | ~(diagonal | right);
            falls = right & diagonal;
        }
        return distance;
    }

    private int oneWordWithSwaps(int[] text, int from, int size, int atMost) {
        int last = length - 1;
        int distance = length;
        int limit = atMost + size;
        long grows = -1L;
        long falls = 0;
        long diagonal = 0;
        long before = 0;
        for (int j = from; j < from + size; j++) {
            long equal = masks.get(text[j]);
            long swap = ((~diagonal & equal) << 1) & before;
            diagonal = (((equal & grows) + grows) ^ grows) | equal | falls | swap;
            long right = falls | ~(diagonal | grows);
            long left = grows & diagonal;
            distance += (int) ((right >>> last) & 1) - (int) ((left >>> last) & 1);
            if (distance > --limit) {
                return atMost + 1;
            }
            right = (right << 1) | 1;
            grows = (left << 1) | ~(diagonal | right);
            falls = right & diagonal;
            before = equal;
        }
        return distance;
    }

    private int striped(int[] text, int from, int size, int atMost) {
        if (border.length < size) {
            border = new byte[grown(size)];
        }
        int columnsDone = 0;
        int startValue = 0;
        for (int row = 0; row < length; row += WORD) {
            int first = Math.max(0, row - atMost - 2);
            int end = (int) Math.min(size, (long) row + WORD + atMost + 2);
            Arrays.fill(border, columnsDone, end, (byte) (1 << GREW));
            int nextFirst = Math.max(0, row + WORD - atMost - 2);
            startValue = stripe(text, from, row, first, end, nextFirst, startValue);
            columnsDone = end;
        }
        return Math.min(startValue, atMost + 1);
    }

    /**
     * Fills columns {@code first} to {@code end} of the stripe from {@code row} on, and gives the value of its last row
     * in column {@code nextFirst}, or in the last column when it is the last stripe.
     */
    private int stripe(int[] text, int from, int row, int first, int end, int nextFirst, int topValue) {
        int rows = Math.min(WORD, length - row);
        boolean lastStripe = row + rows == length;
        masks.setMasks(pattern, row, rows);
        int value = topValue + rows;
        int wanted = nextFirst == first ? value : 0;
        long grows = -1L;
        long falls = 0;
        long diagonal = 0;
        long before = 0;
        for (int j = first; j < end; j++) {
            long above = border[j];
            long fell = (above >>> FELL) & 1;
            long equal = masks.get(text[from + j]);
            long open = swaps ? ~diagonal & equal : 0;
            long swap = ((open << 1) | (above >>> OPEN)) & before;
            long start = equal | fell;
            diagonal = (((start & grows) + grows) ^ grows) | start | falls | swap;
            long right = falls | ~(diagonal | grows);
            long left = grows & diagonal;
            long grew = (right >>> (rows - 1)) & 1;
            long shrank = (left >>> (rows - 1)) & 1;
            border[j] = (byte) (grew << GREW | shrank << FELL | ((open >>> (rows - 1)) & 1) << OPEN);
            value += (int) (grew - shrank);
            if (j + 1 == nextFirst) {
                wanted = value;
            }
            right = (right << 1) | ((above >>> GREW) & 1);
            left = (left << 1) | fell;
            grows = left | ~(diagonal | right);
            falls = right & diagonal;
            before = equal;
        }
        return lastStripe ? value : wanted;
    }
}
