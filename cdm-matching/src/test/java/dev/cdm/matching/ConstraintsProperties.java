package dev.cdm.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.joining.ClusteringMethod;
import dev.cdm.matching.joining.Constraints;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ConstraintsProperties {

    @Property(tries = 40)
    @Label("no constraint is ever violated, whatever the order of the records")
    void noConstraintIsEverViolated(@ForAll @IntRange(max = 100_000) int seed, @ForAll ClusteringMethod method) {
        Townspeople people = new Townspeople(40, seed % 2 == 0, seed);
        Random random = new Random(seed);
        int rows = people.table().rows();
        Set<String> closed = new HashSet<>();
        Set<String> apart = new HashSet<>();
        Constraints.Builder builder = Constraints.builder().atMost("phone", 1);
        for (int i = 0; i < 5; i++) {
            closed.add("r" + (1000 + random.nextInt(rows)));
            int first = random.nextInt(rows - 1);
            builder.cannotLink("r" + (1000 + first), "r" + (1001 + first));
            apart.add("r" + (1000 + first));
        }
        Deduplicator deduplicator = Deduplicator.of(Townspeople.roles())
                .constraints(builder.gate((a, b) -> !closed.contains(a) && !closed.contains(b))
                        .build())
                .clustering(method);

        Map<String, String> clusters = clusters(deduplicator.dedupe(people.table()));

        assertThat(clusters(deduplicator.dedupe(people.shuffled(seed)))).isEqualTo(clusters);
        closed.forEach(id -> assertThat(clusters.values().stream().filter(cluster -> cluster.equals(clusters.get(id))))
                .hasSize(1));
        apart.forEach(id ->
                assertThat(clusters.get(id)).isNotEqualTo(clusters.get("r" + (Integer.parseInt(id.substring(1)) + 1))));
        Map<String, Set<String>> phones = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            int own = row;
            people.table()
                    .column("phone")
                    .orElseThrow()
                    .value(row)
                    .ifPresent(phone -> phones.computeIfAbsent(
                                    clusters.get(people.table().id(own)), key -> new HashSet<>())
                            .add(phone));
        }
        assertThat(phones.values()).allMatch(each -> each.size() <= 1);
    }

    private static Map<String, String> clusters(Clusters clusters) {
        Map<String, String> byRecord = new HashMap<>();
        for (int i = 0; i < clusters.records(); i++) {
            byRecord.put(clusters.recordId(i), clusters.clusterId(i));
        }
        return byRecord;
    }
}
