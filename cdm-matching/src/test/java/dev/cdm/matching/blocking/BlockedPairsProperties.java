package dev.cdm.matching.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.comparison.Transform;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class BlockedPairsProperties {

    private static final List<BlockingRule> RULES = List.of(
            BlockingRule.on("a", "b"),
            new BlockingRule(
                    "swapped",
                    List.of(
                            new Condition.Equal(Field.of("a"), Field.of("b")),
                            new Condition.Equal(Field.of("b"), Field.of("a"))),
                    new Condition.Otherwise()),
            BlockingRule.on(Field.of("a").then(new Transform.Part(0, 1))).and(Condition.equal(Field.of("b"))),
            BlockingRule.on("b"));

    @Provide
    Arbitrary<List<String>> rows() {
        Arbitrary<String> text = Arbitraries.of("", "x", "y", "xx", "xy");
        return Combinators.combine(text, text).as((a, b) -> List.of(a, b));
    }

    private static Table table(List<List<String>> rows) {
        TableBuilder builder = new TableBuilder(List.of("a", "b"));
        for (int row = 0; row < rows.size(); row++) {
            builder.add("r" + row, rows.get(row));
        }
        return builder.build();
    }

    /** The place of the first rule that finds a pair, or -1. */
    private static int first(List<String> left, List<String> right) {
        String a = left.get(0);
        String b = left.get(1);
        boolean hasA = !a.isEmpty();
        boolean hasB = !b.isEmpty();
        if (hasA && hasB && a.equals(right.get(0)) && b.equals(right.get(1))) {
            return 0;
        }
        if (hasA && hasB && a.equals(right.get(1)) && b.equals(right.get(0))) {
            return 1;
        }
        boolean sameB = hasB && b.equals(right.get(1));
        if (hasA
                && sameB
                && !right.get(0).isEmpty()
                && a.charAt(0) == right.get(0).charAt(0)) {
            return 2;
        }
        return sameB ? 3 : -1;
    }

    @Property(tries = 100)
    void everyPairIsFoundOnceUnderTheFirstRuleThatHolds(
            @ForAll @Size(min = 2, max = 12) List<@From("rows") List<String>> rows) {
        BlockedPairs pairs = BlockedPairs.dedupe(table(rows), RULES, Long.MAX_VALUE, Workers.caller());
        check(pairs, rows, 0);
        assertThat(pairs.counts().stream().mapToLong(RuleCount::pairs).sum()).isEqualTo(pairs.size());
    }

    @Property(tries = 100)
    void aLinkFindsOnlyPairsAcrossTables(@ForAll @Size(min = 2, max = 12) List<@From("rows") List<String>> rows) {
        int leftRows = rows.size() / 2;
        check(BlockedPairs.link(table(rows), leftRows, RULES, Long.MAX_VALUE, Workers.caller()), rows, leftRows);
    }

    private static void check(BlockedPairs pairs, List<List<String>> rows, int leftRows) {
        List<List<Integer>> expected = new ArrayList<>();
        for (int left = 0; left < rows.size(); left++) {
            for (int right = left + 1; right < rows.size(); right++) {
                int rule = first(rows.get(left), rows.get(right));
                boolean wanted = leftRows == 0 || (left < leftRows && right >= leftRows);
                if (rule >= 0 && wanted) {
                    expected.add(List.of(left, right, rule));
                }
            }
        }
        List<List<Integer>> found = new ArrayList<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            found.add(List.of(pairs.left()[pair], pairs.right()[pair], pairs.rule(pair)));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 50)
    void aBlockOverTheCapIsLeftOutAndReported(@ForAll @Size(min = 2, max = 12) List<@From("rows") List<String>> rows) {
        BlockedPairs pairs = BlockedPairs.dedupe(table(rows), List.of(BlockingRule.on("a")), 1, Workers.caller());
        RuleCount count = pairs.counts().get(0);
        assertThat(count.candidates()).isEqualTo(count.pairs() + count.skippedPairs());
        List<String> values =
                rows.stream().map(row -> row.get(0)).filter(Objects::nonNull).toList();
        long pairsOfTwo = Arrays.stream(new String[] {"x", "y", "xx", "xy"})
                .filter(value -> values.stream().filter(value::equals).count() == 2)
                .count();
        assertThat(pairs.size()).isEqualTo((int) pairsOfTwo);
    }
}
