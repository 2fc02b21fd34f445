package dev.cdm.matching.blocking;

import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * Pairs of records, each once, sorted by the smaller record and then by the greater one. Immutable and safe for any
 * thread.
 */
public final class CandidatePairs {

    private static final int CHUNK_BITS = 11;

    private final long[] pairs;

    private CandidatePairs(long[] pairs) {
        this.pairs = pairs;
    }

    /**
     * {@return the pairs that are near each other in any of the neighbourhoods}
     *
     * @param rows how many records there are
     * @param neighbourhoods who is near whom
     * @param admitted says by a number other than 0 which pairs may be compared at all
     * @param workers who does the work
     */
    public static CandidatePairs of(
            int rows, List<Neighbourhood> neighbourhoods, IntBinaryOperator admitted, Workers workers) {
        int chunks = (rows >>> CHUNK_BITS) + 1;
        PairList[] found = new PairList[neighbourhoods.size()];
        int[][] places = new int[found.length][];
        workers.run("finding pairs", found.length, i -> {
            found[i] = neighbourhoods.get(i).pairs(admitted);
            places[i] = found[i].counts(chunks, CHUNK_BITS);
        });
        int[] starts = new int[chunks + 1];
        for (int chunk = 0; chunk < chunks; chunk++) {
            starts[chunk + 1] = starts[chunk];
            for (int[] each : places) {
                int count = each[chunk];
                each[chunk] = starts[chunk + 1];
                starts[chunk + 1] = Math.addExact(starts[chunk + 1], count);
            }
        }
        long[] all = new long[starts[chunks]];
        workers.run("collecting pairs", found.length, i -> {
            found[i].scatter(all, places[i], CHUNK_BITS);
            found[i] = new PairList();
        });
        int[] ends = new int[chunks];
        workers.run("sorting pairs", chunks, chunk -> ends[chunk] = distinct(all, starts[chunk], starts[chunk + 1]));
        int size = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            System.arraycopy(all, starts[chunk], all, size, ends[chunk] - starts[chunk]);
            size += ends[chunk] - starts[chunk];
        }
        return new CandidatePairs(Arrays.copyOf(all, size));
    }

    /** Sorts a range, moves its distinct pairs to its front and returns where they end. */
    private static int distinct(long[] all, int from, int to) {
        long[] sorted = RowOrder.sorted(Arrays.copyOfRange(all, from, to), to - from, 0);
        int end = from;
        for (int i = 0; i < to - from; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                all[end++] = sorted[i];
            }
        }
        return end;
    }

    /** {@return how many pairs there are} */
    public int size() {
        return pairs.length;
    }

    /**
     * {@return the smaller record of a pair}
     *
     * @param pair the number of the pair
     */
    public int left(int pair) {
        return (int) (pairs[pair] >>> Integer.SIZE);
    }

    /**
     * {@return the greater record of a pair}
     *
     * @param pair the number of the pair
     */
    public int right(int pair) {
        return (int) pairs[pair];
    }
}
