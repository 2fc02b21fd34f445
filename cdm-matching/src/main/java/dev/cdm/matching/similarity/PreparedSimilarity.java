package dev.cdm.matching.similarity;

import java.util.Arrays;
import java.util.Objects;

/**
 * A similarity prepared for one text and applied to many; it keeps its working memory and does not allocate once that
 * has grown to the longest text seen.
 *
 * <p>Give it the one text with {@code against}, then any number of others to {@code similarity}; before the first
 * {@code against} the one text is empty. The results are those of the {@link StringSimilarity} it came from. Texts come
 * as strings, which keep Latin-1 names in one byte per character, or as ranges of an array of code points, which saves
 * the decoding.
 *
 * <p>Not thread-safe: one instance belongs to one thread. It holds a copy of the one text until the next.
 */
public abstract class PreparedSimilarity {

    private static final int ROOM = 64;
    private static final int SPARE_ROOM = 1 << 14;

    /** The one text, in the first {@code length} cells. */
    int[] pattern = new int[ROOM];

    int length;

    private int[] decoded = new int[ROOM];

    /** For the measures of this package. */
    PreparedSimilarity() {}

    static PreparedSimilarity ofPairs(StringSimilarity measure) {
        return new PreparedSimilarity() {
            private String one = "";

            @Override
            void prepare() {
                one = new String(pattern, 0, length);
            }

            @Override
            double compare(int[] text, int from, int size) {
                return measure.similarity(one, new String(text, from, size));
            }
        };
    }

    /**
     * Sets the text that the following calls compare with.
     *
     * @param one the one text
     * @return this
     */
    public PreparedSimilarity against(String one) {
        reserve(one.length());
        length = decode(one, pattern);
        prepare();
        return this;
    }

    /**
     * Sets the text that the following calls compare with, as a range of code points, which is copied.
     *
     * @param codePoints an array of Unicode code points
     * @param from the first position
     * @param to the position after the last
     * @return this
     */
    public PreparedSimilarity against(int[] codePoints, int from, int to) {
        Objects.checkFromToIndex(from, to, codePoints.length);
        reserve(to - from);
        System.arraycopy(codePoints, from, pattern, 0, to - from);
        length = to - from;
        prepare();
        return this;
    }

    /**
     * Compares another text with the one text.
     *
     * @param other the other text
     * @return the similarity in [0, 1]
     */
    public final double similarity(String other) {
        return compare(decoded(other), 0, decodedLength);
    }

    /**
     * Compares a range of code points with the one text.
     *
     * @param codePoints an array of Unicode code points
     * @param from the first position
     * @param to the position after the last
     * @return the similarity in [0, 1]
     */
    public final double similarity(int[] codePoints, int from, int to) {
        Objects.checkFromToIndex(from, to, codePoints.length);
        return compare(codePoints, from, to - from);
    }

    /** Called after {@code pattern} changed. */
    abstract void prepare();

    abstract double compare(int[] text, int from, int size);

    /** Length of the text last decoded. */
    int decodedLength;

    /** Decodes into the buffer that it returns; the length is left in {@code decodedLength}. */
    final int[] decoded(String text) {
        if (decoded.length < text.length()) {
            decoded = new int[grown(text.length())];
        }
        decodedLength = decode(text, decoded);
        return decoded;
    }

    /** False once a very long text has made the working memory too large to be kept for later use. */
    final boolean worthKeeping() {
        return pattern.length <= SPARE_ROOM && decoded.length <= SPARE_ROOM;
    }

    static int grown(int needed) {
        return Math.max(needed, (int) Math.min(2L * needed, Integer.MAX_VALUE - 8L));
    }

    private void reserve(int needed) {
        if (pattern.length < needed) {
            pattern = new int[grown(needed)];
        }
    }

    private static int decode(String text, int[] into) {
        int units = text.length();
        for (int i = 0; i < units; i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                return decodeFrom(text, i, into);
            }
            into[i] = unit;
        }
        return units;
    }

    private static int decodeFrom(String text, int start, int[] into) {
        int count = start;
        for (int i = start; i < text.length(); i += Character.charCount(into[count - 1])) {
            into[count++] = text.codePointAt(i);
        }
        return count;
    }

    /** {@return an array of at least that length: the given one, or a larger one without its content} */
    static int[] atLeast(int[] array, int length) {
        return array.length >= length ? array : new int[grown(length)];
    }

    /** {@return an array of at least that length: the given one, or a larger one with its content} */
    static long[] extended(long[] array, int length) {
        return array.length >= length ? array : Arrays.copyOf(array, grown(length));
    }
}
