package dev.cdm.core.normalize.ja;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Japanese letters. All texts are in NFKC, so half-width kana are full-width already. */
final class Kana {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々〆ヶー]");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー・ ]+");
    private static final Pattern LONG = Pattern.compile("(?<=[ァ-ヺー])[-‐‑‒–—―−~〜]");
    private static final Pattern NUMERAL = Pattern.compile("[〇一二三四五六七八九十百]{1,7}(?=丁目|番地|番(?!町)|号)");
    private static final String DIGITS = "〇一二三四五六七八九";

    private Kana() {}

    /** {@return whether a text holds a Japanese (or Chinese) letter} */
    static boolean isJapanese(String text) {
        return JAPANESE.matcher(text).find();
    }

    /** {@return whether a text is kana and nothing else} */
    static boolean isKana(String text) {
        return KANA.matcher(text).matches() && isJapanese(text);
    }

    /** {@return the text with katakana for hiragana, and a long-vowel mark for each dash after katakana} */
    static String katakana(String text) {
        StringBuilder katakana = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean hiragana = (unit >= 'ぁ' && unit <= 'ゖ') || unit == 'ゝ' || unit == 'ゞ';
            katakana.append(hiragana ? (char) (unit + 0x60) : unit);
        }
        return LONG.matcher(katakana).replaceAll("ー");
    }

    /** {@return the text with digits for the kanji numerals of blocks and houses, as in 四丁目} */
    static String digits(String text) {
        return NUMERAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(number(found.group())));
    }

    private static String number(String numeral) {
        int sum = 0;
        int digit = 0;
        boolean places = numeral.indexOf('十') >= 0 || numeral.indexOf('百') >= 0;
        for (int i = 0; i < numeral.length(); i++) {
            char sign = numeral.charAt(i);
            int place = sign == '十' ? 10 : sign == '百' ? 100 : 1;
            if (place > 1) {
                sum += Math.max(digit, 1) * place;
                digit = 0;
            } else {
                digit = places ? DIGITS.indexOf(sign) : digit * 10 + DIGITS.indexOf(sign);
            }
        }
        return Integer.toString(sum + digit);
    }

    /** {@return a number of at most two digits, or 元 for the first year; kanji numerals count} */
    static int year(String text) {
        if (text.equals("元")) {
            return 1;
        }
        return Integer.parseInt(Character.isDigit(text.charAt(0)) ? text : number(text));
    }
}
