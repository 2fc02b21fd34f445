package dev.cdm.matching.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairLevelsTest {

    static PersonTable people(List<Role> roles, List<List<String>> rows) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            names.add("c" + i);
        }
        TableBuilder builder = new TableBuilder(names);
        for (int row = 0; row < rows.size(); row++) {
            builder.add("r" + row, rows.get(row));
        }
        Table table = builder.build();
        Map<Role, List<Column>> columns = new EnumMap<>(Role.class);
        for (int i = 0; i < roles.size(); i++) {
            columns.computeIfAbsent(roles.get(i), key -> new ArrayList<>())
                    .add(table.columns().get(i));
        }
        return new PersonTable(columns, RowOrder.identity(rows.size()), Nicknames.usual(), Workers.caller());
    }

    private static int level(PersonTable people, FieldKind kind) {
        long pattern = new PairLevels(people).compare(0, 1);
        assertThat(new PairLevels(people).compare(1, 0)).isEqualTo(pattern);
        for (int field = 0; field < people.fields().size(); field++) {
            if (people.fields().get(field).kind() == kind) {
                return PairPattern.level(pattern, field);
            }
        }
        return -1;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Robert | ROBERT | 1",
                "Mr. Robert | Robert | 1",
                "Rob | Robert | 3",
                "Anna Maria | Maria Eva | 3",
                "Jon | John | 4",
                "Martha | Marhta | 4",
                "Katherine | Catherine | 4",
                "Dwayne | Duane | 6",
                "R | Robert | 7",
                "Robert | Susan | 12",
                "Bill | William | 11",
                "Peggy | MARGARET | 11",
                "Lee | Leo | 4",
            })
    void latinNames(String a, String b, int level) {
        PersonTable people = people(List.of(Role.GIVEN_NAME), List.of(List.of(a), List.of(b)));
        assertThat(level(people, FieldKind.GIVEN)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "真斗 | シント | 眞斗 | - | 1",
                "真斗 | シント | シント | - | 2",
                "真斗 | シント | しんと | - | 2",
                "真斗 | シント | ｼﾝﾄ | - | 2",
                "真斗 | シント | SHINTO | - | 2",
                "修朗 | シュウロウ | SYUUROU | - | 2",
                "孝 | タカシ | 隆 | タカシ | 10",
                "智子 | トモコ | 智 | - | 4",
                "由紀 | ユキ | 紀由 | - | 4",
                "翔太 | ショウタ | 花子 | ハナコ | 12",
                "真斗 | シント | シンド | - | 4",
                "真由美 | - | 真由子 | - | 5",
                "翔太 | - | 翔平 | - | 6",
                "真斗 | - | タロウ | - | 0",
            })
    void japaneseNames(String a, String kanaA, String b, String kanaB, int level) {
        PersonTable people = people(
                List.of(Role.GIVEN_NAME, Role.GIVEN_NAME_KANA),
                List.of(Arrays.asList(a, kanaA), Arrays.asList(b, kanaB)));
        assertThat(level(people, FieldKind.GIVEN)).isEqualTo(level);
    }

    @Test
    void aKanjiNameWithoutKanaIsReadAsItIsElsewhere() {
        PersonTable people = people(
                List.of(Role.GIVEN_NAME, Role.GIVEN_NAME_KANA),
                List.of(Arrays.asList("里乃", null), Arrays.asList("りの", null), Arrays.asList("里乃", "リノ")));
        assertThat(level(people, FieldKind.GIVEN)).isEqualTo(NameLevels.READING);
    }

    @Test
    void swappedNamesAreSeenAndTheFamilyNameIsThenNoEvidence() {
        List<Role> roles = List.of(Role.GIVEN_NAME, Role.FAMILY_NAME);
        PersonTable exact = people(roles, List.of(List.of("Robert", "Allen"), List.of("Allen", "Robert")));
        assertThat(level(exact, FieldKind.GIVEN)).isEqualTo(NameLevels.SWAPPED);
        assertThat(level(exact, FieldKind.FAMILY)).isZero();
        PersonTable near = people(roles, List.of(List.of("Robert", "Allen"), List.of("Alen", "Robert")));
        assertThat(level(near, FieldKind.GIVEN)).isEqualTo(NameLevels.SWAPPED_NEAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "12 High St | AB1 2CD | Leeds | 12 High Street | AB12CD | York | 1",
                "12 High St | - | Leeds | 12 High Street | AB12CD | Leeds | 1",
                "12 High St | - | - | 12 High Street | AB12CD | - | 2",
                "12 High St | AB1 2CD | - | 12 Hihg Street | AB12CE | - | 3",
                "12 High St | - | Leeds | 12 Hihg Street | - | Leeds | 4",
                "12 High St | - | Leeds | 12 Hihg Street | - | Hull | 8",
                "12 High St | AB1 2CD | - | 13 High Street | AB12CD | - | 5",
                "12 High St | AB1 2CD | - | - | AB12CD | - | 6",
                "12 High St | AB1 2CD | - | 5 Low Road | AB12CD | - | 7",
                "12 High St | AB1 2CD | Leeds | 5 Low Road | XY12CD | Leeds | 8",
                "- | - | Leeds | 5 Low Road | XY12CD | Leeds | 9",
                "- | - | Leeds | 5 Low Road | XY12CD | Leedz | 10",
                "- | - | 川越市 | - | - | 埼玉県川越市 | 10",
                "- | AB1 2CD | Leeds | - | XY99ZZ | York | 14",
                "- | AB1 2CD | Leeds | - | AB12CE | York | 11",
                "- | AB1 2CD | Leeds | - | XY99ZZ | Leeds | 12",
                "- | AB1 2CD | - | - | XY99ZZ | - | 14",
                "- | - | - | 5 Low Road | XY12CD | Leeds | 0",
                "佐貫町1-22-12 コーポ佐貫町705 | - | - | 佐貫町1丁目22番12号 | - | - | 4",
                "佐貫町1-22-12 | 301-4145 | - | 佐貫町１－２２－１２ | 〒301-4145 | - | 1",
                "12 | - | - | 12 | - | - | 2",
                "12 | - | Leeds | 5 Low Road | - | Leeds | 8",
            })
    void addresses(String streetA, String postA, String cityA, String streetB, String postB, String cityB, int level) {
        PersonTable people = people(
                List.of(Role.STREET, Role.POSTCODE, Role.CITY),
                List.of(Arrays.asList(streetA, postA, cityA), Arrays.asList(streetB, postB, cityB)));
        assertThat(level(people, FieldKind.ADDRESS)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "rob@a.example, ROB@a.example, 1",
        "rob+news@a.example, rob@a.example, 1",
        "rob@a.example, rob@b.example, 2",
        "roberta25@a.example, roberta52@a.example, 3",
        "roberta25@a.example, roberta52@other.org, 4",
        "robert.allen@a.example, robert.allens77@a.example, 4",
        "robert.allen@a.example, susan@b.example, 5",
        "rob, rob@a.example, 2",
        "ab@a.example, ax@a.example, 5",
    })
    void emails(String a, String b, int level) {
        PersonTable people = people(List.of(Role.EMAIL), List.of(List.of(a), List.of(b)));
        assertThat(level(people, FieldKind.EMAIL)).isEqualTo(level);
    }

    @Test
    void anyOfSeveralTelephoneNumbersMayBeTheSame() {
        PersonTable people = people(
                List.of(Role.PHONE, Role.PHONE),
                List.of(Arrays.asList("07586 512718", "01234 567890"), Arrays.asList(null, "07586512718")));
        assertThat(level(people, FieldKind.PHONE)).isEqualTo(PhoneLevels.EXACT);
    }

    @Test
    void furtherColumnsAreComparedByTheirRole() {
        List<Role> roles = List.of(
                Role.NATIONAL_ID, Role.IDENTIFIER, Role.BIRTH_PLACE, Role.OCCUPATION, Role.SEX, Role.BIRTH_YEAR);
        PersonTable people = people(
                roles,
                List.of(
                        List.of("AB-1", "12 345", "Leeds", "nurse", "male", "1970"),
                        List.of("AB1", "12346", "Leedz", "baker", "M", "1970")));
        assertThat(level(people, FieldKind.TOKEN)).isEqualTo(2);
        assertThat(level(people, FieldKind.CODE)).isEqualTo(2);
        assertThat(level(people, FieldKind.TEXT)).isEqualTo(2);
        assertThat(level(people, FieldKind.WORD)).isEqualTo(2);
        assertThat(level(people, FieldKind.SEX)).isEqualTo(1);
        assertThat(level(people, FieldKind.BIRTH)).isEqualTo(DateLevels.SAME_YEAR);
    }

    @Test
    void rareValuesCountMore() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Xaver"));
        rows.add(List.of("Xaver"));
        for (int i = 0; i < 98; i++) {
            rows.add(List.of(i % 2 == 0 ? "John" : "Mary"));
        }
        PersonTable people = people(List.of(Role.GIVEN_NAME), rows);
        Rarity rarity = new Rarity(people, Entities.alone(rows.size()));
        double[] rare = new double[1];
        double[] common = new double[1];
        rarity.of(0, 1, new PairLevels(people).compare(0, 1), rare);
        rarity.of(2, 4, new PairLevels(people).compare(2, 4), common);
        assertThat(rare[0]).isGreaterThan(50);
        assertThat(common[0]).isBetween(1.5, 3.0);
        rarity.of(0, 2, new PairLevels(people).compare(0, 2), common);
        assertThat(common[0]).isEqualTo(1);
    }
}
