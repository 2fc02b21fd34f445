package dev.cdm.matching.roles;

import dev.cdm.matching.blocking.CandidatePairs;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.mixture.PairSource;
import dev.cdm.matching.person.PairLevels;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;

/** Pairs with their levels. */
final class ComparedPairs implements PairSource {

    private static final int CHUNK = 2048;

    /** A prime. */
    private static final int STRIDE = 7919;

    private static final long UNKNOWN = -1;

    private final int[] left;
    private final int[] right;
    private final long[] patterns;

    private ComparedPairs(int[] left, int[] right, long[] patterns) {
        this.left = left;
        this.right = right;
        this.patterns = patterns;
    }

    /** Compares pairs. */
    static ComparedPairs of(PersonTable people, CandidatePairs candidates, Workers workers) {
        int[] left = new int[candidates.size()];
        int[] right = new int[left.length];
        for (int pair = 0; pair < left.length; pair++) {
            left[pair] = candidates.left(pair);
            right[pair] = candidates.right(pair);
        }
        return of(people, left, right, workers);
    }

    /** Compares more pairs; both are sorted by their records, and those that were compared before are not compared again. */
    ComparedPairs with(PersonTable people, CandidatePairs more, Workers workers) {
        int[] lefts = new int[Math.addExact(left.length, more.size())];
        int[] rights = new int[lefts.length];
        long[] known = new long[lefts.length];
        int size = 0;
        for (int old = 0, next = 0; old < left.length || next < more.size(); size++) {
            long mine = old < left.length ? ScoredPairs.key(left[old], right[old]) : Long.MAX_VALUE;
            long its = next < more.size() ? ScoredPairs.key(more.left(next), more.right(next)) : Long.MAX_VALUE;
            long smaller = Math.min(mine, its);
            lefts[size] = (int) (smaller >>> Integer.SIZE);
            rights[size] = (int) smaller;
            known[size] = mine == smaller ? patterns[old++] : UNKNOWN;
            next += its == smaller ? 1 : 0;
        }
        int[] exactLefts = Arrays.copyOf(lefts, size);
        return of(people, exactLefts, Arrays.copyOf(rights, size), Arrays.copyOf(known, size), workers);
    }

    static ComparedPairs of(PersonTable people, int[] left, int[] right, Workers workers) {
        long[] unknown = new long[left.length];
        Arrays.fill(unknown, UNKNOWN);
        return of(people, left, right, unknown, workers);
    }

    private static ComparedPairs of(PersonTable people, int[] left, int[] right, long[] patterns, Workers workers) {
        int chunks = (left.length + CHUNK - 1) / CHUNK;
        workers.run("comparing", chunks, number -> {
            PairLevels levels = new PairLevels(people);
            int chunk = scattered(number, chunks);
            for (int pair = chunk * CHUNK; pair < Math.min(left.length, (chunk + 1) * CHUNK); pair++) {
                if (patterns[pair] == UNKNOWN) {
                    patterns[pair] = levels.compare(left[pair], right[pair]);
                }
            }
        });
        return new ComparedPairs(left, right, patterns);
    }

    /** Neighbouring chunks hold pairs of one kind; a mixture at the start shows the compiler all kinds at once. */
    private static int scattered(int number, int chunks) {
        return chunks % STRIDE == 0 ? number : (int) ((long) number * STRIDE % chunks);
    }

    /** {@return every so many-th pair, chosen by its records} */
    ComparedPairs every(int step) {
        if (step <= 1) {
            return this;
        }
        int kept = 0;
        int[] chosen = new int[size()];
        for (int pair = 0; pair < size(); pair++) {
            long hash = (left[pair] * 0x9E3779B97F4A7C15L + right[pair]) * 0xD1B54A32D192ED03L;
            if (Long.remainderUnsigned(hash >>> 20, step) == 0) {
                chosen[kept++] = pair;
            }
        }
        int[] lefts = new int[kept];
        int[] rights = new int[kept];
        long[] levels = new long[kept];
        for (int i = 0; i < kept; i++) {
            lefts[i] = left[chosen[i]];
            rights[i] = right[chosen[i]];
            levels[i] = patterns[chosen[i]];
        }
        return new ComparedPairs(lefts, rights, levels);
    }

    @Override
    public int size() {
        return left.length;
    }

    @Override
    public int left(int pair) {
        return left[pair];
    }

    @Override
    public int right(int pair) {
        return right[pair];
    }

    @Override
    public long pattern(int pair) {
        return patterns[pair];
    }
}
