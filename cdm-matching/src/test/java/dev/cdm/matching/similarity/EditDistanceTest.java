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
        return vectors.stream().map(v -> DynamicTest.dynamicTest(v[0] + " " + v[1], () -> {
            for (EditDistance distance : EditDistance.values()) {
                int expected = Integer.parseInt(v[2 + distance.ordinal()]);
                assertEquals(expected, distance.distance(v[0], v[1]));
                assertEquals(Math.min(expected, 3), distance.distance(v[1], v[0], 2));
            }
        }));
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
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> EditDistance.LEVENSHTEIN.distance("a", "b", -1));
        assertEquals("`atMost` must be at least 0, was -1", e.getMessage());
    }

    @Test
    void similarityIsTheShareOfTheLongerTextThatStays() {
        assertEquals(1 - 3 / 7.0, StringSimilarity.levenshtein().similarity("kitten", "sitting"), 1e-12);
        assertEquals(0.5, StringSimilarity.optimalStringAlignment().similarity("ab", "ba"), 1e-12);
        assertEquals("optimal-string-alignment", EditDistance.OPTIMAL_STRING_ALIGNMENT.toString());
    }
}
