package dev.cdm.matching.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Pairs of records that must be one, and what follows from them. */
final class MustLinks {

    private final SortedSet<Long> pairs = new TreeSet<>();
    private final Map<Integer, int[]> groups = new HashMap<>();

    void add(int a, int b) {
        pairs.add(ScoredPairs.key(a, b));
    }

    /**
     * Joins groups one pair after the other, in the order of the ids and not of the records, as far as it is permitted.
     *
     * @return how many pairs are not joined
     */
    int join(IntFunction<String> ids, BiPredicate<int[], int[]> permitted) {
        int missed = 0;
        Comparator<String[]> byIds =
                Comparator.comparing((String[] pair) -> pair[0]).thenComparing(pair -> pair[1]);
        Map<String[], int[]> byId = new TreeMap<>(byIds);
        all().forEach(pair ->
                byId.put(Arrays.stream(pair).mapToObj(ids).sorted().toArray(String[]::new), pair));
        for (int[] pair : byId.values()) {
            int[] first = group(pair[0]);
            int[] second = group(pair[1]);
            if (first != second && permitted.test(first, second)) {
                int[] all = GrowingSets.merged(first, second);
                Arrays.stream(all).forEach(row -> groups.put(row, all));
            } else {
                missed += first == second ? 0 : 1;
            }
        }
        return missed;
    }

    /** {@return all pairs, joined or not, the smaller record first, in ascending order} */
    Stream<int[]> all() {
        return pairs.stream().map(pair -> new int[] {(int) (pair >>> Integer.SIZE), pair.intValue()});
    }

    /** {@return the records that are one with a record, itself among them, in ascending order} */
    int[] group(int row) {
        int[] group = groups.get(row);
        return group == null ? new int[] {row} : group;
    }

    /** {@return whether two different records are one} */
    boolean areJoined(int a, int b) {
        int[] group = groups.get(a);
        return group != null && group == groups.get(b);
    }

    /** {@return whether two records are one of the pairs, and joined} */
    boolean hold(int a, int b) {
        return areJoined(a, b) && pairs.contains(ScoredPairs.key(a, b));
    }

    /** {@return all records, those joined that are one} */
    DisjointRows joined(int rows) {
        DisjointRows joined = new DisjointRows(rows);
        groups.forEach((row, group) -> joined.join(row, group[0]));
        return joined;
    }
}
