package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;

/** Replaces codes by what they stand for. */
final class Lookup {

    private Lookup() {}

    static int[] through(int[] codes, int[] meanings) {
        int[] found = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            found[row] = codes[row] == Column.MISSING ? Column.MISSING : meanings[codes[row]];
        }
        return found;
    }
}
