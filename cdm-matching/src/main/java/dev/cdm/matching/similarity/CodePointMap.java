package dev.cdm.matching.similarity;

/**
 * A small map from code points to longs that can be emptied and filled again without allocation; absent is 0.
 *
 * <p>Open addressing on the low bits of the code point: the letters of one script are neighbours, so Latin letters and
 * kana seldom collide. Whether a letter is there can't be foretold, so no branch asks for it: the value of a free slot
 * is 0, and only a collision takes a jump.
 */
final class CodePointMap {

    private static final int LEAST_SLOTS = 128;

    /** Code point + 1, so that 0 is a free slot. */
    private int[] keys = new int[LEAST_SLOTS];

    private long[] values = new long[LEAST_SLOTS];

    /** Slots written since the last reset, repeats included. */
    private int[] written = new int[LEAST_SLOTS / 2];

    private int writes;

    /** Empties the map and makes room for that many calls of {@code put}. */
    void reset(int puts) {
        if (written.length < puts) {
            int slots = Math.max(keys.length, Integer.highestOneBit(Math.min(puts, Character.MAX_CODE_POINT)) * 4);
            keys = new int[slots];
            values = new long[slots];
            written = new int[Math.max(puts, slots / 2)];
        } else {
            for (int i = 0; i < writes; i++) {
                keys[written[i]] = 0;
                values[written[i]] = 0;
            }
        }
        writes = 0;
    }

    long get(int codePoint) {
        return values[slot(keys, codePoint)];
    }

    void put(int codePoint, long value) {
        int slot = slot(keys, codePoint);
        keys[slot] = codePoint + 1;
        values[slot] = value;
        written[writes++] = slot;
    }

    /** Sets a bit for each position of a text of at most 64 code points. */
    void setMasks(int[] text, int from, int length) {
        reset(length);
        int[] table = keys;
        for (int i = 0; i < length; i++) {
            int codePoint = text[from + i];
            int slot = slot(table, codePoint);
            table[slot] = codePoint + 1;
            values[slot] |= 1L << i;
            written[i] = slot;
        }
        writes = length;
    }

    /** {@return the slot that holds the code point or, if none does, the free one for it} */
    private static int slot(int[] table, int codePoint) {
        int mask = table.length - 1;
        int slot = codePoint & mask;
        while (isOther(table[slot], codePoint + 1)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Neither free nor equal; one comparison, as both factors are below 2^21. */
    private static boolean isOther(int found, int key) {
        return (long) found * (found ^ key) != 0;
    }
}
