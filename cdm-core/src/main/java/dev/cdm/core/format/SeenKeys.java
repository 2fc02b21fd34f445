package dev.cdm.core.format;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;

/**
 * At which row a key stood first. Keeps 64 bits of a hash and the row for each key: about 32 bytes a row, the only thing
 * in a reader that grows with the file. Two of a million keys share a hash with a probability of 3 in 100 million.
 */
final class SeenKeys {

    private static final int FIRST_SIZE = 1 << 10;

    private long[] hashes = new long[FIRST_SIZE];
    private long[] rows = new long[FIRST_SIZE];
    private int size;

    static long hash(String key, String version, String time) {
        Hasher hasher = Hashing.murmur3_128().newHasher();
        for (String part : new String[] {key, version, time}) {
            hasher.putInt(part.length()).putUnencodedChars(part);
        }
        return hasher.hash().asLong();
    }

    /** The row of the first key with that hash, or 0 if this is the first. */
    long firstRow(long hash, long row) {
        if (size * 2 >= rows.length) {
            grow();
        }
        int slot = slot(hash);
        if (rows[slot] != 0) {
            return rows[slot];
        }
        hashes[slot] = hash;
        rows[slot] = row;
        size++;
        return 0;
    }

    private int slot(long hash) {
        int slot = (int) hash & (rows.length - 1);
        while (rows[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (rows.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldRows = rows;
        hashes = new long[oldHashes.length * 2];
        rows = new long[oldRows.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                rows[slot] = oldRows[i];
            }
        }
    }
}
