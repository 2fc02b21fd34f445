package dev.cdm.core.internal;

import java.text.Normalizer;

/** Text that every store can hold and every reader sees alike: NFKC, nothing invisible, plain white space. */
public final class CleanText {

    /* No language stacks more marks on a letter (UAX 15, stream-safe text); more would make NFKC quadratic. */
    private static final int LONGEST_RUN_OF_MARKS = 30;

    private CleanText() {}

    /**
     * {@return the text without U+0000 and with U+FFFD for each lone surrogate; the same object if it had neither}
     *
     * @param text any text
     */
    public static String storable(String text) {
        StringBuilder storable = null;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            if (storable == null && (lone || point == 0)) {
                storable = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (storable != null && point != 0) {
                storable.appendCodePoint(lone ? 0xFFFD : point);
            }
            i += Character.charCount(point);
        }
        return storable == null ? text : storable.toString();
    }

    /**
     * {@return the beginning of a text, not ending within a character}
     *
     * @param text a text
     * @param limit the most UTF-16 units, at least 1
     */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

    /**
     * {@return the text on one line, without white space at the ends and with single spaces}
     *
     * @param text a storable text
     */
    public static String line(String text) {
        return clean(text, false);
    }

    /**
     * {@return the text with its line breaks, each a line feed, at most two in a row}
     *
     * @param text a storable text
     */
    public static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepBreaks) {
        if (isPlain(text)) {
            return text;
        }
        String before;
        String after = text;
        do {
            before = after;
            after = squeezed(Normalizer.normalize(visible(before), Normalizer.Form.NFKC), keepBreaks);
        } while (!after.equals(before));
        return after;
    }

    /* Most texts are ASCII without anything to clean. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || (unit == ' ' && before == ' ')) {
                return false;
            }
            before = unit;
        }
        return before != ' ' || text.isEmpty();
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            marks = isMark(point) ? marks + 1 : 0;
            boolean joins = isJoiner(point) && joins(visible, text, next);
            if (joins || (marks <= LONGEST_RUN_OF_MARKS && !isInvisible(point))) {
                visible.appendCodePoint(point);
            }
            i = next;
        }
        return visible.length() == text.length() ? text : visible.toString();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isJoiner(int point) {
        return point == 0x200C || point == 0x200D;
    }

    /* Joiners shape Persian and Indic words and compose emoji; elsewhere they only deceive. */
    private static boolean joins(StringBuilder before, String text, int next) {
        return !before.isEmpty()
                && before.charAt(before.length() - 1) >= 0x600
                && next < text.length()
                && text.charAt(next) >= 0x600
                && !isInvisible(text.codePointAt(next))
                && !isInvisible(before.charAt(before.length() - 1));
    }

    private static boolean isInvisible(int point) {
        if (point < 0x7F) {
            return point < 0x20 && point != '\t' && point != '\n' && point != '\r' && point != 0x0B && point != 0x0C;
        }
        int type = Character.getType(point);
        return (type == Character.CONTROL && point != 0x85)
                || type == Character.FORMAT
                || (point & 0xFFFE) == 0xFFFE
                || (point >= 0xFDD0 && point <= 0xFDEF)
                || (point >= 0xE0100 && point <= 0xE01EF)
                || point == 0x115F
                || point == 0x1160
                || point == 0x3164;
    }

    private static String squeezed(String text, boolean keepBreaks) {
        StringBuilder squeezed = new StringBuilder(text.length());
        int breaks = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (isSpace(unit)) {
                space = true;
                breaks += isBreak(unit) && !(unit == '\n' && i > 0 && text.charAt(i - 1) == '\r') ? 1 : 0;
                continue;
            }
            if (space && !squeezed.isEmpty()) {
                squeezed.append(keepBreaks && breaks > 0 ? "\n".repeat(Math.min(breaks, 2)) : " ");
            }
            squeezed.append(unit);
            space = false;
            breaks = 0;
        }
        return squeezed.toString();
    }

    private static boolean isSpace(char unit) {
        return unit <= ' ' || unit == 0x85 || Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }

    private static boolean isBreak(char unit) {
        return unit == '\n'
                || unit == '\r'
                || unit == 0x0B
                || unit == 0x0C
                || unit == 0x85
                || unit == 0x2028
                || unit == 0x2029;
    }
}
