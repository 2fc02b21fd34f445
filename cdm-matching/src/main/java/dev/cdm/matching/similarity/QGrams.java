package dev.cdm.matching.similarity;

import java.util.Arrays;

/** Jaccard or Dice over the sets of q-grams; a gram of up to three code points of 21 bits is one long. */
final class QGrams extends PreparedSimilarity {

    private static final int BITS = 21;
    private static final int MOST = 3;

    private final int q;
    private final boolean dice;
    private long[] ours = new long[0];
    private int ourCount;
    private long[] theirs = new long[0];

    QGrams(int q, boolean dice) {
        this.q = q;
        this.dice = dice;
    }

    static void check(int q) {
        if (q < 1 || q > MOST) {
            throw new IllegalArgumentException("`q` must be between 1 and " + MOST + ", was " + q);
        }
    }

    @Override
    void prepare() {
        ours = extended(ours, length);
        ourCount = grams(pattern, 0, length, ours);
    }

    @Override
    double compare(int[] text, int from, int size) {
        if (length == 0 || size == 0) {
            return length == size ? 1.0 : 0.0;
        }
        theirs = extended(theirs, size);
        int theirCount = grams(text, from, size, theirs);
        int shared = shared(theirCount);
        int both = ourCount + theirCount;
        return dice ? 2.0 * shared / both : (double) shared / (both - shared);
    }

    /** Writes the set of grams in order and gives its size; code points count from 1, so that short grams differ. */
    private int grams(int[] text, int from, int size, long[] into) {
        long window = (1L << (BITS * q)) - 1;
        long gram = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            gram = ((gram << BITS) | (text[from + i] + 1)) & window;
            if (i >= q - 1 || i == size - 1) {
                into[count++] = gram;
            }
        }
        Arrays.sort(into, 0, count);
        int distinct = Math.min(count, 1);
        for (int i = 1; i < count; i++) {
            if (into[i] != into[i - 1]) {
                into[distinct++] = into[i];
            }
        }
        return distinct;
    }

    private int shared(int theirCount) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < ourCount && j < theirCount) {
            long our = ours[i];
            long their = theirs[j];
            shared += our == their ? 1 : 0;
            i += our <= their ? 1 : 0;
            j += their <= our ? 1 : 0;
        }
        return shared;
    }
}
