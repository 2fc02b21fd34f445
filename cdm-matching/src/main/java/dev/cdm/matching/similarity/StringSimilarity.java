package dev.cdm.matching.similarity;

/**
 * How alike two texts are, from 0 (nothing in common) to 1 (equal in the eyes of the measure).
 *
 * <p>Every measure made here is symmetric, stays in [0, 1], gives 1 on equal texts, and counts Unicode code points.
 * Two empty texts give 1; an empty and a non-empty text give 0, except that a text of blanks counts as empty for the
 * measures over tokens. Measures are immutable and may be shared between threads.
 *
 * <p>An own measure is one lambda; it must keep the same three laws, which nothing checks.
 */
@FunctionalInterface
public interface StringSimilarity {

    /**
     * Compares two texts.
     *
     * @param a one text
     * @param b the other text
     * @return the similarity in [0, 1]
     */
    double similarity(String a, String b);

    /**
     * {@return a new comparer of one text with many, for one thread and without allocation; a measure that is a lambda
     * gets one that builds strings}
     */
    default PreparedSimilarity oneToMany() {
        return PreparedSimilarity.ofPairs(this);
    }

    /**
     * {@return the Jaro similarity: the mean of the shares of matching code points in both texts and of those in the
     * same order}
     *
     * <p>Code points match when they are equal and at most {@code max(length) / 2 - 1} positions apart; half of the
     * matching code points that are out of order, rounded down, are the transpositions. Linear in the texts' length.
     *
     * <p>Source: M. A. Jaro, Advances in record-linkage methodology as applied to matching the 1985 census of Tampa,
     * Florida, JASA 84 (1989); transpositions rounded as in the census bureau's strcmp95.
     */
    static StringSimilarity jaro() {
        return PooledSimilarity.JARO;
    }

    /**
     * {@return the Jaro-Winkler similarity with scaling 0.1, a prefix of at most 4 code points, and no boost threshold}
     *
     * <p>Source: W. E. Winkler, String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of
     * record linkage (1990).
     */
    static StringSimilarity jaroWinkler() {
        return PooledSimilarity.JARO_WINKLER;
    }

    /**
     * {@return the Jaro-Winkler similarity with scaling 0.1 and prefix 4 that rewards a common prefix only from a Jaro
     * similarity on}
     *
     * <p>Winkler's own program, Splink on DuckDB and commons-text boost from 0.7. Without the threshold, short texts
     * that share little but their first letters score up to 0.4 higher.
     *
     * @param boostFrom the least Jaro similarity that is boosted, in [0, 1]; 0 boosts always
     */
    static StringSimilarity jaroWinkler(double boostFrom) {
        return jaroWinkler(JaroWinkler.SCALING, JaroWinkler.PREFIX, boostFrom);
    }

    /**
     * {@return the Jaro-Winkler similarity with the given parameters}
     *
     * @param scaling what each code point of the common prefix adds, as a share of what is missing to 1; at least 0, and
     *     {@code scaling * prefix} at most 1
     * @param prefix how many leading code points count, at least 0
     * @param boostFrom the least Jaro similarity that is boosted, in [0, 1]
     */
    static StringSimilarity jaroWinkler(double scaling, int prefix, double boostFrom) {
        JaroWinkler.check(scaling, prefix, boostFrom);
        return new PooledSimilarity<>(
                () -> new JaroWinkler(scaling, prefix, boostFrom),
                "jaro-winkler(" + scaling + ", " + prefix + ", " + boostFrom + ")");
    }

    /** {@return {@code 1 - distance / max(length)} over {@link EditDistance#LEVENSHTEIN}} */
    static StringSimilarity levenshtein() {
        return EditDistance.LEVENSHTEIN;
    }

    /** {@return {@code 1 - distance / max(length)} over {@link EditDistance#OPTIMAL_STRING_ALIGNMENT}} */
    static StringSimilarity optimalStringAlignment() {
        return EditDistance.OPTIMAL_STRING_ALIGNMENT;
    }

    /** {@return {@code 1 - distance / max(length)} over {@link EditDistance#DAMERAU_LEVENSHTEIN}} */
    static StringSimilarity damerauLevenshtein() {
        return EditDistance.DAMERAU_LEVENSHTEIN;
    }

    /**
     * {@return the Jaccard index of the sets of q-grams: shared over all}
     *
     * <p>Q-grams are runs of q code points, without padding; a text shorter than q is one gram of its own. With q = 1
     * it compares the sets of characters.
     *
     * @param q the length of a gram, 1 to 3
     */
    static StringSimilarity qGramJaccard(int q) {
        QGrams.check(q);
        return new PooledSimilarity<>(() -> new QGrams(q, false), "q-gram jaccard(" + q + ")");
    }

    /**
     * {@return the Dice coefficient of the sets of q-grams: twice the shared over the sum of both sizes}
     *
     * <p>Q-grams as in {@link #qGramJaccard(int)}. With q = 2 it is the usual bigram coefficient.
     *
     * @param q the length of a gram, 1 to 3
     */
    static StringSimilarity qGramDice(int q) {
        QGrams.check(q);
        return new PooledSimilarity<>(() -> new QGrams(q, true), "q-gram dice(" + q + ")");
    }

    /**
     * {@return the length of the longest run of code points that both texts contain, twice, over the sum of both
     * lengths}
     *
     * <p>Costs the product of the lengths.
     */
    static StringSimilarity longestCommonSubstring() {
        return PooledSimilarity.LONGEST_COMMON_SUBSTRING;
    }

    /**
     * {@return the cosine between the texts as vectors of token counts}
     *
     * <p>Tokens are separated by white space of any kind, the ideographic and the non-breaking space included. Their
     * order does not matter.
     */
    static StringSimilarity tokenCosine() {
        return PooledSimilarity.TOKEN_COSINE;
    }

    /**
     * {@return the Monge-Elkan similarity: the mean, over all tokens, of the best similarity to a token of the other
     * text; symmetrised as the mean of both directions}
     *
     * <p>Tokens as in {@link #tokenCosine()}. Costs the product of the numbers of tokens.
     *
     * <p>Source: A. E. Monge and C. P. Elkan, The field matching problem (KDD 1996), which is the one-sided measure.
     *
     * @param tokens the measure between two tokens; symmetric, as the laws ask
     */
    static StringSimilarity mongeElkan(StringSimilarity tokens) {
        return new PooledSimilarity<>(
                () -> TokenSimilarity.mongeElkan(tokens.oneToMany()), "monge-elkan(" + tokens + ")");
    }
}
