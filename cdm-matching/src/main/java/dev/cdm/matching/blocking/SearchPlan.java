package dev.cdm.matching.blocking;

import dev.cdm.core.internal.Checks;
import java.util.Arrays;
import java.util.List;

/** Cuts the pairs that share keys, rule after rule and left row after left row, into chunks of one size. */
final class SearchPlan {

    private final int[] ends;
    private int[] rows = new int[64];
    private long[] skipped = new long[64];
    private int chunks;

    SearchPlan(List<Blocks> blocks, int lefts, int size) {
        ends = new int[blocks.size()];
        for (int rule = 0; rule < ends.length; rule++) {
            cut(blocks.get(rule), lefts, size);
            ends[rule] = chunks;
        }
    }

    private void cut(Blocks blocks, int lefts, int size) {
        long open = 0;
        for (int left = 0; left < lefts; left++) {
            long pairs = 0;
            for (int entry = blocks.keys().left(left); entry < blocks.keys().leftEnd(left); entry++) {
                pairs += blocks.to(entry) - blocks.from(left, entry);
            }
            long at = open;
            for (; at < pairs; at += size) {
                add(left, at);
            }
            open = at - pairs;
        }
    }

    private void add(int row, long skip) {
        if (chunks == rows.length) {
            Checks.require(chunks < Integer.MAX_VALUE / 2, "chunk", "must be larger for so many pairs");
            rows = Arrays.copyOf(rows, chunks * 2);
            skipped = Arrays.copyOf(skipped, chunks * 2);
        }
        rows[chunks] = row;
        skipped[chunks++] = skip;
    }

    int chunks() {
        return chunks;
    }

    int rule(int chunk) {
        int rule = 0;
        while (ends[rule] <= chunk) {
            rule++;
        }
        return rule;
    }

    /** {@return the left row with which a chunk begins} */
    int row(int chunk) {
        return rows[chunk];
    }

    /** {@return how many pairs of that row belong to chunks before} */
    long skipped(int chunk) {
        return skipped[chunk];
    }
}
