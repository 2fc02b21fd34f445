package dev.cdm.core.normalize.ja;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KanaProperties {

    private static final String DIGITS = "〇一二三四五六七八九";

    @Property(tries = 200)
    void kanjiNumeralsOfBlocksBecomeDigits(@ForAll @IntRange(min = 1, max = 199) int number) {
        assertThat(Kana.digits(kanji(number) + "番地")).isEqualTo(number + "番地");
    }

    @Example
    void numeralsOfPlaceNamesStay() {
        assertThat(Kana.digits("一番町二丁目")).isEqualTo("一番町2丁目");
        assertThat(Kana.digits("三田二〇五号")).isEqualTo("三田205号");
    }

    @Example
    void hiraganaAndKatakanaReadAlike() {
        assertThat(Kana.katakana("おーのゞ ヴ")).isEqualTo("オーノヾ ヴ");
        assertThat(Kana.katakana("ラ-メン A-B")).isEqualTo("ラーメン A-B");
        assertThat(Kana.isKana("さくら")).isTrue();
        assertThat(Kana.isKana("桜")).isFalse();
        assertThat(Kana.isKana(" ")).isFalse();
    }

    private static String kanji(int number) {
        String hundreds = number >= 100 ? "百" : "";
        int tens = number / 10 % 10;
        String ten = tens == 0 ? "" : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十";
        int ones = number % 10;
        return hundreds + ten + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
    }
}
