package dev.cdm.matching.comparison;

/** Whether two texts are one edit apart, by what is left between their common beginning and their common end. */
final class OneEdit {

    private OneEdit() {}

    /** The texts are ranges of one array; a swap of two neighbours may count as one edit. */
    static boolean apart(int[] points, int start, int end, int from, int to, boolean swaps) {
        int one = start;
        int other = from;
        while (one < end && other < to && points[one] == points[other]) {
            one++;
            other++;
        }
        int oneEnd = end;
        int otherEnd = to;
        while (oneEnd > one && otherEnd > other && points[oneEnd - 1] == points[otherEnd - 1]) {
            oneEnd--;
            otherEnd--;
        }
        int longest = Math.max(oneEnd - one, otherEnd - other);
        boolean swapped = swaps
                && oneEnd - one == 2
                && otherEnd - other == 2
                && points[one] == points[other + 1]
                && points[one + 1] == points[other];
        return longest <= 1 || swapped;
    }
}
