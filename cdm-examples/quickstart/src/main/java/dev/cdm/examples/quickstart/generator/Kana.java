package dev.cdm.examples.quickstart.generator;

import java.text.Normalizer;

/** The writings of kana and digits that Japanese systems mix. */
final class Kana {

    private static final String WIDE = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private static final char FIRST_NARROW = 'ｦ';
    private static final int TO_KATAKANA = 'ア' - 'あ';
    private static final int TO_WIDE_DIGIT = '０' - '0';

    private Kana() {}

    static String katakana(String hiragana) {
        StringBuilder text = new StringBuilder();
        hiragana.chars().forEach(unit -> text.append((char) (unit >= 'ぁ' && unit <= 'ゖ' ? unit + TO_KATAKANA : unit)));
        return text.toString();
    }

    static String halfWidth(String katakana) {
        StringBuilder text = new StringBuilder();
        for (char unit : Normalizer.normalize(katakana, Normalizer.Form.NFD).toCharArray()) {
            int at = WIDE.indexOf(unit);
            if (at >= 0) {
                text.append((char) (FIRST_NARROW + at));
            } else {
                text.append(unit == '\u3099' ? 'ﾞ' : unit == '\u309A' ? 'ﾟ' : unit);
            }
        }
        return text.toString();
    }

    /** ASCII digits, dashes and letters in full width. */
    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(unit -> wide.append((char) (unit > ' ' && unit < 127 ? unit + TO_WIDE_DIGIT : unit)));
        return wide.toString();
    }
}
