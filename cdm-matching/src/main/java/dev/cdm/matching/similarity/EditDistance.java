package dev.cdm.matching.similarity;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * The least number of edits of single code points that turn one text into the other; also a {@link StringSimilarity},
 * {@code 1 - distance / max(length)}. Distances are symmetric and 0 only on equal texts. A limit stops the counting early. Constants may be shared
 * between threads; inner loops take {@link #oneToMany()}.
 */
public enum EditDistance implements StringSimilarity {

    /**
     * Insertions, deletions and substitutions. Source: V. I. Levenshtein (1966); 64 positions at a time after G. Myers,
     * JACM 46 (1999), in the form of H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit
     * distances, Nordic Journal of Computing 10 (2003).
     */
    LEVENSHTEIN(() -> new BitParallelDistance(false)),

    /**
     * Also swaps of two neighbours, as long as nothing between or beside the swapped code points is edited again: the
     * restricted Damerau distance. It breaks the triangle inequality: CA to ABC takes 3, by way of AC 2. Source: Hyyrö.
     */
    OPTIMAL_STRING_ALIGNMENT(() -> new BitParallelDistance(true)),

    /**
     * Also swaps of two neighbours, between which more may be inserted or deleted: the unrestricted Damerau distance, a
     * metric. CA to ABC takes 2. Source: R. Lowrance and R. A. Wagner, JACM 22 (1975); in linear space after C. Zhao and
     * S. Sahni, BMC Bioinformatics 20 (2019).
     */
    DAMERAU_LEVENSHTEIN(DamerauDistance::new);

    @SuppressWarnings("ImmutableEnumChecker") // working memory only
    private final PooledSimilarity<PreparedDistance> pool;

    EditDistance(Supplier<PreparedDistance> factory) {
        pool = new PooledSimilarity<>(factory, name());
    }

    /**
     * {@return the number of edits between two texts}
     *
     * @param a one text
     * @param b the other text
     */
    public int distance(String a, String b) {
        return distance(a, b, Integer.MAX_VALUE);
    }

    /**
     * {@return the number of edits between two texts, or {@code atMost + 1} if there are more}
     *
     * @param a one text
     * @param b the other text
     * @param atMost where counting stops, at least 0
     */
    public int distance(String a, String b, int atMost) {
        PreparedDistance prepared = pool.take();
        int distance = prepared.against(a).distance(b, atMost);
        pool.give(prepared);
        return distance;
    }

    @Override
    public double similarity(String a, String b) {
        return pool.similarity(a, b);
    }

    @Override
    public PreparedDistance oneToMany() {
        return pool.oneToMany();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
