package dev.cdm.core.internal;

import java.util.Comparator;

/**
 * Order and soundness of text by Unicode code point.
 *
 * <p>{@link String#compareTo} orders by UTF-16 unit, which puts an emoji before half-width kana; databases order by
 * UTF-8 byte, which is code-point order. Everything that is sorted, paged or compared with a database uses this order.
 */
public final class CodePoints {

    /** Code-point order, equal to the order of the UTF-8 bytes. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    /**
     * {@return a negative number, zero or a positive number as the first text comes before, equals or follows the second}
     *
     * @param first a text
     * @param second a text
     */
    public static int compare(String first, String second) {
        int shared = Math.min(first.length(), second.length());
        for (int i = 0; i < shared; i++) {
            char a = first.charAt(i);
            char b = second.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(first.length(), second.length());
    }

    /* Surrogates stand for code points above U+FFFF, so they rank above every other unit. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }

    /**
     * {@return whether every store can hold the text: it has no U+0000 and no lone surrogate}
     *
     * @param text a text
     */
    public static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
