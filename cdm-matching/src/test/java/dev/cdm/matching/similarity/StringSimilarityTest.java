package dev.cdm.matching.similarity;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StringSimilarityTest {

    private static final double EXACT = 1e-12;

    @TestFactory
    Stream<DynamicTest> jaroAndJaroWinklerGiveThePublishedValues() {
        List<String[]> vectors = Vectors.read("jaro-winkler.csv");
        assertTrue(vectors.size() >= 20);
        return vectors.stream()
                .map(v -> DynamicTest.dynamicTest(v[0] + " " + v[1], () -> {
                    assertEquals(
                            Double.parseDouble(v[2]), StringSimilarity.jaro().similarity(v[0], v[1]), 5.001e-4);
                    assertEquals(
                            Double.parseDouble(v[3]),
                            StringSimilarity.jaroWinkler().similarity(v[0], v[1]),
                            5.001e-4);
                }));
    }

    @Test
    void jaroWinklerBoostsOnlyFromItsThreshold() {
        String a = "abcxyz";
        String b = "abdefgh";
        double jaro = StringSimilarity.jaro().similarity(a, b);
        assertTrue(jaro < 0.7);
        assertEquals(jaro, StringSimilarity.jaroWinkler(0.7).similarity(a, b));
        assertEquals(jaro + 0.2 * (1 - jaro), StringSimilarity.jaroWinkler().similarity(a, b), EXACT);
        assertEquals(
                jaro + 0.15 * (1 - jaro),
                StringSimilarity.jaroWinkler(0.15, 1, jaro).similarity(a, b),
                EXACT);
    }

    @Test
    void wrongParametersAreNamed() {
        assertAll(
                () -> assertMessage(
                        "`scaling` must be at least 0, and times `prefix` at most 1, was 0.3 times 4", 0.3, 4, 0),
                () -> assertMessage(
                        "`scaling` must be at least 0, and times `prefix` at most 1, was -0.1 times 4", -0.1, 4, 0),
                () -> assertMessage("`prefix` must be at least 0, was -1", 0.1, -1, 0),
                () -> assertMessage("`boostFrom` must be between 0 and 1, was 1.4", 0.1, 4, 1.4),
                () -> assertMessage("`boostFrom` must be between 0 and 1, was NaN", 0.1, 4, Double.NaN),
                () -> assertThrows(IllegalArgumentException.class, () -> StringSimilarity.qGramDice(0)),
                () -> assertThrows(IllegalArgumentException.class, () -> StringSimilarity.qGramJaccard(4)));
    }

    private static void assertMessage(String message, double scaling, int prefix, double boostFrom) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> StringSimilarity.jaroWinkler(scaling, prefix, boostFrom))
                        .getMessage());
    }

    @Test
    void qGramsWithoutPadding() {
        assertEquals(0.25, StringSimilarity.qGramDice(2).similarity("night", "nacht"), EXACT);
        assertEquals(1 / 7.0, StringSimilarity.qGramJaccard(2).similarity("night", "nacht"), EXACT);
        assertEquals(3 / 7.0, StringSimilarity.qGramJaccard(1).similarity("night", "nacht"), EXACT);
        assertEquals(0.0, StringSimilarity.qGramJaccard(2).similarity("a", "ab"));
        assertEquals(1.0, StringSimilarity.qGramJaccard(3).similarity("ab", "ab"));
        assertEquals(1 / 3.0, StringSimilarity.qGramJaccard(2).similarity("𠮷野家", "𠮷野屋"), EXACT);
    }

    @Test
    void tokensMayBeSeparatedByAnyWhiteSpace() {
        assertEquals(1.0, StringSimilarity.tokenCosine().similarity("東京都　千代田区", "千代田区\u00A0東京都"));
        assertEquals(0.5, StringSimilarity.tokenCosine().similarity("new york", " york\thill "), EXACT);
        assertEquals(0.8, StringSimilarity.tokenCosine().similarity("a a b", "a b b"), EXACT);
        assertEquals(1.0, StringSimilarity.tokenCosine().similarity(" ", ""));
        assertEquals(0.0, StringSimilarity.tokenCosine().similarity(" ", "a"));
    }

    @Test
    void mongeElkanTakesTheMeanOfBothDirections() {
        StringSimilarity equal = (a, b) -> a.equals(b) ? 1 : 0;
        StringSimilarity measure = StringSimilarity.mongeElkan(equal);
        assertEquals((1.0 + 0.5) / 2, measure.similarity("paul", "paul johnson"), EXACT);
        assertEquals(1.0, measure.similarity("johnson paul", "paul johnson"));
        assertEquals(0.0, measure.similarity("", "paul"));
        double best = StringSimilarity.jaroWinkler().similarity("jon", "john");
        double other = StringSimilarity.jaroWinkler().similarity("jon", "smith");
        double expected = (best + (best + other) / 2) / 2;
        StringSimilarity names = StringSimilarity.mongeElkan(StringSimilarity.jaroWinkler());
        assertEquals(expected, names.similarity("jon", "john smith"), EXACT);
    }

    @Test
    void longestCommonSubstringCountsCodePoints() {
        StringSimilarity measure = StringSimilarity.longestCommonSubstring();
        assertEquals(2.0 * 4 / 11, measure.similarity("abcdx", "yabcdz"), EXACT);
        assertEquals(2.0 * 2 / 5, measure.similarity("😀𠮷a", "𠮷a"), EXACT);
    }

    @Test
    void manyThreadsShareOneMeasure() {
        StringSimilarity measure = StringSimilarity.jaroWinkler();
        List<String> names = List.of("martha", "marhta", "dixon", "dicksonx", "", "a", "jon", "john");
        long differences = IntStream.range(0, 200_000)
                .parallel()
                .filter(i -> {
                    String a = names.get(i % names.size());
                    String b = names.get(i / names.size() % names.size());
                    double jaro = Textbook.jaro(a, b);
                    int prefix = 0;
                    while (prefix < Math.min(4, Math.min(a.length(), b.length()))
                            && a.charAt(prefix) == b.charAt(prefix)) {
                        prefix++;
                    }
                    return Math.abs(jaro + 0.1 * prefix * (1 - jaro) - measure.similarity(a, b)) > EXACT;
                })
                .count();
        assertEquals(0, differences);
    }

    @Test
    void aVeryLongTextDoesNotTakeForEver() {
        String text = "abcdefghij".repeat(100_000);
        String other = text.substring(0, 500_000) + "X" + text.substring(500_001);
        assertTrue(StringSimilarity.jaroWinkler().similarity(text, other) > 0.9);
        assertTrue(StringSimilarity.qGramDice(3).similarity(text, other) > 0.5);
        assertEquals(1, EditDistance.LEVENSHTEIN.distance(text, other, 2));
        assertEquals(3, EditDistance.DAMERAU_LEVENSHTEIN.distance(text, "z".repeat(1_000_000), 2));
    }
}
