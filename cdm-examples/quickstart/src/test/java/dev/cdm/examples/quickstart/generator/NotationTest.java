package dev.cdm.examples.quickstart.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotationTest {

    private final Notation notation = new Notation(new Dice(1));

    @Test
    void kanaAreWrittenInAllWidths() {
        assertThat(Kana.katakana("がっこう・ぱん")).isEqualTo("ガッコウ・パン");
        assertThat(Kana.halfWidth("ガッコウ パンヴー")).isEqualTo("ｶﾞｯｺｳ ﾊﾟﾝｳﾞｰ");
        assertThat(Kana.fullWidth("090-1a")).isEqualTo("０９０－１ａ");
    }

    @Test
    void aDateIsWrittenInAllWaysOfAForm() {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < 100; i++) {
            seen.add(notation.japaneseDate(LocalDate.of(1989, 5, 3)));
        }
        assertThat(seen).containsExactlyInAnyOrder("平成元年5月3日", "平成元年５月３日", "H1.5.3", "１９８９／０５／０３", "1989/5/3");
    }

    @Test
    void aPhoneNumberIsWrittenInAllNotations() {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < 100; i++) {
            seen.add(notation.phone("819012345678", "JP"));
            seen.add(notation.phone("12025550123", "US"));
            seen.add(notation.phone("441134960123", "GB"));
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "+819012345678",
                        "090-1234-5678",
                        "09012345678",
                        "０９０－１２３４－５６７８",
                        "+12025550123",
                        "+1 (202) 555-0123",
                        "+441134960123",
                        "+44 113 496 0123");
    }
}
