package dev.cdm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.joining.ClusteringMethod;
import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.learned.Calibration;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jspecify.annotations.Nullable;

/** What is asked of the joining of records, through the front doors. */
class JoiningTest {

    private final Townspeople town = new Townspeople(80, false, 4);
    private final Deduplicator deduplicator = Deduplicator.of(Townspeople.roles());

    /** Every record and two copies of it, one without a phone and one without a street; in an order by the seed. */
    private Table copied(long seed) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        Table table = town.table();
        for (int row = 0; row < table.rows(); row++) {
            for (String copy : List.of("a", "b", "c")) {
                List<@Nullable String> values = new ArrayList<>();
                values.add(table.id(row) + copy);
                for (String column : Townspeople.COLUMNS) {
                    boolean gone = column.equals("phone") ? copy.equals("b") : column.equals("street") && copy.equals("c");
                    values.add(gone ? null : table.column(column).orElseThrow().value(row).orElse(null));
                }
                rows.add(values);
            }
        }
        Collections.shuffle(rows, new Random(seed));
        TableBuilder builder = new TableBuilder(Townspeople.COLUMNS);
        rows.forEach(row -> builder.add(Objects.requireNonNull(row.get(0)), row.subList(1, row.size())));
        return builder.build();
    }

    private static Map<String, String> byRecord(Clusters clusters) {
        Map<String, String> byRecord = new TreeMap<>();
        for (int i = 0; i < clusters.records(); i++) {
            byRecord.put(clusters.recordId(i), clusters.clusterId(i));
        }
        return byRecord;
    }

    private static List<String> ids(MatchPairs links) {
        return IntStream.range(0, links.size())
                .mapToObj(i -> links.firstId(i) + "-" + links.secondId(i))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void allMustLinksHoldWhateverTheMethod(ClusteringMethod method) {
        Constraints must = Constraints.builder()
                .mustLink("r1000", "r1010")
                .mustLink("r1020", "r1010")
                .mustLink("r1010", "r1030")
                .build();

        Map<String, String> clusters = byRecord(
                deduplicator.constraints(must).clustering(method).dedupe(town.table()));

        assertThat(List.of("r1010", "r1020", "r1030")).allMatch(id -> "r1000".equals(clusters.get(id)));
    }

    @ParameterizedTest
    @EnumSource
    void mustLinksThatAGateRefusesAreToldAndTheOrderOfTheRowsDoesNotMatter(ClusteringMethod method) {
        Constraints.Builder builder = Constraints.builder();
        for (int i = 0; i < 20; i++) {
            builder.mustLink("r" + (1000 + 3 * i), "r" + (1001 + 3 * i));
            builder.mustLink("r" + (1001 + 3 * i), "r" + (1002 + 3 * i));
        }
        builder.gate((a, b) -> Math.abs(Integer.parseInt(a.substring(1)) - Integer.parseInt(b.substring(1))) != 2);
        Deduplicator gated = deduplicator.constraints(builder.build()).clustering(method);

        Clusters clusters = gated.dedupe(town.table());

        assertThat(clusters.warnings()).anyMatch(warning -> warning.startsWith("20 of the must-links are not kept"));
        Map<String, String> byRecord = byRecord(clusters);
        for (int i = 0; i < 20; i++) {
            assertThat(byRecord.get("r" + (1001 + 3 * i))).isEqualTo(byRecord.get("r" + (1000 + 3 * i)));
        }
        for (int seed = 0; seed < 3; seed++) {
            assertThat(byRecord(gated.dedupe(town.shuffled(seed)))).isEqualTo(byRecord);
        }
    }

    @Test
    void whatIsLinkedToOneRecordKeepsToConstraintsToo() {
        Table left = copied(1);
        Table right = renamed(copied(2));
        Linker many = Linker.of(Townspeople.roles()).cardinality(LinkAssignment.MANY_TO_MANY);
        assertThat(ids(many.link(left, right))).contains("r1000a-r1000a'", "r1000a-r1000b'", "r1000b-r1000b'");

        List<String> links = ids(many.constraints(Constraints.builder()
                        .cannotLink("r1000a'", "r1000b'")
                        .mustLink("r1000a", "r1000a'")
                        .build())
                .link(left, right));

        assertThat(links).contains("r1000a-r1000a'").doesNotContain("r1000a-r1000b'");
        assertThat(links.stream().filter(link -> link.startsWith("r1000") && link.endsWith("r1000a'")))
                .noneMatch(link -> links.contains(link.replace("a'", "b'")));
    }

    private static Table renamed(Table table) {
        TableBuilder builder = new TableBuilder(Townspeople.COLUMNS);
        for (int row = 0; row < table.rows(); row++) {
            List<@Nullable String> values = new ArrayList<>();
            for (String column : Townspeople.COLUMNS) {
                values.add(table.column(column).orElseThrow().value(row).orElse(null));
            }
            builder.add(table.id(row) + "'", values);
        }
        return builder.build();
    }

    @Test
    void aMustLinkWithinOneTableIsNoLinkBetweenTwo() {
        Table left = copied(1);
        Table right = renamed(copied(2));
        MatchPairs links = Linker.of(Townspeople.roles())
                .constraints(Constraints.builder().mustLink("r1000a", "r1000b").build())
                .link(left, right);

        assertThat(ids(links)).doesNotContain("r1000a-r1000b", "r1000b-r1000a");
    }

    /** Most of three copies are apart in clusters of two, and yet they look as much alike as before. */
    @Test
    void probabilitiesAreLearnedFromScoresAndNotFromWhatIsForbidden() {
        Table table = copied(1);
        Constraints.Builder apart = Constraints.builder();
        for (int row = 0; row < table.rows(); row++) {
            String id = table.id(row);
            if (id.endsWith("a")) {
                apart.cannotLink(id, id.replace('a', 'b')).cannotLink(id, id.replace('a', 'c'));
            }
        }
        Calibration free = deduplicator.dedupe(table).model().calibration();

        assertAlike(
                deduplicator.clustering(ClusteringMethod.MUTUAL_BEST).dedupe(table).model().calibration(), free);
        assertAlike(
                deduplicator.constraints(apart.build()).dedupe(table).model().calibration(), free);
    }

    private static void assertAlike(Calibration one, Calibration other) {
        assertThat(one.apply(0)).isCloseTo(other.apply(0), within(.5));
    }

    @Test
    void anExplicitThresholdIsCalibratedWhateverItIs() {
        Table table = copied(1);
        Clusters usual = deduplicator.dedupe(table);
        double own = usual.model().threshold();

        assertThat(byRecord(deduplicator.threshold(own).dedupe(table))).isEqualTo(byRecord(usual));
        for (double threshold : new double[] {.5, .9}) {
            assertThat(deduplicator.threshold(threshold).dedupe(table).model().threshold())
                    .isCloseTo(threshold, within(1e-9));
            assertThat(Linker.of(Townspeople.roles())
                            .threshold(threshold)
                            .link(town.half(0), town.half(1))
                            .model()
                            .threshold())
                    .isCloseTo(threshold, within(1e-9));
        }
        assertThat(Math.abs(own - .5)).isGreaterThan(.001);
    }

    @Test
    void aColumnIsConstrainedOnceAndAllGatesMustPermit() {
        Constraints.Builder builder = Constraints.builder().atMost("phone", 1).duplicateFree("mail", List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.atMost("phone", 2))
                .withMessage("`column` must have one limit only, was phone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.duplicateFree("mail", List.of("x")))
                .withMessage("`column` must be declared free of duplicates once, was mail");
        Constraints both =
                builder.gate((a, b) -> !a.equals("1")).gate((a, b) -> !b.equals("2")).build();
        assertThat(both.gate().test("1", "3")).isFalse();
        assertThat(both.gate().test("3", "2")).isFalse();
        assertThat(both.gate().test("3", "4")).isTrue();
        assertThat(both.hasGate()).isTrue();
    }
}
