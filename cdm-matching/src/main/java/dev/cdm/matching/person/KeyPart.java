package dev.cdm.matching.person;

import java.util.function.IntUnaryOperator;

/**
 * A part of keys: one number per record, 0 where the value is missing. It is computed when it is first asked for. Safe
 * for any thread.
 */
final class KeyPart {

    private final int rows;
    private final IntUnaryOperator of;
    private final boolean[] lent;
    private int[] values = {};

    /**
     * A part that is not computed yet.
     *
     * @param of gives the number of a record
     * @param lent which records owe the value to another one; empty if none can
     */
    KeyPart(int rows, IntUnaryOperator of, boolean[] lent) {
        this.rows = rows;
        this.of = of;
        this.lent = lent;
    }

    synchronized int[] values() {
        if (values.length < rows) {
            int[] computed = new int[rows];
            for (int row = 0; row < rows; row++) {
                computed[row] = of.applyAsInt(row);
            }
            values = computed;
        }
        return values;
    }

    boolean[] lent() {
        return lent;
    }
}
