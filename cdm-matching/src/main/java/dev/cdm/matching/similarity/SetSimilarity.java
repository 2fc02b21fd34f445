package dev.cdm.matching.similarity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * How much two collections share, such as the phone numbers of two records, taken as sets: order and repeats do not
 * count, elements are compared by {@code equals}.
 *
 * <p>The coefficients are symmetric and in [0, 1]: 1 for equal sets, two empty ones included, and 0 for an empty one
 * against any other. Thread-safe.
 */
public final class SetSimilarity {

    private SetSimilarity() {}

    /**
     * {@return the number of different elements that are in both}
     *
     * @param a one collection
     * @param b the other collection
     */
    public static int intersection(Collection<?> a, Collection<?> b) {
        return shared(asSet(a), asSet(b));
    }

    /**
     * {@return the Jaccard index: shared elements over all}
     *
     * @param a one collection
     * @param b the other collection
     */
    public static double jaccard(Collection<?> a, Collection<?> b) {
        Set<?> left = asSet(a);
        Set<?> right = asSet(b);
        int shared = shared(left, right);
        return share(shared, left.size() + right.size() - shared);
    }

    /**
     * {@return the Dice coefficient: twice the shared elements over the sum of both sizes}
     *
     * @param a one collection
     * @param b the other collection
     */
    public static double dice(Collection<?> a, Collection<?> b) {
        Set<?> left = asSet(a);
        Set<?> right = asSet(b);
        return share(2 * shared(left, right), left.size() + right.size());
    }

    /**
     * {@return the overlap coefficient: shared elements over the smaller set; 1 if one non-empty set contains the other}
     *
     * @param a one collection
     * @param b the other collection
     */
    public static double overlap(Collection<?> a, Collection<?> b) {
        Set<?> left = asSet(a);
        Set<?> right = asSet(b);
        if (left.isEmpty() != right.isEmpty()) {
            return 0.0;
        }
        return share(shared(left, right), Math.min(left.size(), right.size()));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1.0 : (double) part / whole;
    }

    private static int shared(Set<?> a, Set<?> b) {
        Set<?> small = a.size() <= b.size() ? a : b;
        return (int) small.stream().filter((small == a ? b : a)::contains).count();
    }

    private static Set<?> asSet(Collection<?> elements) {
        return new HashSet<>(elements);
    }
}
