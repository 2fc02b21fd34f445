package dev.cdm.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    private static String level(Comparison comparison, String left, String right) {
        return level(comparison, new String[] {left, left}, new String[] {right, right});
    }

    private static String level(Comparison comparison, String[] left, String[] right) {
        Table table = new TableBuilder(List.of("a", "b"))
                .add("1", Arrays.asList(left))
                .add("2", Arrays.asList(right))
                .build();
        ComparedTable compared = new ComparedTable(table, List.of(comparison));
        return comparison
                .levels()
                .get(compared.level(compared.comparer().compare(0, 1), 0))
                .label();
    }

    @Test
    void names() {
        assertThat(level(Comparisons.familyName("a"), "smith", "smith")).isEqualTo("a equal");
        assertThat(level(Comparisons.familyName("a"), "smith", "smyth")).isEqualTo("similar 0.88");
        assertThat(level(Comparisons.familyName("a"), "", "smyth")).isEqualTo("missing");
        Comparison known = Comparisons.givenName("a", Map.of("William", List.of("Bill")));
        assertThat(level(known, "bill", "WILLIAM")).isEqualTo("nickname");
        assertThat(level(known, "will", "bill")).isNotEqualTo("nickname");
        assertThat(level(Comparisons.givenName("a"), "ann", "zoe")).isEqualTo("all other");
        assertThat(level(Comparisons.fullName("a"), "Ann Lee", "lee ann")).isEqualTo("same words");
        assertThat(level(Comparisons.fullName("a"), "Ann Lee", "Zoe Lee")).isEqualTo("one word shared");
    }

    @Test
    void interchangedNames() {
        Comparison pair = Comparisons.namePair("a", "b");
        assertThat(level(pair, new String[] {"ann", "lee"}, new String[] {"lee", "ann"}))
                .isEqualTo("interchanged");
        assertThat(level(pair, new String[] {"ann", "lee"}, new String[] {"ann", "lee"}))
                .isEqualTo("both equal");
        assertThat(level(pair, new String[] {"ann", "lee"}, new String[] {"zoe", "lee"}))
                .isEqualTo("b equal");
        assertThat(level(pair, new String[] {"ann", ""}, new String[] {"", "lee"}))
                .isEqualTo("missing");
    }

    @Test
    void datesAddressesAndContacts() {
        Comparison born = Comparisons.birthDate("a", "uuuu-MM-dd");
        assertThat(level(born, "1980-01-02", "1980-01-02")).isEqualTo("equal");
        assertThat(level(born, "1980-01-02", "1980-01-20")).isEqualTo("one edit");
        assertThat(level(born, "1980-01-02", "1980-02-31")).isEqualTo("missing");
        assertThat(level(born, "1980-01-02", "1984-12-25")).isEqualTo("within ten years");
        assertThat(level(Comparisons.email("a"), "ann@example.org", "ann@example.com"))
                .isEqualTo("user equal");
        assertThat(level(Comparisons.phone("a"), "+44 20 7946 0000", "020 7946 0000"))
                .isEqualTo("last nine digits");
        assertThat(level(Comparisons.address("a"), "1 High Street", "high street 1"))
                .isEqualTo("words 0.8");
        assertThat(level(Comparisons.organisation("a"), "A.B. Ltd", "AB Ltd")).isEqualTo("equal but for signs");
        assertThat(level(Comparisons.restricted("a"), "t1", "t2")).isEqualTo("all other");
    }

    @Test
    void postcodes() {
        assertThat(level(Comparisons.postcodeUk("a"), "SW1A 1AA", "sw1a1aa")).isEqualTo("whole");
        assertThat(level(Comparisons.postcodeUk("a"), "SW1A 1AA", "SW1A 1AB")).isEqualTo("sector");
        assertThat(level(Comparisons.postcodeUk("a"), "SW1A 1AA", "SW1A 2AA")).isEqualTo("district");
        assertThat(level(Comparisons.postcodeUk("a"), "SW1A 1AA", "SW9 2AA")).isEqualTo("area");
        assertThat(level(Comparisons.postcodeJp("a"), "100-0001", "1000001")).isEqualTo("whole");
        assertThat(level(Comparisons.postcodeJp("a"), "100-0001", "1009999")).isEqualTo("three digits");
        assertThat(level(Comparisons.postcode("a"), "12345", "12354")).isEqualTo("one edit");
    }

    @Test
    void japaneseNames() {
        Comparison name = Comparisons.japaneseName("a", "b");
        assertThat(level(name, new String[] {"斎藤", "サイトウ"}, new String[] {"齋藤", ""}))
                .isEqualTo("usual kanji equal");
        assertThat(level(name, new String[] {"斎藤", "サイトウ"}, new String[] {"西藤", "さいとう"}))
                .isEqualTo("kana equal");
        assertThat(level(name, new String[] {"斎藤", "サイトウ"}, new String[] {"西藤", "サイト"}))
                .isEqualTo("romaji equal");
        assertThat(level(name, new String[] {"", "サイトウ"}, new String[] {"", "サイタウ"}))
                .isEqualTo("one edit in kana");
    }
}
