package dev.cdm.matching.similarity;

import java.util.Arrays;

/** Twice the longest common run over the sum of the lengths, by one row of run lengths. */
final class LongestCommonSubstring extends PreparedSimilarity {

    /** Per position of the one text, the common run that ends there and at the current position of the other. */
    private int[] runs = new int[0];

    @Override
    void prepare() {
        runs = atLeast(runs, length);
    }

    @Override
    double compare(int[] text, int from, int size) {
        if (length == 0 || size == 0) {
            return length == size ? 1.0 : 0.0;
        }
        Arrays.fill(runs, 0, length, 0);
        int longest = 0;
        for (int j = from; j < from + size; j++) {
            int codePoint = text[j];
            int runBefore = 0;
            for (int i = 0; i < length; i++) {
                int run = pattern[i] == codePoint ? runBefore + 1 : 0;
                runBefore = runs[i];
                runs[i] = run;
                longest = Math.max(longest, run);
            }
        }
        return 2.0 * longest / ((long) length + size);
    }
}
