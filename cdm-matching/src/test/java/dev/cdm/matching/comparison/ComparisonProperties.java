package dev.cdm.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComparisonProperties {

    private static final List<Comparison> ALL = List.of(
            Comparisons.namePair("a", "b"),
            Comparisons.japaneseName("a", "b"),
            Comparisons.fullName("a"),
            Comparisons.birthDate("a", "uuuu-MM-dd"),
            Comparisons.email("a"),
            Comparisons.phone("a"),
            Comparisons.address("a"),
            Comparisons.postcodeUk("a"));

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                "",
                "ann",
                "anne",
                "lee",
                "サイトウ",
                "斎藤",
                "齋藤",
                "1980-01-02",
                "1980-01-20",
                "ann@example.org",
                "020 7946",
                "SW1A 1AA",
                "1 High Street");
    }

    @Property(tries = 200)
    void theLevelOfAPairDoesNotDependOnWhichRecordComesFirst(
            @ForAll("texts") String a,
            @ForAll("texts") String b,
            @ForAll("texts") String c,
            @ForAll("texts") String d) {
        Table table = new TableBuilder(List.of("a", "b"))
                .add("1", Arrays.asList(a, b))
                .add("2", Arrays.asList(c, d))
                .build();
        ComparedTable compared = new ComparedTable(table, ALL);
        ComparedTable.Comparer comparer = compared.comparer();
        assertThat(comparer.compare(0, 1)).isEqualTo(comparer.compare(1, 0));
    }

    @Property(tries = 100)
    void aRecordWithAllValuesIsOnTheFirstRealLevelWithItself(@ForAll("texts") String a) {
        Table table = new TableBuilder(List.of("a", "b"))
                .add("1", Arrays.asList(a, a))
                .build();
        ComparedTable compared = new ComparedTable(table, List.of(Comparisons.familyName("a")));
        assertThat(compared.level(compared.comparer().compare(0, 0), 0)).isEqualTo(a.isEmpty() ? 0 : 1);
    }
}
