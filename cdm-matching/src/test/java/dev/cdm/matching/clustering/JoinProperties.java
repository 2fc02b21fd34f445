package dev.cdm.matching.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.joining.ClusteringMethod;
import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** The precedence: gate, cannot-link, must-link, limits, score. */
class JoinProperties {

    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

    @AfterContainer
    static void close() {
        POOL.shutdown();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("clusters violate no constraint, in whatever order the records come")
    void clustersKeepToConstraints(@ForAll long seed, @ForAll ClusteringMethod method) {
        JoinCase some = new JoinCase(seed);
        int[] clusters = some.new Shuffled(0).clusters(method, Workers.caller());

        check(some, clusters);
        assertThat(some.new Shuffled(seed | 1).clusters(method, Workers.of(POOL, 2))).isEqualTo(clusters);
        if (method == ClusteringMethod.MUTUAL_BEST) {
            List<int[]> must = groups(some);
            assertThat(members(clusters).stream().filter(all -> all.size() > 2))
                    .allMatch(all -> must.stream().anyMatch(group -> group.length == all.size()));
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("links violate no constraint among all that they join, in whatever order the records come")
    void linksKeepToConstraints(@ForAll long seed, @ForAll LinkAssignment assignment) {
        JoinCase some = new JoinCase(seed);
        JoinCase.Shuffled once = some.new Shuffled(0);
        Set<List<Integer>> links = once.links(assignment);

        check(some, once.entities(assignment));
        assertThat(some.new Shuffled(seed | 1).links(assignment)).isEqualTo(links);
        Set<Integer> left = new HashSet<>();
        Set<Integer> right = new HashSet<>();
        for (List<Integer> link : links) {
            assertThat((link.get(0) + link.get(1)) % 2).isOne();
            if (!some.together.contains(link)) {
                int odd = link.get(0) % 2 == 1 ? link.get(0) : link.get(1);
                assertThat(right.add(odd) || assignment == LinkAssignment.MANY_TO_MANY).isTrue();
                assertThat(left.add(link.get(0) + link.get(1) - odd) || assignment != LinkAssignment.ONE_TO_ONE)
                        .isTrue();
            }
        }
        int[] bound = bound(groups(some));
        some.together.stream()
                .filter(pair -> (pair.get(0) + pair.get(1)) % 2 == 1 && bound[pair.get(0)] == bound[pair.get(1)])
                .forEach(pair -> assertThat(links).contains(pair));
    }

    private static void check(JoinCase some, int[] clusters) {
        some.closed.forEach(pair -> assertThat(clusters[pair.get(0)]).isNotEqualTo(clusters[pair.get(1)]));
        some.apart.forEach(pair -> assertThat(clusters[pair.get(0)]).isNotEqualTo(clusters[pair.get(1)]));
        List<int[]> groups = groups(some);
        int[] bound = bound(groups);
        for (int id = 0; id < bound.length; id++) {
            assertThat(clusters[id]).isEqualTo(clusters[bound[id]]);
        }
        for (List<Integer> cluster : members(clusters)) {
            limits(some.constraints, some, cluster, groups);
        }
    }

    /** What must-links alone bring together is no violation. */
    private static void limits(Constraints constraints, JoinCase some, List<Integer> cluster, List<int[]> groups) {
        if (constraints.limits().containsKey("value")) {
            long demanded = groups.stream()
                    .filter(group -> cluster.contains(group[0]))
                    .mapToLong(group -> different(some.values, group))
                    .max()
                    .orElse(0);
            assertThat(different(some.values, ints(cluster))).isLessThanOrEqualTo(Math.max(some.limit, demanded));
        }
        Set<String> names = constraints.duplicateFree().get("source");
        for (int source = 0; names != null && source < 4; source++) {
            int own = source;
            long groupsWithIt = groups.stream()
                    .filter(group -> cluster.contains(group[0]))
                    .filter(group -> java.util.Arrays.stream(group).anyMatch(id -> some.sources[id] == own))
                    .count();
            assertThat(groupsWithIt).isLessThanOrEqualTo(names.isEmpty() || names.contains("s" + source) ? 1 : 99);
        }
    }

    private static long different(int[] values, int[] ids) {
        return java.util.Arrays.stream(ids)
                .map(id -> values[id])
                .filter(value -> value >= 0)
                .distinct()
                .count();
    }

    /** {@return the groups that must-links make in the order of the ids, as far as the gate permits; singles too} */
    private static List<int[]> groups(JoinCase some) {
        List<Set<Integer>> groups = new ArrayList<>();
        for (int id = 0; id < JoinCase.RECORDS; id++) {
            groups.add(new HashSet<>(Set.of(id)));
        }
        some.together.stream()
                .sorted(Comparator.comparing(pair -> {
                    String first = "" + pair.get(0);
                    String second = "" + pair.get(1);
                    return first.compareTo(second) < 0 ? first + " " + second : second + " " + first;
                }))
                .forEach(pair -> {
                    Set<Integer> one = with(groups, pair.get(0));
                    Set<Integer> other = with(groups, pair.get(1));
                    boolean refused = one.stream()
                            .anyMatch(a -> other.stream().anyMatch(b -> some.closed.contains(JoinCase.sorted(a, b))));
                    if (!one.equals(other) && !refused) {
                        groups.remove(other);
                        groups.remove(one);
                        one.addAll(other);
                        groups.add(one);
                    }
                });
        return groups.stream().map(JoinProperties::ints).toList();
    }

    private static Set<Integer> with(List<Set<Integer>> groups, int id) {
        return groups.stream().filter(group -> group.contains(id)).findFirst().orElseThrow();
    }

    private static int[] bound(List<int[]> groups) {
        int[] bound = new int[JoinCase.RECORDS];
        groups.forEach(group -> java.util.Arrays.stream(group).forEach(id -> bound[id] = group[0]));
        return bound;
    }

    private static int[] ints(java.util.Collection<Integer> ids) {
        return ids.stream().mapToInt(id -> id).sorted().toArray();
    }

    private static List<List<Integer>> members(int[] clusters) {
        List<List<Integer>> members = new ArrayList<>();
        for (int first = 0; first < clusters.length; first++) {
            List<Integer> all = new ArrayList<>();
            for (int id = 0; id < clusters.length; id++) {
                if (clusters[id] == first) {
                    all.add(id);
                }
            }
            members.add(all);
        }
        return members;
    }
}
