package dev.cdm.matching.blocking;

import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * Pairs of records, each once, sorted by the smaller record and then by the greater one. Immutable and safe for any
 * thread.
 */
public final class CandidatePairs {

    private static final int CHUNK = 2048;

    private final int[] starts;
    private final int[] partners;

    private CandidatePairs(int[] starts, int[] partners) {
        this.starts = starts;
        this.partners = partners;
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
        int chunks = (rows + CHUNK - 1) / CHUNK;
        Partners[] found = new Partners[chunks];
        int[] starts = new int[rows + 1];
        workers.run("finding pairs", chunks, chunk -> {
            Partners partners = new Partners();
            for (int row = chunk * CHUNK; row < Math.min(rows, (chunk + 1) * CHUNK); row++) {
                int before = partners.size();
                collect(row, neighbourhoods, admitted, partners);
                starts[row + 1] = partners.size() - before;
            }
            found[chunk] = partners;
        });
        for (int row = 0; row < rows; row++) {
            starts[row + 1] = Math.addExact(starts[row], starts[row + 1]);
        }
        int[] all = new int[starts[rows]];
        IntStream.range(0, chunks).forEach(chunk -> found[chunk].copyTo(all, starts[chunk * CHUNK]));
        return new CandidatePairs(starts, all);
    }

    private static void collect(
            int row, List<Neighbourhood> neighbourhoods, IntBinaryOperator admitted, Partners partners) {
        int before = partners.size();
        for (Neighbourhood neighbourhood : neighbourhoods) {
            neighbourhood.collect(row, partners);
        }
        partners.distinctFrom(before);
        partners.keepFrom(before, other -> admitted.applyAsInt(row, other) != 0);
    }

    /**
     * {@return the pairs of this and of another set, each once}
     *
     * @param other pairs of the same records
     */
    public CandidatePairs with(CandidatePairs other) {
        int[] both = new int[Math.addExact(partners.length, other.partners.length)];
        int[] bothStarts = new int[starts.length];
        int size = 0;
        for (int row = 0; row + 1 < starts.length; row++) {
            int mine = starts[row];
            int theirs = other.starts[row];
            while (mine < starts[row + 1] || theirs < other.starts[row + 1]) {
                int left = mine < starts[row + 1] ? partners[mine] : Integer.MAX_VALUE;
                int right = theirs < other.starts[row + 1] ? other.partners[theirs] : Integer.MAX_VALUE;
                both[size++] = Math.min(left, right);
                mine += left <= right ? 1 : 0;
                theirs += right <= left ? 1 : 0;
            }
            bothStarts[row + 1] = size;
        }
        return new CandidatePairs(bothStarts, Arrays.copyOf(both, size));
    }

    /** {@return how many pairs there are} */
    public int size() {
        return partners.length;
    }

    /** {@return how many records there are} */
    public int rows() {
        return starts.length - 1;
    }

    /**
     * {@return where the pairs start whose smaller record is the given one}
     *
     * @param row the record, or the number of records for the end of all
     */
    public int start(int row) {
        return starts[row];
    }

    /**
     * {@return the greater record of a pair}
     *
     * @param pair the number of the pair
     */
    public int partner(int pair) {
        return partners[pair];
    }
}
