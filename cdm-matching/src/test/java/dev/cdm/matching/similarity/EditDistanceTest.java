package dev.cdm.matching.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EditDistanceTest {

    @TestFactory
    Stream<DynamicTest> distancesAreThePublishedOnes() {
        List<String[]> vectors = Vectors.read("edit-distance.csv");
        assertTrue(vectors.size() >= 20);
        return vectors.stream()
                .map(v -> DynamicTest.dynamicTest(v[0] + " " + v[1], () -> {
                    assertDistance(v[2], EditDistance.LEVENSHTEIN, v);
                    assertDistance(v[3], EditDistance.OPTIMAL_STRING_ALIGNMENT, v);
                    assertDistance(v[4], EditDistance.DAMERAU_LEVENSHTEIN, v);
                }));
    }

    private static void assertDistance(String published, EditDistance distance, String[] texts) {
        int expected = Integer.parseInt(published);
        assertEquals(expected, distance.distance(texts[0], texts[1]));
        assertEquals(Math.min(expected, 3), distance.distance(texts[1], texts[0], 2));
    }

    @Test
    void emptyTexts() {
        for (EditDistance distance : EditDistance.values()) {
            assertEquals(0, distance.distance("", ""));
            assertEquals(2, distance.distance("", "a😀"));
            assertEquals(1, distance.distance("", "abc", 0));
            assertEquals(1.0, distance.similarity("", ""));
            assertEquals(0.0, distance.similarity("ab", ""));
        }
    }

    @Test
    void aNegativeLimitIsNamed() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> EditDistance.LEVENSHTEIN.distance("a", "b", -1));
        assertEquals("`atMost` must be at least 0, was -1", e.getMessage());
    }

    @Test
    void similarityIsTheShareOfTheLongerTextThatStays() {
        assertEquals(1 - 3 / 7.0, StringSimilarity.levenshtein().similarity("kitten", "sitting"), 1e-12);
        assertEquals(0.5, StringSimilarity.optimalStringAlignment().similarity("ab", "ba"), 1e-12);
        assertEquals("optimal-string-alignment", EditDistance.OPTIMAL_STRING_ALIGNMENT.toString());
    }
}
