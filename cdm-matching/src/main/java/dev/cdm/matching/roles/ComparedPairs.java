package dev.cdm.matching.roles;

import dev.cdm.matching.blocking.CandidatePairs;
import dev.cdm.matching.mixture.PairSource;
import dev.cdm.matching.person.PairLevels;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;

/** Pairs with their levels. */
final class ComparedPairs implements PairSource {

    private static final int CHUNK = 8192;

    private static final long UNKNOWN = -1;

    private final int[] left;
    private final int[] right;
    private final long[] patterns;

    private ComparedPairs(int[] left, int[] right, long[] patterns) {
        this.left = left;
        this.right = right;
        this.patterns = patterns;
    }

    /** Compares pairs; those that were compared before, in the same order, are not compared again. */
    static ComparedPairs of(PersonTable people, CandidatePairs candidates, ComparedPairs before, Workers workers) {
        int[] left = new int[candidates.size()];
        int[] right = new int[left.length];
        long[] known = new long[left.length];
        for (int pair = 0, old = 0; pair < left.length; pair++) {
            left[pair] = candidates.left(pair);
            right[pair] = candidates.right(pair);
            boolean same = old < before.size() && before.left[old] == left[pair] && before.right[old] == right[pair];
            known[pair] = same ? before.patterns[old++] : UNKNOWN;
        }
        return of(people, left, right, known, workers);
    }

    static ComparedPairs of(PersonTable people, int[] left, int[] right, Workers workers) {
        long[] unknown = new long[left.length];
        Arrays.fill(unknown, UNKNOWN);
        return of(people, left, right, unknown, workers);
    }

    static ComparedPairs none() {
        return new ComparedPairs(new int[0], new int[0], new long[0]);
    }

    private static ComparedPairs of(PersonTable people, int[] left, int[] right, long[] patterns, Workers workers) {
        workers.run("comparing", (left.length + CHUNK - 1) / CHUNK, chunk -> {
            PairLevels levels = new PairLevels(people);
            for (int pair = chunk * CHUNK; pair < Math.min(left.length, (chunk + 1) * CHUNK); pair++) {
                if (patterns[pair] == UNKNOWN) {
                    patterns[pair] = levels.compare(left[pair], right[pair]);
                }
            }
        });
        return new ComparedPairs(left, right, patterns);
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
