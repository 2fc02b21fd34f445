package dev.cdm.matching.person;

/** How alike two dates of birth are; a date is a number of eight digits, year, month, day, four bits for a digit. */
final class DateLevels {

    static final int EXACT = 1;
    /** One digit differs, two neighbouring digits are swapped, or day and month are. */
    static final int SLIP = 2;
    /** Two of year, month and day agree. */
    static final int TWO_PARTS = 3;

    static final int TWO_DIGITS = 4;
    static final int SAME_YEAR = 5;
    static final int NEXT_YEAR = 6;
    /** Only years are known, and one digit differs or two neighbours are swapped. */
    static final int YEAR_SLIP = 7;

    static final int OTHER = 8;
    static final int COUNT = 9;

    private static final int DIGIT = 4;
    private static final int PART = 8;
    private static final int YEAR = 16;
    private static final int PART_MASK = 0xFF;
    private static final int REST_MASK = 0xFFFF;

    private DateLevels() {}

    /** {@return the digits of year * 10000 + month * 100 + day} */
    static int digits(int date) {
        int digits = 0;
        for (int rest = date, shift = 0; rest > 0; rest /= 10, shift += DIGIT) {
            digits |= rest % 10 << shift;
        }
        return digits;
    }

    static int level(int a, int b) {
        if (a == b) {
            return (a & REST_MASK) == 0 ? SAME_YEAR : EXACT;
        }
        if ((a & REST_MASK) != 0 && (b & REST_MASK) != 0) {
            int level = full(a, b);
            if (level != OTHER) {
                return level;
            }
        }
        return years(a >>> YEAR << YEAR, b >>> YEAR << YEAR, (a & REST_MASK) == 0 || (b & REST_MASK) == 0);
    }

    private static int years(int a, int b, boolean alone) {
        if (a == b || Math.abs(year(a) - year(b)) == 1) {
            return a == b ? SAME_YEAR : NEXT_YEAR;
        }
        int differing = differing(a ^ b);
        return alone && (differing == 1 || (differing == 2 && neighboursSwapped(a, b))) ? YEAR_SLIP : OTHER;
    }

    private static int full(int a, int b) {
        int differing = differing(a ^ b);
        boolean sameYear = a >>> YEAR == b >>> YEAR;
        if (differing == 1 || (differing == 2 && neighboursSwapped(a, b)) || (sameYear && dayAndMonthSwapped(a, b))) {
            return SLIP;
        }
        boolean sameMonth = ((a ^ b) >>> PART & PART_MASK) == 0;
        boolean sameDay = ((a ^ b) & PART_MASK) == 0;
        int parts = (sameYear ? 1 : 0) + (sameMonth ? 1 : 0) + (sameDay ? 1 : 0);
        return parts == 2 ? TWO_PARTS : differing == 2 ? TWO_DIGITS : OTHER;
    }

    private static int differing(int change) {
        int any = change | change >>> 1 | change >>> 2 | change >>> 3;
        return Integer.bitCount(any & 0x11111111);
    }

    private static boolean neighboursSwapped(int a, int b) {
        int equal = Integer.numberOfTrailingZeros(a ^ b) & ~(DIGIT - 1);
        int x = a >>> equal;
        int y = b >>> equal;
        return x >>> PART == y >>> PART && (x & 15) == (y >>> DIGIT & 15) && (y & 15) == (x >>> DIGIT & 15);
    }

    private static boolean dayAndMonthSwapped(int a, int b) {
        return (a & PART_MASK) == (b >>> PART & PART_MASK) && (b & PART_MASK) == (a >>> PART & PART_MASK);
    }

    private static int year(int digits) {
        int year = 0;
        for (int shift = 28; shift >= YEAR; shift -= DIGIT) {
            year = year * 10 + (digits >>> shift & 15);
        }
        return year;
    }
}
