package dev.cdm.matching.similarity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The measures as the books define them, slow and plain: whole matrices and nested loops over code points. */
final class Textbook {

    private Textbook() {}

    /** Levenshtein, or optimal string alignment with {@code swaps}. */
    static int edits(String a, String b, boolean swaps) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        int[][] cost = new int[left.length + 1][right.length + 1];
        for (int i = 0; i <= left.length; i++) {
            for (int j = 0; j <= right.length; j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (swaps && i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[left.length][right.length];
    }

    /** Unrestricted Damerau distance: every pair of earlier positions may be the other end of a swap. */
    static int damerau(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        int[][] cost = new int[left.length + 1][right.length + 1];
        for (int i = 0; i <= left.length; i++) {
            for (int j = 0; j <= right.length; j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                for (int k = 1; k < i; k++) {
                    for (int l = 1; l < j; l++) {
                        if (left[i - 1] == right[l - 1] && left[k - 1] == right[j - 1]) {
                            best = Math.min(best, cost[k - 1][l - 1] + (i - k - 1) + 1 + (j - l - 1));
                        }
                    }
                }
                cost[i][j] = best;
            }
        }
        return cost[left.length][right.length];
    }

    /** Matching code points, and those of them that are out of order. */
    static int[] jaroMatches(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        int window = Math.max(0, Math.max(left.length, right.length) / 2 - 1);
        boolean[] taken = new boolean[right.length];
        int[] leftMatches = new int[left.length];
        int matches = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = Math.max(0, i - window); j <= Math.min(right.length - 1, i + window); j++) {
                if (!taken[j] && left[i] == right[j]) {
                    taken[j] = true;
                    leftMatches[matches++] = left[i];
                    break;
                }
            }
        }
        int outOfOrder = 0;
        int seen = 0;
        for (int j = 0; j < right.length; j++) {
            if (taken[j] && right[j] != leftMatches[seen++]) {
                outOfOrder++;
            }
        }
        return new int[] {matches, outOfOrder};
    }

    static double jaro(String a, String b) {
        double left = a.codePointCount(0, a.length());
        double right = b.codePointCount(0, b.length());
        if (left == 0 || right == 0) {
            return left == right ? 1 : 0;
        }
        int[] matches = jaroMatches(a, b);
        double m = matches[0];
        int transpositions = matches[1] / 2;
        return m == 0 ? 0 : (m / left + m / right + (m - transpositions) / m) / 3;
    }

    static int longestCommonSubstring(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        int longest = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                int run = 0;
                while (i + run < left.length && j + run < right.length && left[i + run] == right[j + run]) {
                    run++;
                }
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }

    static String[] tokens(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(t -> !t.isEmpty()).toArray(String[]::new);
    }

    static Map<CharSequence, Integer> tokenCounts(String text) {
        Map<CharSequence, Integer> counts = new HashMap<>();
        for (String token : tokens(text)) {
            counts.merge(token, 1, Integer::sum);
        }
        return counts;
    }

    /** Mean, over the tokens of one text, of the best Jaro similarity to one of the other. */
    static double meanOfBest(String[] tokens, String[] others) {
        return Arrays.stream(tokens)
                .mapToDouble(t ->
                        Arrays.stream(others).mapToDouble(o -> jaro(t, o)).max().orElseThrow())
                .average()
                .orElseThrow();
    }
}
