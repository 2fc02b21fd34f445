package dev.cdm.matching.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.text.similarity.LevenshteinDistance;

class EditDistanceProperties {

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }

    @Provide
    Arbitrary<String> shorts() {
        return Texts.shorts();
    }

    @Provide
    Arbitrary<String[]> edited() {
        return Texts.edited();
    }

    @Property
    void levenshteinAgreesWithCommonsText(@ForAll("texts") String a, @ForAll("texts") String b) {
        String[] chars = Texts.renamed(a, b);
        int theirs = LevenshteinDistance.getDefaultInstance().apply(chars[0], chars[1]);
        assertEquals(theirs, EditDistance.LEVENSHTEIN.distance(a, b));
    }

    @Property
    void withALimitLevenshteinAgreesWithCommonsText(
            @ForAll("edited") String[] pair, @ForAll @IntRange(max = 12) int limit) {
        String[] chars = Texts.renamed(pair[0], pair[1]);
        int theirs = new LevenshteinDistance(limit).apply(chars[0], chars[1]);
        int ours = EditDistance.LEVENSHTEIN.distance(pair[0], pair[1], limit);
        assertEquals(theirs < 0 ? limit + 1 : theirs, ours);
    }

    @Property
    void optimalStringAlignmentIsTheTextbooks(
            @ForAll("edited") String[] pair, @ForAll("texts") String other, @ForAll @IntRange(max = 12) int limit) {
        for (String text : new String[] {pair[1], other}) {
            int expected = Textbook.edits(pair[0], text, true);
            assertEquals(expected, EditDistance.OPTIMAL_STRING_ALIGNMENT.distance(pair[0], text));
            int bounded = EditDistance.OPTIMAL_STRING_ALIGNMENT.distance(pair[0], text, limit);
            assertEquals(Math.min(expected, limit + 1), bounded);
        }
    }

    @Property
    void damerauIsTheTextbooks(
            @ForAll("shorts") String a, @ForAll("shorts") String b, @ForAll @IntRange(max = 8) int limit) {
        int expected = Textbook.damerau(a, b);
        assertEquals(expected, EditDistance.DAMERAU_LEVENSHTEIN.distance(a, b));
        assertEquals(Math.min(expected, limit + 1), EditDistance.DAMERAU_LEVENSHTEIN.distance(a, b, limit));
    }

    @Property(tries = 100)
    void damerauOfLongTextsIsTheTextbooks(@ForAll("edited") String[] pair) {
        String one = head(pair[0]);
        String other = head(pair[1]);
        assertEquals(Textbook.damerau(one, other), EditDistance.DAMERAU_LEVENSHTEIN.distance(one, other));
    }

    private static String head(String text) {
        int points = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.min(points, 80)));
    }

    @Property
    void theUnrestrictedDistancesKeepTheTriangle(
            @ForAll("shorts") String a, @ForAll("shorts") String b, @ForAll("shorts") String c) {
        for (EditDistance metric : new EditDistance[] {EditDistance.LEVENSHTEIN, EditDistance.DAMERAU_LEVENSHTEIN}) {
            assertTrue(metric.distance(a, c) <= metric.distance(a, b) + metric.distance(b, c));
        }
    }

    @Property
    void moreKindsOfEditsNeverNeedMoreEdits(@ForAll("texts") String a, @ForAll("texts") String b) {
        int levenshtein = EditDistance.LEVENSHTEIN.distance(a, b);
        int restricted = EditDistance.OPTIMAL_STRING_ALIGNMENT.distance(a, b);
        int unrestricted = EditDistance.DAMERAU_LEVENSHTEIN.distance(a, b);
        assertTrue(unrestricted <= restricted && restricted <= levenshtein);
        assertTrue(levenshtein <= 2 * unrestricted && 2 * restricted <= 3 * unrestricted);
    }

    @Property
    void aPreparedDistanceIsTheSame(
            @ForAll("texts") String a, @ForAll("texts") String b, @ForAll @IntRange(max = 6) int limit) {
        int[] points = ("x" + b).codePoints().toArray();
        for (EditDistance distance : EditDistance.values()) {
            PreparedDistance prepared = distance.oneToMany().against(b).against(a);
            assertEquals(distance.distance(b, a), prepared.distance(b));
            assertEquals(distance.distance(b, a, limit), prepared.distance(b, limit));
            assertEquals(distance.distance(b, a, limit), prepared.distance(points, 1, points.length, limit));
        }
    }
}
