package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;

/** In how many entities each value of a field occurs, and how rare that makes an agreement on it. */
final class ValueCounts {

    private static final int FEW = 50;
    private static final double LEAST_MEAN = 20;

    private final int[] counts;
    private final double mean;
    private final double base;

    private ValueCounts(int[] counts, double floor) {
        this.counts = counts;
        long all = 0;
        double pairs = 0;
        for (int count : counts) {
            all += count;
            pairs += (double) count * (count - 1);
        }
        double least = Math.max(floor, 1 / (LEAST_MEAN * Math.max(all, FEW)));
        mean = Math.max(least, all < 2 ? 0 : pairs / ((double) all * (all - 1)));
        base = all + 1 / mean;
    }

    /** Counts codes from 0 on; every value once in an entity. A code below 0 is missing. */
    static ValueCounts of(Entities entities, double floor, int size, int[]... columns) {
        int[] counts = new int[size];
        int[] lastSeen = new int[size];
        int[] members = entities.members();
        for (int at = 0; at < members.length; at++) {
            int entity = entities.of(members[at]) + 1;
            for (int[] codes : columns) {
                int code = codes[members[at]];
                if (code != Column.MISSING && lastSeen[code] != entity) {
                    lastSeen[code] = entity;
                    counts[code]++;
                }
            }
        }
        return new ValueCounts(counts, floor);
    }

    /** {@return the probability that two random entities agree} */
    double mean() {
        return mean;
    }

    /**
     * {@return one over the probability that an unrelated record has the value: the pair itself is left out of the
     * count}
     */
    double rarity(int code, boolean together) {
        return base / (Math.max(0, counts[code] - (together ? 1 : 2)) + 1);
    }
}
