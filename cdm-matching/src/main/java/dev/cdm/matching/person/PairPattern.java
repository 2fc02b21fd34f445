package dev.cdm.matching.person;

/** The levels of all fields of a pair of records in one number, four bits each. */
public final class PairPattern {

    static final int BITS = 4;
    static final int MOST_FIELDS = Long.SIZE / BITS - 1;
    private static final int MASK = (1 << BITS) - 1;

    private PairPattern() {}

    /**
     * {@return the level of a field in a pattern, 0 for a missing value}
     *
     * @param pattern the pattern
     * @param field the place of the field
     */
    public static int level(long pattern, int field) {
        return (int) (pattern >>> (field * BITS)) & MASK;
    }

    static long with(long pattern, int field, int level) {
        return pattern | (long) level << (field * BITS);
    }
}
