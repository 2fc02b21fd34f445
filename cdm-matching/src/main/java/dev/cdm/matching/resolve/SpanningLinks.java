package dev.cdm.matching.resolve;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.identity.LinkFinder.Link;
import dev.cdm.core.identity.LinkFinder.Pair;
import dev.cdm.core.model.RecordId;
import dev.cdm.matching.clustering.FieldwiseClusters;
import dev.cdm.matching.clustering.JoinRules;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.roles.LiveRecords;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** The clusters of some records, and the best links that hold each together. */
final class SpanningLinks {

    private static final double BIT = Math.log(2);

    private final LiveRecords records;
    private final double cut;
    private final RecordId[] ids;
    private final int[] slots;
    private final Map<RecordId, Integer> places = new HashMap<>();
    private final JoinRules rules;
    private final ScoredPairs pairs;
    private final int[] parents;

    SpanningLinks(
            IndexedRecords indexed,
            double cut,
            Set<RecordId> wanted,
            Collection<Pair> certain,
            BiPredicate<RecordId, RecordId> mayMeet) {
        records = indexed.records();
        this.cut = cut;
        ids = wanted.stream()
                .filter(id -> indexed.slot(id.text()) >= 0)
                .sorted((one, other) -> records.compare(indexed.slot(one.text()), indexed.slot(other.text())))
                .toArray(RecordId[]::new);
        slots = new int[ids.length];
        for (int place = 0; place < ids.length; place++) {
            places.put(ids[place], place);
            slots[place] = indexed.slot(ids[place].text());
        }
        parents = RowOrder.identity(ids.length);
        rules = rules(certain, mayMeet);
        pairs = pairs(indexed.index().pairs());
    }

    private JoinRules rules(Collection<Pair> certain, BiPredicate<RecordId, RecordId> mayMeet) {
        Constraints.Builder constraints =
                Constraints.builder().gate((one, other) -> mayMeet.test(RecordId.parse(one), RecordId.parse(other)));
        certain.forEach(
                pair -> constraints.mustLink(pair.first().text(), pair.second().text()));
        return new JoinRules(
                constraints.build(),
                ids.length,
                place -> ids[place].text(),
                id -> places.getOrDefault(RecordId.parse(id), JoinRules.UNKNOWN),
                name -> row -> 0,
                name -> code -> "");
    }

    private ScoredPairs pairs(ScoredNeighbours scored) {
        Map<Integer, Integer> bySlot = new HashMap<>();
        for (int place = 0; place < slots.length; place++) {
            bySlot.put(slots[place], place);
        }
        List<double[]> found = new ArrayList<>();
        for (int place = 0; place < slots.length; place++) {
            int[] others = scored.others(slots[place]);
            for (int i = 0; i < others.length; i++) {
                int other = bySlot.getOrDefault(others[i], JoinRules.UNKNOWN);
                if (other > place && rules.mayMeet(place, other)) {
                    found.add(new double[] {place, other, scored.logits(slots[place])[i]});
                }
            }
        }
        found.sort(Comparator.<double[]>comparingDouble(pair -> pair[0]).thenComparingDouble(pair -> pair[1]));
        int[][] must = rules.mustLinks();
        return new ScoredPairs(
                        found.stream().mapToInt(pair -> (int) pair[0]).toArray(),
                        found.stream().mapToInt(pair -> (int) pair[1]).toArray(),
                        found.stream().mapToDouble(pair -> pair[2]).toArray())
                .with(must, new double[must.length]);
    }

    List<Link> found() {
        int[] labels =
                new FieldwiseClusters(pairs, cut, () -> records.evidence(slots), rules, Workers.caller()).labels();
        for (int[] pair : rules.mustLinks()) {
            join(pair[0], pair[1]);
        }
        List<Link> best = new ArrayList<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int left = pairs.left()[pair];
            int right = pairs.right()[pair];
            if (labels[left] == labels[right]) {
                best.add(new Link(Pair.of(ids[left], ids[right]), pairs.logits()[pair] / BIT));
            }
        }
        best.sort(Comparator.comparingDouble(Link::weight)
                .reversed()
                .thenComparing(link -> link.pair().first())
                .thenComparing(link -> link.pair().second()));
        return best.stream().filter(this::holds).collect(ImmutableList.toImmutableList());
    }

    private boolean holds(Link link) {
        return join(
                places.getOrDefault(link.pair().first(), 0),
                places.getOrDefault(link.pair().second(), 0));
    }

    /** {@return whether two records were not together before} */
    private boolean join(int one, int other) {
        int first = root(one);
        int second = root(other);
        parents[Math.max(first, second)] = Math.min(first, second);
        return first != second;
    }

    private int root(int place) {
        int root = place;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
