package dev.cdm.matching.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SetSimilarityProperties {

    private static final List<ToDoubleBiFunction<Collection<?>, Collection<?>>> MEASURES =
            List.of(SetSimilarity::jaccard, SetSimilarity::dice, SetSimilarity::overlap);

    @Property
    void coefficientsAreSymmetricBetweenZeroAndOneAndOneOnEqualSets(
            @ForAll @Size(max = 8) List<@IntRange(max = 9) Integer> a,
            @ForAll @Size(max = 8) List<@IntRange(max = 9) Integer> b) {
        for (ToDoubleBiFunction<Collection<?>, Collection<?>> measure : MEASURES) {
            double similarity = measure.applyAsDouble(a, b);
            assertTrue(similarity >= 0 && similarity <= 1);
            assertEquals(similarity, measure.applyAsDouble(b, a));
            assertEquals(1.0, measure.applyAsDouble(a, Set.copyOf(a)));
            assertEquals(a.isEmpty() ? 1.0 : 0.0, measure.applyAsDouble(a, List.of()));
            assertEquals(SetSimilarity.intersection(a, b) == 0 && !(a.isEmpty() && b.isEmpty()), similarity == 0);
        }
    }

    @Example
    void repeatsAndOrderDoNotCount() {
        List<String> a = List.of("1", "2", "2", "3");
        List<String> b = List.of("3", "2", "4");
        assertEquals(2, SetSimilarity.intersection(a, b));
        assertEquals(0.5, SetSimilarity.jaccard(a, b));
        assertEquals(2 / 3.0, SetSimilarity.dice(a, b), 1e-12);
        assertEquals(2 / 3.0, SetSimilarity.overlap(a, b), 1e-12);
        assertEquals(1.0, SetSimilarity.overlap(a, List.of("1")));
    }
}
