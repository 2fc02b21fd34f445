package dev.cdm.matching.person;

/** How alike two dates of birth are; dates are packed as year * 10000 + month * 100 + day. */
final class DateLevels {

    static final int EXACT = 1;
    /** One digit differs, two neighbouring digits are swapped, or day and month are. */
    static final int SLIP = 2;
    /** Two of year, month and day agree. */
    static final int TWO_PARTS = 3;
    static final int TWO_DIGITS = 4;
    static final int SAME_YEAR = 5;
    static final int NEXT_YEAR = 6;
    static final int OTHER = 7;
    static final int COUNT = 8;

    private static final int YEAR = 10_000;
    private static final int PART = 100;

    private DateLevels() {}

    static int level(int a, int b) {
        if (a == b) {
            return a % YEAR == 0 ? SAME_YEAR : EXACT;
        }
        int yearA = a / YEAR;
        int yearB = b / YEAR;
        if (a % YEAR != 0 && b % YEAR != 0) {
            int level = full(a, b);
            if (level != OTHER) {
                return level;
            }
        }
        return yearA == yearB ? SAME_YEAR : Math.abs(yearA - yearB) == 1 ? NEXT_YEAR : OTHER;
    }

    private static int full(int a, int b) {
        int differing = differing(a, b);
        boolean sameYear = a / YEAR == b / YEAR;
        if (differing == 1 || (differing == 2 && neighboursSwapped(a, b)) || (sameYear && dayAndMonthSwapped(a, b))) {
            return SLIP;
        }
        int parts = (sameYear ? 1 : 0) + (a / PART % PART == b / PART % PART ? 1 : 0) + (a % PART == b % PART ? 1 : 0);
        return parts == 2 ? TWO_PARTS : differing == 2 ? TWO_DIGITS : OTHER;
    }

    private static int differing(int a, int b) {
        int count = 0;
        for (int x = a, y = b; x + y > 0; x /= 10, y /= 10) {
            count += x % 10 == y % 10 ? 0 : 1;
        }
        return count;
    }

    private static boolean neighboursSwapped(int a, int b) {
        int x = a;
        int y = b;
        while (x % 10 == y % 10) {
            x /= 10;
            y /= 10;
        }
        return x % 10 == y / 10 % 10 && y % 10 == x / 10 % 10 && x / PART == y / PART;
    }

    private static boolean dayAndMonthSwapped(int a, int b) {
        return a % PART == b / PART % PART && b % PART == a / PART % PART;
    }
}
