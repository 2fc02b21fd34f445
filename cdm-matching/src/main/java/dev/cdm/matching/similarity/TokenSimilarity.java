package dev.cdm.matching.similarity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Similarities over tokens separated by white space: the cosine of token counts or, given a measure between tokens,
 * Monge-Elkan. A token is a start and an end in one long, so splitting and sorting allocate nothing.
 */
final class TokenSimilarity extends PreparedSimilarity {

    private final @Nullable PreparedSimilarity inner;
    private long[] ours = new long[0];
    private int ourCount;
    private long[] theirs = new long[0];
    private double[] best = new double[0];

    private TokenSimilarity(@Nullable PreparedSimilarity inner) {
        this.inner = inner;
    }

    static TokenSimilarity cosine() {
        return new TokenSimilarity(null);
    }

    static TokenSimilarity mongeElkan(PreparedSimilarity tokens) {
        return new TokenSimilarity(tokens);
    }

    @Override
    void prepare() {
        ours = extended(ours, length / 2 + 1);
        ourCount = split(pattern, 0, length, ours);
        if (inner == null) {
            sort(pattern, ours, ourCount);
        } else if (best.length < ourCount) {
            best = new double[grown(ourCount)];
        }
    }

    @Override
    double compare(int[] text, int from, int size) {
        theirs = extended(theirs, size / 2 + 1);
        int theirCount = split(text, from, size, theirs);
        if (ourCount == 0 || theirCount == 0) {
            return ourCount == theirCount ? 1.0 : 0.0;
        }
        return inner == null ? cosine(text, theirCount) : mongeElkan(text, theirCount, inner);
    }

    private double cosine(int[] text, int theirCount) {
        sort(text, theirs, theirCount);
        long dot = 0;
        int i = 0;
        int j = 0;
        while (i < ourCount && j < theirCount) {
            int order = order(pattern, ours[i], text, theirs[j]);
            int our = order <= 0 ? run(pattern, ours, ourCount, i) : 0;
            int their = order >= 0 ? run(text, theirs, theirCount, j) : 0;
            dot += (long) our * their;
            i += our;
            j += their;
        }
        return dot / Math.sqrt((double) squares(pattern, ours, ourCount) * squares(text, theirs, theirCount));
    }

    private double mongeElkan(int[] text, int theirCount, PreparedSimilarity tokens) {
        Arrays.fill(best, 0, ourCount, 0.0);
        double theirSum = 0;
        for (int j = 0; j < theirCount; j++) {
            tokens.against(text, start(theirs[j]), end(theirs[j]));
            double theirBest = 0;
            for (int i = 0; i < ourCount; i++) {
                double similarity = tokens.similarity(pattern, start(ours[i]), end(ours[i]));
                theirBest = Math.max(theirBest, similarity);
                best[i] = Math.max(best[i], similarity);
            }
            theirSum += theirBest;
        }
        double ourSum = 0;
        for (int i = 0; i < ourCount; i++) {
            ourSum += best[i];
        }
        return (ourSum / ourCount + theirSum / theirCount) / 2;
    }

    private static int split(int[] text, int from, int size, long[] into) {
        int count = 0;
        int start = from;
        for (int i = from; i <= from + size; i++) {
            if (i == from + size || isBlank(text[i])) {
                if (i > start) {
                    into[count++] = (long) start << Integer.SIZE | i;
                }
                start = i + 1;
            }
        }
        return count;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Shell sort: no allocation, no worst case that matters at the number of tokens of a text. */
    private static void sort(int[] text, long[] tokens, int count) {
        int gap = 1;
        while (gap < count / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = gap; i < count; i++) {
                long token = tokens[i];
                int hole = i;
                while (hole >= gap && order(text, tokens[hole - gap], text, token) > 0) {
                    tokens[hole] = tokens[hole - gap];
                    hole -= gap;
                }
                tokens[hole] = token;
            }
        }
    }

    private static long squares(int[] text, long[] tokens, int count) {
        long sum = 0;
        for (int i = 0; i < count; ) {
            int run = run(text, tokens, count, i);
            sum += (long) run * run;
            i += run;
        }
        return sum;
    }

    /** {@return how many equal tokens stand from a position on} */
    private static int run(int[] text, long[] tokens, int count, int first) {
        int end = first + 1;
        while (end < count && order(text, tokens[first], text, tokens[end]) == 0) {
            end++;
        }
        return end - first;
    }

    private static int order(int[] text, long token, int[] otherText, long otherToken) {
        return Arrays.compare(text, start(token), end(token), otherText, start(otherToken), end(otherToken));
    }

    private static int start(long token) {
        return (int) (token >>> Integer.SIZE);
    }

    private static int end(long token) {
        return (int) token;
    }
}
