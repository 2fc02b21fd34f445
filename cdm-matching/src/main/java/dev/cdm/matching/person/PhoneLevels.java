package dev.cdm.matching.person;

/**
 * Telephone numbers as numbers, four bits for a digit, without signs, country code and leading zeros, and how alike two
 * are.
 */
final class PhoneLevels {

    static final int EXACT = 1;
    static final int NEAR = 2;
    static final int OTHER = 3;
    static final int COUNT = 4;

    private static final int DIGIT = 4;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 15;

    private PhoneLevels() {}

    /** {@return the significant digits as a number, or 0 if there are too few} */
    static long read(String text) {
        String plain = text.strip();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            int point = plain.codePointAt(i);
            if (Character.isDigit(point)) {
                digits.append((char) ('0' + Character.digit(point, 10)));
            }
        }
        boolean international = plain.startsWith("+") || plain.startsWith("＋") || digits.indexOf("00") == 0;
        int start = zeros(digits, 0);
        if (international) {
            start = zeros(digits, start + countryCode(digits, start));
        }
        int length = Math.min(LONGEST, digits.length() - start);
        return length < SHORTEST ? 0 : Long.parseLong(digits.substring(start, start + length), 16);
    }

    static int level(long a, long b) {
        return a == b ? EXACT : oneEdit(a, b) ? NEAR : OTHER;
    }

    private static int zeros(StringBuilder digits, int from) {
        int start = from;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return start;
    }

    private static int countryCode(StringBuilder digits, int from) {
        if (digits.length() < from + 3) {
            return 0;
        }
        char first = digits.charAt(from);
        char second = digits.charAt(from + 1);
        if (first == '1' || first == '7') {
            return 1;
        }
        boolean three = (first == '2' && second != '0' && second != '7')
                || (first == '3' && "578".indexOf(second) >= 0)
                || (first == '4' && second == '2')
                || ("56".indexOf(first) >= 0 && second == '9')
                || (first == '6' && "78".indexOf(second) >= 0)
                || (first == '8' && "58".indexOf(second) >= 0)
                || (first == '9' && "679".indexOf(second) >= 0);
        return three ? 3 : 2;
    }

    /** One digit changed, added, dropped, or two neighbours swapped: equal ends are cut off and the rest looked at. */
    private static boolean oneEdit(long a, long b) {
        int equal = Long.numberOfTrailingZeros(a ^ b) & ~(DIGIT - 1);
        long x = a >>> equal;
        long y = b >>> equal;
        boolean changed = x >>> DIGIT == y >>> DIGIT;
        boolean dropped = x >>> DIGIT == y || y >>> DIGIT == x;
        boolean swapped = x >>> (2 * DIGIT) == y >>> (2 * DIGIT)
                && (x & 15) == (y >>> DIGIT & 15)
                && (y & 15) == (x >>> DIGIT & 15);
        return changed || dropped || swapped;
    }
}
