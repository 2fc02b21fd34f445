package dev.cdm.matching.person;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings texts to the form in which they are compared: width and case folded, accents dropped, hiragana as katakana,
 * kanji variants as one, everything that is no letter or digit a single blank.
 */
final class TextFold {

    /** Longer texts are cut: no name, street or address is longer, and a pasted document must not stop the work. */
    static final int LONGEST = 200;

    private static final String BARRED = "ßæœøłđðþı";
    private static final String[] SPELLED = {"ss", "ae", "oe", "o", "l", "d", "d", "th", "i"};

    private TextFold() {}

    /** {@return the folded text; empty if nothing is left} */
    static String fold(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, text.offsetByCodePoints(0, cutAt(text))) : text;
        String composed = isAscii(cut) ? cut : Normalizer.normalize(cut, Normalizer.Form.NFKC);
        String lower = composed.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); ) {
            int codePoint = lower.codePointAt(i);
            append(folded, codePoint);
            i += Character.charCount(codePoint);
        }
        int end = folded.length();
        return end > 0 && folded.charAt(end - 1) == ' ' ? folded.substring(0, end - 1) : folded.toString();
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static int cutAt(String text) {
        return Math.min(LONGEST, text.codePointCount(0, Math.min(text.length(), 2 * LONGEST)));
    }

    private static void append(StringBuilder folded, int codePoint) {
        if (codePoint < 128) {
            ascii(folded, codePoint);
        } else if (codePoint < 0x250 || (codePoint >= 0x1E00 && codePoint < 0x1F00)) {
            latin(folded, codePoint);
        } else if (Japanese.isKana(codePoint)) {
            folded.appendCodePoint(Japanese.katakana(codePoint));
        } else if (codePoint == Japanese.REPEAT && folded.length() > 0) {
            folded.appendCodePoint(folded.codePointBefore(folded.length()));
        } else if (Character.isLetterOrDigit(codePoint)) {
            folded.appendCodePoint(Japanese.plainKanji(codePoint));
        } else if (Character.getType(codePoint) != Character.NON_SPACING_MARK) {
            blank(folded);
        }
    }

    private static void ascii(StringBuilder folded, int codePoint) {
        if ((codePoint >= 'a' && codePoint <= 'z') || (codePoint >= '0' && codePoint <= '9')) {
            folded.append((char) codePoint);
        } else if (codePoint != '\'' && codePoint != '`') {
            blank(folded);
        }
    }

    private static void latin(StringBuilder folded, int codePoint) {
        int barred = BARRED.indexOf(codePoint);
        if (barred >= 0) {
            folded.append(SPELLED[barred]);
            return;
        }
        String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
        int base = parts.codePointAt(0);
        if (base < 128) {
            ascii(folded, base);
        } else if (Character.isLetterOrDigit(base)) {
            folded.appendCodePoint(base);
        } else {
            blank(folded);
        }
    }

    private static void blank(StringBuilder folded) {
        if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }
}
