package dev.cdm.matching.similarity;

import java.util.Objects;

/**
 * An edit distance prepared for one text and applied to many, without allocation; as a similarity it is
 * {@code 1 - distance / max(length)}. Not thread-safe: one instance belongs to one thread.
 */
public abstract class PreparedDistance extends PreparedSimilarity {

    /** For the distances of this package. */
    PreparedDistance() {}

    @Override
    public PreparedDistance against(String one) {
        super.against(one);
        return this;
    }

    @Override
    public PreparedDistance against(int[] codePoints, int from, int to) {
        super.against(codePoints, from, to);
        return this;
    }

    /**
     * {@return the number of edits between another text and the one text}
     *
     * @param other the other text
     */
    public final int distance(String other) {
        return distance(other, Integer.MAX_VALUE);
    }

    /**
     * {@return the number of edits between another text and the one text, or {@code atMost + 1} if there are more}
     *
     * @param other the other text
     * @param atMost where counting stops, at least 0; a small limit makes the comparison several times faster
     */
    public final int distance(String other, int atMost) {
        return bounded(decoded(other), 0, decodedLength, atMost);
    }

    /**
     * {@return the edits between a range of code points and the one text, or {@code atMost + 1} if there are more}
     *
     * @param codePoints an array of Unicode code points
     * @param from the first position
     * @param to the position after the last
     * @param atMost where counting stops, at least 0
     */
    public final int distance(int[] codePoints, int from, int to, int atMost) {
        Objects.checkFromToIndex(from, to, codePoints.length);
        return bounded(codePoints, from, to - from, atMost);
    }

    /** Distance between two non-empty texts whose lengths differ by at most {@code atMost <= max(lengths)}. */
    abstract int count(int[] text, int from, int size, int atMost);

    @Override
    final double compare(int[] text, int from, int size) {
        int longest = Math.max(length, size);
        return longest == 0 ? 1.0 : 1.0 - (double) bounded(text, from, size, longest) / longest;
    }

    private int bounded(int[] text, int from, int size, int atMost) {
        if (atMost < 0) {
            throw new IllegalArgumentException("`atMost` must be at least 0, was " + atMost);
        }
        if (Math.abs(length - size) > atMost) {
            return atMost + 1;
        }
        if (length == 0 || size == 0) {
            return length + size;
        }
        return count(text, from, size, Math.min(atMost, Math.max(length, size)));
    }
}
