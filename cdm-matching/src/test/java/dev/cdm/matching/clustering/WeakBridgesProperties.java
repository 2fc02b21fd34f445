package dev.cdm.matching.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WeakBridgesProperties {

    private static final int RECORDS = 9;

    @Property(tries = 300)
    @Label("the parts are those that leaving out one link after the other shows")
    void thePartsAreThoseOfEveryBridge(@ForAll int seed, @ForAll @IntRange(max = 14) int count) {
        Random random = new Random(seed);
        int[] members = IntStream.range(0, RECORDS).map(i -> 3 * i + 2).toArray();
        List<int[]> edges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int a = random.nextInt(RECORDS);
            int b = (a + 1 + random.nextInt(RECORDS - 1)) % RECORDS;
            if (edges.stream().noneMatch(edge -> edge[0] == Math.min(a, b) && edge[1] == Math.max(a, b))) {
                edges.add(new int[] {Math.min(a, b), Math.max(a, b)});
            }
        }
        ScoredPairs pairs = new ScoredPairs(
                edges.stream().mapToInt(edge -> members[edge[0]]).toArray(),
                edges.stream().mapToInt(edge -> members[edge[1]]).toArray(),
                new double[edges.size()]);
        List<Integer> links = IntStream.range(0, edges.size()).boxed().toList();
        List<String> expected = new ArrayList<>();
        for (int[] bridge : edges) {
            int[] sides = sides(edges, bridge);
            if (sides[bridge[0]] != sides[bridge[1]]) {
                expected.add(Arrays.deepToString(new int[][] {
                    on(members, sides, Math.min(sides[bridge[0]], sides[bridge[1]])),
                    on(members, sides, Math.max(sides[bridge[0]], sides[bridge[1]]))
                }));
            }
        }

        assertThat(WeakBridges.parts(members, pairs, links).map(Arrays::deepToString))
                .containsExactlyElementsOf(expected);
    }

    /** {@return the smallest place that every place is joined with when an edge is left out} */
    private static int[] sides(List<int[]> edges, int[] bridge) {
        int[] sides = IntStream.range(0, RECORDS).toArray();
        for (int round = 0; round < RECORDS; round++) {
            for (int[] edge : edges) {
                if (edge != bridge) {
                    int least = Math.min(sides[edge[0]], sides[edge[1]]);
                    sides[edge[0]] = least;
                    sides[edge[1]] = least;
                }
            }
        }
        return sides;
    }

    private static int[] on(int[] members, int[] sides, int side) {
        return IntStream.range(0, RECORDS)
                .filter(place -> sides[place] == side)
                .map(place -> members[place])
                .toArray();
    }
}
