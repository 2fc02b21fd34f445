package dev.cdm.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.quality.QualityReport;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityTest {

    private static final int SETS = 10;

    private final Deduplicator deduplicator = Deduplicator.of(Townspeople.roles());

    @Test
    void theIntervalsOfMostSetsCoverTheTruth() {
        int precise = 0;
        int complete = 0;
        for (int seed = 0; seed < SETS; seed++) {
            Townspeople people = new Townspeople(300 + 100 * seed, seed % 2 == 0, seed);
            Clusters clusters = deduplicator.dedupe(people.table());
            long[] truth = truth(people, clusters);
            QualityReport report = clusters.quality();
            assertThat(report.joinedPairs()).isEqualTo(truth[1]);
            precise += report.precision().orElseThrow().covers((double) truth[0] / truth[1]) ? 1 : 0;
            complete += report.recall().orElseThrow().covers((double) truth[0] / truth[2]) ? 1 : 0;
        }
        assertThat(precise).isGreaterThanOrEqualTo(7);
        assertThat(complete).isGreaterThanOrEqualTo(7);
    }

    /** Pairs that are joined and true, joined, and true. */
    private static long[] truth(Townspeople people, Clusters clusters) {
        Map<String, Long> found = new HashMap<>();
        Map<Integer, Long> all = new HashMap<>();
        Map<String, Long> both = new HashMap<>();
        for (int i = 0; i < clusters.records(); i++) {
            int person = people.personOf(clusters.recordId(i));
            found.merge(clusters.clusterId(i), 1L, Long::sum);
            all.merge(person, 1L, Long::sum);
            both.merge(clusters.clusterId(i) + "/" + person, 1L, Long::sum);
        }
        return new long[] {pairs(both), pairs(found), pairs(all)};
    }

    private static long pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    @Test
    void theOrderOfTheRowsChangesNothing() {
        Townspeople people = new Townspeople(300, false, 5);
        Clusters one = deduplicator.dedupe(people.table());
        Clusters other = deduplicator.dedupe(people.shuffled(9));
        assertThat(other.quality()).isEqualTo(one.quality());
        assertThat(other.unlinkables()).isEqualTo(one.unlinkables());
        assertThat(one.pairs().quality()).isEqualTo(one.quality());
    }

    @Test
    void anAppliedModelTellsItsQualityToo() {
        Townspeople people = new Townspeople(400, false, 6);
        PersonModel model = deduplicator.dedupe(people.table()).model(1);
        QualityReport clusters = Deduplicator.with(model).dedupe(people.table()).quality();
        assertThat(clusters.precision().orElseThrow().value()).isBetween(.9, 1.0);
        assertThat(clusters.recall().orElseThrow().value()).isBetween(.7, 1.0);
        MatchPairs links = Linker.with(model).link(people.half(0), people.half(1));
        assertThat(links.quality().joinedPairs()).isEqualTo(links.size());
        assertThat(links.quality().precision().orElseThrow().value()).isBetween(.9, 1.0);
        assertThat(links.unlinkables()).isNotNull();
    }

    @Test
    void linksHaveAQuality() {
        Townspeople people = new Townspeople(400, false, 21);
        MatchPairs links = Linker.of(Townspeople.roles()).link(people.half(0), people.half(1));
        QualityReport report = links.quality();
        assertThat(report.joinedPairs()).isEqualTo(links.size());
        assertThat(report.precision().orElseThrow().value()).isBetween(.9, 1.0);
        assertThat(report.recall().orElseThrow().value()).isBetween(.7, 1.0);
    }

    @Test
    void littleIsSaidOfLittle() {
        for (int rows : new int[] {0, 1, 2}) {
            TableBuilder table = new TableBuilder(Townspeople.COLUMNS);
            for (int row = 0; row < rows; row++) {
                List<String> values = new ArrayList<>(Collections.nCopies(Townspeople.COLUMNS.size(), ""));
                values.set(0, row == 0 ? "Anna" : "Bert");
                table.add("r" + row, values);
            }
            Clusters clusters = deduplicator.dedupe(table.build());
            assertThat(clusters.quality().precision()).isEmpty();
            assertThat(clusters.quality().recall()).isEmpty();
            assertThat(clusters.unlinkables()).hasSizeLessThanOrEqualTo(rows);
            assertThat(Linker.of(Townspeople.roles())
                            .link(table.build(), empty())
                            .quality()
                            .f1())
                    .isEmpty();
        }
    }

    @Test
    void aRecordWithNothingButAFirstNameIsUnlinkable() {
        Townspeople people = new Townspeople(300, false, 4);
        TableBuilder more = new TableBuilder(Townspeople.COLUMNS);
        Table table = people.table();
        for (int row = 0; row < table.rows(); row++) {
            List<String> values = new ArrayList<>();
            for (String column : Townspeople.COLUMNS) {
                values.add(table.column(column).orElseThrow().value(row).orElse(""));
            }
            more.add(table.id(row), values);
        }
        List<String> poor = new ArrayList<>(Collections.nCopies(Townspeople.COLUMNS.size(), ""));
        poor.set(0, "Anna");
        more.add("poor", poor);
        assertThat(deduplicator.dedupe(more.build()).unlinkables()).contains("poor");
    }

    @Test
    void whatAStewardJoinedIsNoWeakBridge() {
        Townspeople people = new Townspeople(200, false, 3);
        Constraints constraints =
                Constraints.builder().mustLink("r1000", "r1010").build();
        Clusters clusters = deduplicator.constraints(constraints).dedupe(people.table());
        assertThat(clusters.quality().weakBridges())
                .noneMatch(bridge ->
                        bridge.firstId().equals("r1000") && bridge.secondId().equals("r1010"));
    }

    private static Table empty() {
        return new TableBuilder(Townspeople.COLUMNS).build();
    }
}
