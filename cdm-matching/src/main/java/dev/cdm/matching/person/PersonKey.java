package dev.cdm.matching.person;

import java.util.function.Supplier;

/** One key of all records, computed anew each time it is asked for. Immutable and safe for any thread. */
public final class PersonKey {

    private final Supplier<long[]> values;
    private final boolean[][] lent;

    PersonKey(Supplier<long[]> values, boolean[]... lent) {
        this.values = values;
        this.lent = lent;
    }

    /** {@return the hash or the place in an order of every record, 0 where a part is missing} */
    public long[] values() {
        return values.get();
    }

    /**
     * {@return which records owe a part of the key to another record of their entity; empty while every record is an
     * entity of its own}
     */
    public boolean[] lent() {
        boolean[] any = lent[0].clone();
        for (int part = 1; part < lent.length; part++) {
            for (int row = 0; row < lent[part].length; row++) {
                any[row] |= lent[part][row];
            }
        }
        return any;
    }
}
