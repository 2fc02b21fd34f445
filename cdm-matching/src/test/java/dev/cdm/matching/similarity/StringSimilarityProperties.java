package dev.cdm.matching.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.text.similarity.CosineSimilarity;
import org.apache.commons.text.similarity.JaccardSimilarity;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

class StringSimilarityProperties {

    private static final double EXACT = 1e-12;

    private static final List<StringSimilarity> MEASURES = List.of(
            StringSimilarity.jaro(),
            StringSimilarity.jaroWinkler(),
            StringSimilarity.jaroWinkler(0.7),
            StringSimilarity.jaroWinkler(0.25, 4, 0),
            StringSimilarity.levenshtein(),
            StringSimilarity.optimalStringAlignment(),
            StringSimilarity.damerauLevenshtein(),
            StringSimilarity.qGramJaccard(1),
            StringSimilarity.qGramJaccard(2),
            StringSimilarity.qGramDice(3),
            StringSimilarity.longestCommonSubstring(),
            StringSimilarity.tokenCosine(),
            StringSimilarity.mongeElkan(StringSimilarity.jaroWinkler()),
            StringSimilarity.mongeElkan((a, b) -> a.equals(b) ? 1 : 0));

    @Provide
    Arbitrary<StringSimilarity> measures() {
        return Arbitraries.of(MEASURES);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Texts.any(), Texts.withTokens());
    }

    @Provide
    Arbitrary<String> tokens() {
        return Texts.withTokens();
    }

    @Property
    void aSimilarityIsSymmetricAndBetweenZeroAndOne(
            @ForAll("measures") StringSimilarity measure, @ForAll("texts") String a, @ForAll("texts") String b) {
        double similarity = measure.similarity(a, b);
        assertTrue(similarity >= 0 && similarity <= 1);
        assertEquals(similarity, measure.similarity(b, a));
    }

    @Property
    void equalTextsHaveSimilarityOne(@ForAll("measures") StringSimilarity measure, @ForAll("texts") String a) {
        assertEquals(1.0, measure.similarity(a, new String(a.toCharArray())));
    }

    @Property
    void anEmptyTextIsLikeNoOther(@ForAll("measures") StringSimilarity measure, @ForAll("texts") String a) {
        assertEquals(1.0, measure.similarity("", ""));
        if (!a.isBlank()) {
            assertEquals(0.0, measure.similarity("", a));
        }
    }

    @Property
    void theNameOfACodePointDoesNotMatter(
            @ForAll("measures") StringSimilarity measure, @ForAll("texts") String a, @ForAll("texts") String b) {
        String shiftedA = shifted(a);
        String shiftedB = shifted(b);
        assertEquals(measure.similarity(a, b), measure.similarity(shiftedA, shiftedB), EXACT);
    }

    /** Every code point but the blank moved to the supplementary planes, one to one. */
    private static String shifted(String text) {
        int[] moved = text.codePoints().map(c -> c == ' ' ? c : 0x10FFFF - c).toArray();
        return new String(moved, 0, moved.length);
    }

    @Property
    void onePreparedInstanceGivesTheSameForManyTexts(
            @ForAll("measures") StringSimilarity measure,
            @ForAll("texts") String one,
            @ForAll("texts") String a,
            @ForAll("texts") String b) {
        PreparedSimilarity prepared = measure.oneToMany();
        for (String text : List.of(a, one, b)) {
            int[] padded = ("x" + text + "y").codePoints().toArray();
            prepared.against(padded, 1, padded.length - 1);
            for (String other : List.of(one, a, b, "")) {
                double expected = measure.similarity(text, other);
                int[] points = ("x" + other).codePoints().toArray();
                assertEquals(expected, prepared.similarity(other));
                assertEquals(expected, prepared.similarity(points, 1, points.length));
            }
        }
    }

    @Property
    void jaroIsTheTextbooks(@ForAll("texts") String a, @ForAll("texts") String b) {
        assertEquals(Textbook.jaro(a, b), StringSimilarity.jaro().similarity(a, b), EXACT);
    }

    /** The oracle does not round half transpositions down, so an odd one costs half a match more there. */
    @Property
    void jaroWinklerAgreesWithCommonsText(@ForAll("texts") String a, @ForAll("texts") String b) {
        String[] chars = Texts.renamed(a, b);
        int[] matches = Textbook.jaroMatches(a, b);
        double ours = StringSimilarity.jaroWinkler(0.7).similarity(a, b);
        double theirs = new JaroWinklerSimilarity().apply(chars[0], chars[1]);
        if (matches[1] % 2 == 0) {
            assertEquals(theirs, ours, EXACT);
        } else {
            assertTrue(ours > theirs && ours - theirs <= 0.5 / matches[0] / 3 + 0.4 * 0.3 + EXACT);
        }
    }

    @Property
    void characterJaccardAgreesWithCommonsText(@ForAll("texts") String a, @ForAll("texts") String b) {
        String[] chars = Texts.renamed(a, b);
        double theirs = new JaccardSimilarity().apply(chars[0], chars[1]);
        assertEquals(theirs, StringSimilarity.qGramJaccard(1).similarity(a, b), EXACT);
    }

    @Property
    void qGramsAreSetsOfSubstrings(@ForAll("texts") String a, @ForAll("texts") String b) {
        String[] chars = Texts.renamed(a, b);
        for (int q = 1; q <= 3; q++) {
            Set<String> left = grams(chars[0], q);
            Set<String> right = grams(chars[1], q);
            assertEquals(
                    SetSimilarity.dice(left, right),
                    StringSimilarity.qGramDice(q).similarity(a, b),
                    EXACT);
            assertEquals(
                    SetSimilarity.jaccard(left, right),
                    StringSimilarity.qGramJaccard(q).similarity(a, b),
                    EXACT);
        }
    }

    private static Set<String> grams(String text, int q) {
        if (text.isEmpty()) {
            return Set.of();
        }
        return IntStream.rangeClosed(0, Math.max(0, text.length() - q))
                .mapToObj(i -> text.substring(i, Math.min(text.length(), i + q)))
                .collect(Collectors.toSet());
    }

    @Property
    void tokenCosineAgreesWithCommonsText(@ForAll("tokens") String a, @ForAll("tokens") String b) {
        Map<CharSequence, Integer> left = Textbook.tokenCounts(a);
        Map<CharSequence, Integer> right = Textbook.tokenCounts(b);
        double theirs = left.isEmpty() && right.isEmpty() ? 1 : new CosineSimilarity().cosineSimilarity(left, right);
        assertEquals(theirs, StringSimilarity.tokenCosine().similarity(a, b), EXACT);
    }

    @Property
    void longestCommonSubstringIsTheTextbooks(@ForAll("tokens") String a, @ForAll("tokens") String b) {
        int lengths = a.codePointCount(0, a.length()) + b.codePointCount(0, b.length());
        double expected = lengths == 0 ? 1 : 2.0 * Textbook.longestCommonSubstring(a, b) / lengths;
        assertEquals(expected, StringSimilarity.longestCommonSubstring().similarity(a, b), EXACT);
    }

    @Property
    void mongeElkanIsTheMeanOfTheBestTokens(@ForAll("tokens") String a, @ForAll("tokens") String b) {
        String[] left = Textbook.tokens(a);
        String[] right = Textbook.tokens(b);
        double expected = left.length == 0 || right.length == 0
                ? (left.length == right.length ? 1 : 0)
                : (Textbook.meanOfBest(left, right) + Textbook.meanOfBest(right, left)) / 2;
        double ours = StringSimilarity.mongeElkan(StringSimilarity.jaro()).similarity(a, b);
        assertEquals(expected, ours, EXACT);
    }
}
