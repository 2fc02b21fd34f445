package dev.cdm.matching.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.writing.DateReader;
import dev.cdm.matching.writing.Japanese;
import dev.cdm.matching.writing.TextFold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "O'Brien-Smith | obrien smith",
                "ÅSA  Öberg | asa oberg",
                "Łukasz Straße | lukasz strasse",
                "ﾀﾞｲｼﾞ | ダイジ",
                "さとう | サトウ",
                "佐々木 | 佐佐木",
                "髙橋 | 高橋",
                "渡邉 | 渡辺",
                "𠮷見 | 吉見",
                "１－２ | 1 2",
                "İstanbul | istanbul",
            })
    void textsAreFolded(String text, String folded) {
        assertThat(TextFold.fold(text)).isEqualTo(folded);
    }

    @Test
    void hugeTextsAreCutAndEmptyOnesStayEmpty() {
        assertThat(TextFold.fold("x".repeat(1_000_000))).hasSize(TextFold.LONGEST);
        assertThat(TextFold.fold("𠮷".repeat(1000)).codePointCount(0, TextFold.LONGEST))
                .isEqualTo(TextFold.LONGEST);
        assertThat(TextFold.fold(" -- ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "シュウロウ, syuro", "shuurou, syuro", "SYUUROU, syuro", "オオノ, ono", "ohno, ono", "ジュンコ, zyunko", "Junko, zyunko",
        "フジイ, huzi", "fujii, huzi", "チヅコ, tizuko", "chizuko, tizuko", "ホンマ, honma", "Homma, honma", "リョウ, ryo",
        "キッペイ, kipei", "kippei, kipei", "ツー, tu",
    })
    void readingsAreTheSameHoweverTheyAreWritten(String text, String reading) {
        assertThat(Japanese.reading(TextFold.fold(text))).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1971-06-24 | 19710624",
                "19710624 | 19710624",
                "24061971 | 19710624",
                "24/06/1971 | 19710624",
                "24.6.71 | 19710624",
                "S46.6.24 | 19710624",
                "昭和46年6月24日 | 19710624",
                "令和元年5月1日 | 20190501",
                "H4.8.30 | 19920830",
                "1971年6月24日 | 19710624",
                "１９７１／６／２４ | 19710624",
                "1971 | 19710000",
                "1971-06 | 19710600",
                "24 June 1971 | 19710624",
                "Jun 24, 1971 | 19710624",
                "1971-06-24T00:00:00Z | 19710624",
                "unknown | 0",
                "5/6/05 | 20050605",
                "12 Foo 1999 | 19990012",
            })
    void datesAreRead(String text, int date) {
        assertThat(DateReader.read(text, false)).isEqualTo(date);
    }

    @Test
    void dayAndMonthFollowTheColumn() {
        assertThat(DateReader.read("03/04/1971", true)).isEqualTo(19710304);
        assertThat(DateReader.read("03041971", true)).isEqualTo(19710304);
        assertThat(DateReader.monthFirst("03/24/1971")).isPositive();
        assertThat(DateReader.monthFirst("24/03/1971")).isNegative();
        assertThat(DateReader.monthFirst("03/04/1971")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "19710624,19710624,1", "19710624,19710625,2", "19710624,19710642,2", "19710406,19710604,2",
                "19710624,19710630,3",
        "19710624,19730625,4", "19710624,19711013,5", "19710624,19721013,6", "19710624,19951013,8",
                "19710000,19710000,5",
        "19710000,19710624,5", "19710000,19720624,6", "19710624,19810724,4",
    })
    void datesAreCompared(int a, int b, int level) {
        assertThat(DateLevels.level(DateLevels.digits(a), DateLevels.digits(b))).isEqualTo(level);
        assertThat(DateLevels.level(DateLevels.digits(b), DateLevels.digits(a))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "+81 90-6031-6037, 090-6031-6037, 1", "+44 7586 512718, 07586 512718, 1", "0049 30 123456, 030 123456, 1",
        "+1 212 5550100, 212-555-0100, 1", "+353 1 234567, 01 234567, 1", "07586512718, 07586512719, 2",
        "07586512718, 0758651278, 2", "07586512718, 07586512781, 2", "07586512718, 07586512799, 3",
        "07586512718, 0758651, 3",
    })
    void telephoneNumbersAreCompared(String a, String b, int level) {
        assertThat(PhoneLevels.level(PhoneLevels.read(a), PhoneLevels.read(b))).isEqualTo(level);
        assertThat(PhoneLevels.level(PhoneLevels.read(b), PhoneLevels.read(a))).isEqualTo(level);
    }

    @Test
    void whatIsNoTelephoneNumberIsMissing() {
        assertThat(PhoneLevels.read("n/a")).isZero();
        assertThat(PhoneLevels.read("0000000000")).isZero();
        assertThat(PhoneLevels.read("123456789012345678901234")).isEqualTo(0x123456789012345L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Smith, John | John | Smith",
                "John Smith | John | Smith",
                "Anna Maria Berg | Anna Maria | Berg",
                "Cher | '' | Cher",
                "山田 太郎 | 太郎 | 山田",
                "山田太郎 | 太郎 | 山田",
                "林誠 | 誠 | 林",
                "Dr. John P. Smith, Jr | John P. | Smith",
                "Prof Anna van der Berg PhD | Anna | van der Berg",
                "VAN DER BERG, Anna | Anna | VAN DER BERG",
                "山田太郎様 | 太郎 | 山田",
            })
    void fullNamesAreSplit(String text, String given, String family) {
        assertThat(new FullName(java.util.List.of(text)).split(text))
                .extracting(String::strip)
                .containsExactly(given, family);
    }

    @Test
    void whereJoinedNamesPartIsLearnedFromTheOthers() {
        FullName names = new FullName(java.util.List.of("佐々木 明", "佐々木 健一", "佐々木明", "林 健一", "林健一", "小林健"));
        assertThat(names.split("佐々木明")).containsExactly("明", "佐々木");
        assertThat(names.split("林健一")).containsExactly("健一", "林");
        assertThat(names.split("小林健")).containsExactly("健", "小林");
        assertThat(names.split("")).containsExactly("", "");
    }

    @Test
    void soundexIsTheClassicOne() {
        assertThat(NameParts.soundex("robert"))
                .isEqualTo(NameParts.soundex("rupert"))
                .isNotZero();
        assertThat(NameParts.soundex("ashcraft")).isEqualTo(NameParts.soundex("ashcroft"));
        assertThat(NameParts.soundex("smith")).isNotEqualTo(NameParts.soundex("jones"));
        assertThat(NameParts.soundex("山")).isZero();
        assertThat(NameParts.soundex("")).isZero();
    }

    @Test
    void rolesHaveLabels() {
        for (Role role : Role.values()) {
            assertThat(Role.of(role.label())).contains(role);
        }
        assertThat(Role.of("nonsense")).isEmpty();
    }
}
