package dev.cdm.matching.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds where a cluster hangs together by one pair alone. */
final class WeakBridges {

    private WeakBridges() {}

    /**
     * {@return both parts of a cluster for every pair without which it falls into two, the first pair first}
     *
     * <p>Two forests of pairs, the second of those that the first leaves, keep every pair on a circle that was on one
     * (Nagamochi and Ibaraki, A Linear-Time Algorithm for Finding a Sparse k-Connected Spanning Subgraph, 1992). So only
     * few pairs are looked at, however many hold a cluster together.
     *
     * @param members its records, in ascending order
     * @param pairs pairs of records
     * @param links the numbers of those that hold it together
     */
    static Stream<int[][]> parts(int[] members, ScoredPairs pairs, List<Integer> links) {
        DisjointRows first = new DisjointRows(members.length);
        DisjointRows second = new DisjointRows(members.length);
        List<int[]> tree = new ArrayList<>();
        List<int[]> few = new ArrayList<>();
        for (int pair : links) {
            int[] places = {
                Arrays.binarySearch(members, pairs.left()[pair]), Arrays.binarySearch(members, pairs.right()[pair])
            };
            if (first.joins(places[0], places[1])) {
                tree.add(places);
                few.add(places);
            } else if (second.joins(places[0], places[1])) {
                few.add(places);
            }
        }
        return tree.stream().flatMap(link -> parts(members, few, link));
    }

    private static Stream<int[][]> parts(int[] members, List<int[]> few, int[] link) {
        DisjointRows without = new DisjointRows(members.length);
        few.stream().filter(other -> other != link).forEach(other -> without.join(other[0], other[1]));
        int left = without.find(link[0]);
        int right = without.find(link[1]);
        int[][] parts = {side(members, without, Math.min(left, right)), side(members, without, Math.max(left, right))};
        return left == right ? Stream.empty() : Stream.of(new int[][][] {parts});
    }

    private static int[] side(int[] members, DisjointRows sides, int side) {
        return IntStream.range(0, members.length)
                .filter(place -> sides.find(place) == side)
                .map(place -> members[place])
                .toArray();
    }
}
