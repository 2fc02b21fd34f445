package dev.cdm.matching.person;

/** The values of a field, blanks filled with the first value, in the order of the records, that the entity has. */
final class LentValues {

    final int[] codes;
    /** Which records had a blank that is filled; empty while every record is an entity of its own. */
    final boolean[] lent;

    LentValues(int[] codes, int blank, Entities entities) {
        if (entities.areAlone()) {
            this.codes = codes;
            this.lent = new boolean[0];
            return;
        }
        int[] first = codes.clone();
        for (int row = codes.length - 1; row >= 0; row--) {
            if (codes[row] != blank) {
                first[entities.of(row)] = codes[row];
            }
        }
        this.codes = codes.clone();
        this.lent = new boolean[codes.length];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] == blank && first[entities.of(row)] != blank) {
                this.codes[row] = first[entities.of(row)];
                lent[row] = true;
            }
        }
    }
}
