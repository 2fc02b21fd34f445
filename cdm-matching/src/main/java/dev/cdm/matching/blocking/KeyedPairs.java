package dev.cdm.matching.blocking;

import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * The pairs of records that share a key, each once, sorted by the smaller record and then by the greater one. Whether two
 * records are a pair depends on their keys alone, unless more records than the cap share a value: such a value is left out
 * as a whole, and counted. Immutable and safe for any thread.
 */
public final class KeyedPairs {

    private static final int CHUNK = 2048;

    private final int[] left;
    private final int[] right;
    private final int disabled;

    private KeyedPairs(int[] left, int[] right, int disabled) {
        this.left = left;
        this.right = right;
        this.disabled = disabled;
    }

    /**
     * {@return the pairs}
     *
     * @param rows how many records there are
     * @param keys how many keys there are
     * @param key gives one key of all records: one or more columns with one hash per record, 0 for none; no record may have
     *     a hash twice
     * @param cap how many records may share a value
     * @param hot whether a value is left out without being counted
     * @param admitted says by a number other than 0 which pairs may be compared at all
     * @param workers who does the work
     */
    public static KeyedPairs of(
            int rows,
            int keys,
            IntFunction<long[][]> key,
            int cap,
            LongPredicate hot,
            IntBinaryOperator admitted,
            Workers workers) {
        SharedKeys[] shared = shared(rows, keys, key, cap, hot, workers);
        int chunks = (rows + CHUNK - 1) / CHUNK;
        PairList[] found = new PairList[chunks];
        workers.run("finding pairs", chunks, chunk -> {
            found[chunk] = new PairList();
            Partners partners = new Partners();
            for (int row = chunk * CHUNK; row < Math.min(rows, (chunk + 1) * CHUNK); row++) {
                collect(row, shared, admitted, partners, found[chunk]);
            }
        });
        int size = Arrays.stream(found).mapToInt(PairList::size).reduce(0, Math::addExact);
        int[] left = new int[size];
        int[] right = new int[size];
        int at = 0;
        for (PairList pairs : found) {
            for (int pair = 0; pair < pairs.size(); pair++, at++) {
                left[at] = pairs.left(pair);
                right[at] = pairs.right(pair);
            }
        }
        return new KeyedPairs(
                left,
                right,
                Arrays.stream(shared).mapToInt(SharedKeys::disabled).sum());
    }

    /**
     * {@return the values that more records share than the cap allows}
     *
     * @param rows how many records there are
     * @param keys how many keys there are
     * @param key gives one key of all records
     * @param cap how many records may share a value
     * @param workers who does the work
     */
    public static long[] hot(int rows, int keys, IntFunction<long[][]> key, int cap, Workers workers) {
        long[][] large = new long[keys][];
        workers.run(
                "sorting",
                keys,
                i -> large[i] =
                        SharedKeys.of(key.apply(i), rows, cap, value -> false).large());
        return Arrays.stream(large).flatMapToLong(LongStream::of).toArray();
    }

    private static SharedKeys[] shared(
            int rows, int keys, IntFunction<long[][]> key, int cap, LongPredicate hot, Workers workers) {
        SharedKeys[] shared = new SharedKeys[keys];
        workers.run("sorting", keys, i -> shared[i] = SharedKeys.of(key.apply(i), rows, cap, hot));
        return shared;
    }

    private static void collect(
            int row, SharedKeys[] shared, IntBinaryOperator admitted, Partners partners, PairList found) {
        int before = partners.size();
        for (SharedKeys key : shared) {
            key.collect(row, partners);
        }
        partners.distinctFrom(before);
        for (int i = before; i < partners.size(); i++) {
            if (admitted.applyAsInt(row, partners.get(i)) != 0) {
                found.add(row, partners.get(i));
            }
        }
    }

    /** {@return the smaller record of every pair} */
    public int[] left() {
        return left.clone();
    }

    /** {@return the greater record of every pair} */
    public int[] right() {
        return right.clone();
    }

    /** {@return how many values were left out because more records share them than the cap allows} */
    public int disabled() {
        return disabled;
    }
}
