package dev.cdm.matching.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.MatchPairs;
import dev.cdm.matching.Townspeople;
import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.explain.Explanation.Term;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class AppliedMatchingProperties {

    private static final PersonModel LATIN = learned(false);
    private static final PersonModel JAPANESE = learned(true);

    private static PersonModel learned(boolean japanese) {
        return Deduplicator.of(Townspeople.roles())
                .dedupe(new Townspeople(400, japanese, 1).table())
                .model(3);
    }

    private static Townspeople town(int seed) {
        return new Townspeople(120, seed % 2 == 0, seed);
    }

    private static PersonModel model(int seed) {
        return seed % 2 == 0 ? JAPANESE : LATIN;
    }

    private static String text(Clusters clusters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < clusters.records(); i++) {
            text.append(clusters.recordId(i))
                    .append(',')
                    .append(clusters.clusterId(i))
                    .append('\n');
        }
        return text + text(clusters.pairs());
    }

    private static String text(MatchPairs pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.size(); i++) {
            text.append(pairs.firstId(i)).append(',').append(pairs.secondId(i));
            text.append(',').append(pairs.weight(i)).append('\n');
        }
        return text.toString();
    }

    private static List<EncodedPerson> encoded(PersonEncoder encoder, Table table) {
        List<EncodedPerson> people = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Map<String, String> fields = new HashMap<>();
            for (var column : table.columns()) {
                column.value(row).ifPresent(value -> fields.put(column.name(), value));
            }
            people.add(encoder.encode(table.id(row), fields));
        }
        return people;
    }

    @Property(tries = 6)
    void rowsInAnyOrderWithAnyNumberOfThreadsGiveTheSame(@ForAll @IntRange(min = 2, max = 5000) int seed) {
        Townspeople town = town(seed);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Deduplicator applied = Deduplicator.with(model(seed));
            String once = text(applied.dedupe(town.table()));
            assertThat(text(applied.workers(Workers.of(pool, 3)).dedupe(town.shuffled(seed))))
                    .isEqualTo(once);
        } finally {
            pool.shutdownNow();
        }
    }

    @Property(tries = 6)
    void thePairsAndScoresOfSomeRecordsAreThoseAmongAllRecords(@ForAll @IntRange(min = 2, max = 5000) int seed) {
        Townspeople town = town(seed);
        Deduplicator applied = Deduplicator.with(model(seed));
        List<String> all = text(applied.dedupe(town.table()).pairs()).lines().toList();
        for (int half = 0; half < 2; half++) {
            String pairs = text(applied.dedupe(town.half(half)).pairs());
            assertThat(all).containsAll(pairs.lines().toList());
        }
    }

    /** Records come one by one; each is compared with those before it that share a key; then parts are clustered. */
    @Property(tries = 4)
    void aStreamInAnyOrderFindsWhatTheBatchFinds(@ForAll @IntRange(min = 2, max = 5000) int seed) {
        PersonModel model = model(seed);
        Table table = town(seed).table();
        PersonEncoder encoder = new PersonEncoder(model);
        List<EncodedPerson> stream = new ArrayList<>(encoded(encoder, table));
        Collections.shuffle(stream, new Random(seed));
        Map<String, Double> found = new TreeMap<>();
        int[] parts = new int[stream.size()];
        for (int row = 0; row < stream.size(); row++) {
            parts[row] = row;
            EncodedPerson one = stream.get(row);
            List<EncodedPerson> near = stream.subList(0, row).stream()
                    .filter(other -> share(one, other))
                    .toList();
            double[] scores = encoder.scores(one, near);
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] > PersonMatching.LEAST_LOGIT) {
                    String pair = Stream.of(one.id(), near.get(i).id()).sorted().reduce("", (a, b) -> a + "," + b);
                    found.put(pair, scores[i]);
                    join(parts, row, stream.indexOf(near.get(i)));
                }
            }
        }
        Clusters batch = Deduplicator.with(model).dedupe(table);
        MatchPairs pairs = batch.pairs();
        assertThat(found).hasSize(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            double score = Objects.requireNonNull(found.get("," + pairs.firstId(i) + "," + pairs.secondId(i)));
            assertThat(score / Math.log(2)).isEqualTo(pairs.weight(i));
        }
        assertThat(clusters(encoder, stream, parts)).isEqualTo(clusters(batch));
    }

    private static boolean share(EncodedPerson one, EncodedPerson other) {
        long[] keys = other.keys();
        return Arrays.stream(one.keys()).anyMatch(key -> Arrays.binarySearch(keys, key) >= 0);
    }

    private static void join(int[] parts, int one, int other) {
        int from = parts[one];
        int to = parts[other];
        for (int row = 0; row < parts.length; row++) {
            parts[row] = parts[row] == from ? to : parts[row];
        }
    }

    private static Map<String, String> clusters(PersonEncoder encoder, List<EncodedPerson> stream, int[] parts) {
        Map<String, String> clusters = new TreeMap<>();
        for (int part : Arrays.stream(parts).distinct().toArray()) {
            List<EncodedPerson> members = new ArrayList<>();
            for (int row = 0; row < parts.length; row++) {
                if (parts[row] == part) {
                    members.add(stream.get(row));
                }
            }
            int[] labels = encoder.cluster(members, encoder.model().threshold(), key -> false);
            Map<Integer, String> smallest = new HashMap<>();
            for (int i = 0; i < labels.length; i++) {
                smallest.merge(labels[i], members.get(i).id(), (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
            for (int i = 0; i < labels.length; i++) {
                clusters.put(members.get(i).id(), Objects.requireNonNull(smallest.get(labels[i])));
            }
        }
        return clusters;
    }

    private static Map<String, String> clusters(Clusters batch) {
        Map<String, String> clusters = new TreeMap<>();
        for (int i = 0; i < batch.records(); i++) {
            clusters.put(batch.recordId(i), batch.clusterId(i));
        }
        return clusters;
    }

    @Property(tries = 100)
    void theTermsOfAnExplanationAddUpToTheScore(
            @ForAll @IntRange(min = 2, max = 50) int seed,
            @ForAll @IntRange(max = 119) int left,
            @ForAll @IntRange(max = 119) int right) {
        Table table = town(seed).table();
        PersonEncoder encoder = new PersonEncoder(model(seed));
        List<EncodedPerson> pair = encoded(encoder, rows(table, left, right));
        Explanation explanation = encoder.explain(pair.get(0), pair.get(1));
        double sum = explanation.terms().stream().mapToDouble(Term::weight).sum();
        assertThat(sum).isCloseTo(encoder.score(pair.get(0), pair.get(1)) / Math.log(2), within(1e-9));
        assertThat(explanation.weight()).isCloseTo(sum, within(1e-9));
        Explanation turned = encoder.explain(pair.get(1), pair.get(0));
        assertThat(turned.weight()).isEqualTo(explanation.weight());
        assertThat(turned.leftId()).isEqualTo(explanation.rightId());
    }

    private static Table rows(Table table, int... rows) {
        TableBuilder some = new TableBuilder(Townspeople.COLUMNS);
        for (int i = 0; i < rows.length; i++) {
            List<@Nullable String> values = new ArrayList<>();
            int row = rows[i];
            table.columns().forEach(column -> values.add(column.value(row).orElse(null)));
            some.add("r" + i, values);
        }
        return some.build();
    }

    @Example
    void aModelAppliedToItsOwnRecordsFindsNearlyTheSamePeople() {
        for (boolean japanese : new boolean[] {false, true}) {
            Townspeople town = new Townspeople(400, japanese, 1);
            assertThat(errors(
                            town, Deduplicator.with(japanese ? JAPANESE : LATIN).dedupe(town.table())))
                    .isLessThanOrEqualTo(
                            errors(town, Deduplicator.of(Townspeople.roles()).dedupe(town.table())) + 3);
        }
    }

    private static int errors(Townspeople town, Clusters clusters) {
        int errors = 0;
        for (int i = 0; i < clusters.records(); i++) {
            for (int j = 0; j < i; j++) {
                boolean same = town.personOf(clusters.recordId(i)) == town.personOf(clusters.recordId(j));
                errors += same == clusters.clusterId(i).equals(clusters.clusterId(j)) ? 0 : 1;
            }
        }
        return errors;
    }
}
