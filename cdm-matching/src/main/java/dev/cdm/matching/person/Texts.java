package dev.cdm.matching.person;

import dev.cdm.matching.table.Dictionary;
import java.util.Arrays;

/** Distinct folded texts with their code points in one array. Frozen once filled, then safe for any thread. */
final class Texts {

    /** The number of no text. */
    static final int NONE = -1;

    private static final double MOST_BOOST = 0.4;

    private final Dictionary dictionary = new Dictionary();
    private int[] points = new int[1024];
    private int[] starts = new int[64];
    private long[] letters = new long[64];

    /** {@return the number of a text; {@link #NONE} for the empty one} */
    int add(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        int known = dictionary.size();
        int number = dictionary.add(text);
        if (number == known) {
            store(number, text);
        }
        return number;
    }

    int size() {
        return dictionary.size();
    }

    String text(int number) {
        return dictionary.text(number);
    }

    int[] points() {
        return points;
    }

    int start(int number) {
        return starts[number];
    }

    int end(int number) {
        return starts[number + 1];
    }

    int length(int number) {
        return starts[number + 1] - starts[number];
    }

    int point(int number, int position) {
        return points[starts[number] + position];
    }

    /** {@return whether one text is the beginning of the other} */
    boolean prefixed(int a, int b) {
        int shared = Math.min(length(a), length(b));
        return Arrays.equals(points, starts[a], starts[a] + shared, points, starts[b], starts[b] + shared);
    }

    /** {@return false if the letters alone show that two texts are more edits apart} */
    boolean mayBeWithin(int a, int b, int edits) {
        return Math.abs(length(a) - length(b)) <= edits
                && Long.bitCount(letters[a] & ~letters[b]) <= edits
                && Long.bitCount(letters[b] & ~letters[a]) <= edits;
    }

    /** {@return whether two texts are equal, or one letter was changed, added or dropped, or two neighbours swapped} */
    boolean withinOneEdit(int a, int b) {
        if (!mayBeWithin(a, b, 1)) {
            return false;
        }
        int shorter = length(a) <= length(b) ? a : b;
        int longer = shorter == a ? b : a;
        int left = starts[shorter];
        int right = starts[longer];
        int leftEnd = starts[shorter + 1];
        int rightEnd = starts[longer + 1];
        while (left < leftEnd && points[left] == points[right]) {
            left++;
            right++;
        }
        if (leftEnd - left != rightEnd - right) {
            return same(left, leftEnd, right + 1, rightEnd);
        }
        if (left == leftEnd || same(left + 1, leftEnd, right + 1, rightEnd)) {
            return true;
        }
        return left + 1 < leftEnd
                && points[left] == points[right + 1]
                && points[left + 1] == points[right]
                && same(left + 2, leftEnd, right + 2, rightEnd);
    }

    private boolean same(int left, int leftEnd, int right, int rightEnd) {
        return Arrays.equals(points, left, leftEnd, points, right, rightEnd);
    }

    /** {@return false if the letters alone show that the Jaro-Winkler similarity of two texts is lower} */
    boolean mayReach(int a, int b, double similarity) {
        double sizeA = length(a);
        double sizeB = length(b);
        boolean prefix = points[starts[a]] == points[starts[b]];
        double jaro = prefix ? (similarity - MOST_BOOST) / (1 - MOST_BOOST) : similarity;
        double needed = (3 * jaro - 1) / (1 / sizeA + 1 / sizeB);
        double most = Math.min(
                sizeA - Long.bitCount(letters[a] & ~letters[b]), sizeB - Long.bitCount(letters[b] & ~letters[a]));
        return most >= needed - 1e-9;
    }

    /**
     * {@return false if the letters alone show that two texts are no initial of each other, more than one edit apart, none
     * the beginning of the other, and of a lower Jaro-Winkler similarity}
     */
    boolean mayBeAlike(int a, int b, double similarity) {
        int onlyInA = Long.bitCount(letters[a] & ~letters[b]);
        int onlyInB = Long.bitCount(letters[b] & ~letters[a]);
        return onlyInA == 0
                || onlyInB == 0
                || onlyInA + onlyInB == 2
                || length(a) == 1
                || length(b) == 1
                || mayReach(a, b, similarity);
    }

    /** {@return a number that sorts like the first code points of a text, or of its end read backwards} */
    long prefix(int number, boolean backwards) {
        long key = 0;
        int length = length(number);
        for (int i = 0; i < 9; i++) {
            int point = i >= length ? 0 : point(number, backwards ? length - 1 - i : i);
            key = key << 7 | squeezed(point);
        }
        return key;
    }

    /** Seven bits that keep the order of digits, letters and, roughly, of everything else. */
    private static int squeezed(int point) {
        return point < 128 ? Math.max(0, point - 31) & 0x7F : 96 + ((point ^ point >>> 5) & 31);
    }

    private void store(int number, String text) {
        int length = text.codePointCount(0, text.length());
        int start = starts[number];
        if (number + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            letters = Arrays.copyOf(letters, starts.length);
        }
        if (start + length > points.length) {
            points = Arrays.copyOf(points, Math.max(points.length * 2, start + length));
        }
        int at = start;
        for (int i = 0; i < text.length(); i += Character.charCount(points[at - 1])) {
            points[at] = text.codePointAt(i);
            letters[number] |= 1L << points[at++];
        }
        starts[number + 1] = start + length;
    }
}
