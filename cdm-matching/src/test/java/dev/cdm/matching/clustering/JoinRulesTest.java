package dev.cdm.matching.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records are numbered from 0; their ids are their numbers, and a column has one digit of a text each, a blank for none. */
class JoinRulesTest {

    private static final int CELLS = 8;

    static JoinRules rules(Constraints constraints, int rows) {
        return rules(constraints, rows, " ".repeat(rows));
    }

    static JoinRules rules(Constraints constraints, int rows, String column) {
        return new JoinRules(
                constraints,
                rows,
                Integer::toString,
                id -> Integer.parseInt(id) < rows ? Integer.parseInt(id) : JoinRules.UNKNOWN,
                name -> row -> column.charAt(row) == ' ' ? -1 : column.charAt(row) - '0',
                name -> code -> "s" + code);
    }

    /** A chain of records, each next pair with odds above even. */
    private static ScoredPairs chain(int rows) {
        int[] left = new int[rows - 1];
        int[] right = new int[rows - 1];
        double[] logits = new double[rows - 1];
        Arrays.setAll(left, i -> i);
        Arrays.setAll(right, i -> i + 1);
        Arrays.setAll(logits, i -> 9 - i);
        return new ScoredPairs(left, right, logits);
    }

    private static int[] components(JoinRules rules, int rows) {
        return PairClusters.components(chain(rows), 0, rules);
    }

    @Test
    void aCannotLinkHoldsThroughOthers() {
        JoinRules rules = rules(Constraints.builder().cannotLink("2", "0").build(), 3);

        assertThat(components(rules, 3)).containsExactly(0, 0, 2);
        assertThat(rules.mayMeet(0, 2)).isFalse();
        assertThat(rules.mayMeet(1, 2)).isTrue();
    }

    @Test
    void aDuplicateFreeSourceGivesAnEntityOneRecord() {
        Constraints free =
                Constraints.builder().duplicateFree("source", List.of("s1")).build();

        assertThat(components(rules(free, 4, "1212"), 4)).containsExactly(0, 0, 2, 2);
        assertThat(components(rules(free, 4, "2222"), 4)).containsExactly(0, 0, 0, 0);
        assertThat(components(
                        rules(
                                Constraints.builder()
                                        .duplicateFree("source", List.of())
                                        .build(),
                                4,
                                "2222"),
                        4))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void aClusterHasAtMostSoManyValuesOfAColumn() {
        Constraints limit = Constraints.builder().atMost("id", 1).build();

        assertThat(components(rules(limit, 4, "7 78"), 4)).containsExactly(0, 0, 0, 3);
        assertThat(components(rules(Constraints.builder().atMost("id", 2).build(), 4, "7 89"), 4))
                .containsExactly(0, 0, 0, 3);
    }

    @Test
    void aMustLinkOutranksLimitsAndScoresButNoGate() {
        Constraints.Builder builder = Constraints.builder().atMost("id", 1).mustLink("0", "3");
        JoinRules rules = rules(builder.build(), 4, "1  2");
        ScoredPairs pairs = chain(4).with(rules.mustLinks(), new double[] {-5});

        assertThat(PairClusters.components(pairs, 0, rules)).containsExactly(0, 0, 0, 0);

        JoinRules gated =
                rules(builder.gate((a, b) -> !a.equals("3") && !b.equals("3")).build(), 4, "1  2");
        assertThat(gated.mustLinks()).isEmpty();
        assertThat(PairClusters.components(pairs, 0, gated)).containsExactly(0, 0, 0, 3);
    }

    @Test
    void theDefaultClusteringKeepsToConstraintsToo() {
        JoinRules rules = rules(
                Constraints.builder().cannotLink("0", "1").mustLink("1", "2").build(), CELLS);
        int[] labels = new FieldwiseClusters(chain(CELLS), 0, Willing::new, rules, Workers.caller()).labels();

        assertThat(labels[0]).isNotEqualTo(labels[1]);
        assertThat(labels[1]).isEqualTo(labels[2]);
    }

    /** Speaks for joining whatever it is asked about. */
    private static final class Willing implements FieldEvidence {
        @Override
        public int fields() {
            return 1;
        }

        @Override
        public void factors(int a, int b, double[] forEntity, double[] forHousehold, double[] forNeighbours) {
            forEntity[0] = 9;
        }

        @Override
        public double logit(double logEntity, double logHousehold, double logNeighbours) {
            return logEntity;
        }
    }

    @Test
    void contradictoryVerdictsAreRefusedWithBothNamed() {
        Constraints both = Constraints.builder()
                .mustLink("0", "1")
                .mustLink("1", "2")
                .cannotLink("2", "0")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(both, 3))
                .withMessageContaining("cannot-link `0`, `2`")
                .withMessageContaining("must-link `0`, `1`");
    }

    @Test
    void verdictsOnUnknownRecordsAreTold() {
        assertThat(rules(Constraints.builder().mustLink("0", "99").build(), 3).warnings(List.of("other")))
                .hasSize(2)
                .last()
                .asString()
                .contains("1 of the must-links");
        assertThat(rules(Constraints.none(), 3).warnings(List.of())).isEmpty();
    }

    @Test
    void mutualBestPartnersAreTwoAtMost() {
        ScoredPairs pairs = new ScoredPairs(new int[] {0, 1, 2, 4}, new int[] {1, 2, 3, 5}, new double[] {3, 5, 4, -1});

        assertThat(PairClusters.mutualBest(pairs, 0, rules(Constraints.none(), 6)))
                .containsExactly(0, 1, 1, 3, 4, 5);
    }

    @Test
    void verdictsNeedTwoRecordsAndLimitsAValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraints.builder().cannotLink("a", "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraints.builder().atMost("id", 0));
        assertThat(Constraints.none().isEmpty()).isTrue();
        assertThat(Constraints.builder().mustLink("a", "b").build())
                .hasToString("Constraints of 0 cannot-links, 1 must-links, columns [] and []");
    }
}
