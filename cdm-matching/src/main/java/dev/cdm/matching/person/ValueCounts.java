package dev.cdm.matching.person;

import com.google.common.collect.ImmutableMap;
import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.table.Column;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** In how many entities each value of a field occurs, and how rare that makes an agreement on it. */
final class ValueCounts {

    private static final int FEW = 50;
    private static final double LEAST_MEAN = 20;

    /** The count of a value that is known only as one of the rare ones. */
    private static final int RARE = -1;

    private int[] counts;
    private final @Nullable Frequencies asked;
    private final IntFunction<String> texts;
    private final long entities;
    private final double mean;
    private final double base;
    /** The count that rare values have on average; 0 if all counts are those of the records themselves. */
    private final double rare;

    private ValueCounts(int[] counts, Frequencies known, @Nullable Frequencies asked, IntFunction<String> texts) {
        this.counts = counts;
        this.asked = asked;
        this.texts = texts;
        mean = known.agreement();
        entities = known.entities();
        base = entities + 1 / mean;
        rare = known.rareCount();
    }

    private ValueCounts(int[] counts, double floor) {
        this.counts = counts;
        asked = null;
        texts = code -> "";
        rare = 0;
        long all = 0;
        double pairs = 0;
        for (int count : counts) {
            all += count;
            pairs += (double) count * (count - 1);
        }
        double least = Math.max(floor, 1 / (LEAST_MEAN * Math.max(all, FEW)));
        mean = Math.max(least, all < 2 ? 0 : pairs / ((double) all * (all - 1)));
        entities = all;
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

    /** Takes the counts of other records, so that what a value weighs does not depend on these ones. */
    static ValueCounts known(Frequencies known, int size, IntFunction<String> texts) {
        int[] counts = new int[size];
        Arrays.setAll(counts, code -> known.counts().getOrDefault(texts.apply(code), RARE));
        return new ValueCounts(counts, known, null, texts);
    }

    /** Takes the counts of other records when they are asked for, so that values may come. For one thread at a time. */
    static ValueCounts asked(Frequencies known, IntFunction<String> texts) {
        return new ValueCounts(new int[0], known, known, texts);
    }

    private int count(int code) {
        if (asked == null) {
            return counts[code];
        }
        if (code >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(64, 2 * code));
        }
        if (counts[code] == 0) {
            counts[code] = asked.counts().getOrDefault(texts.apply(code), RARE);
        }
        return counts[code];
    }

    /** {@return the counts by text; values of fewer entities than a least number are only summed up} */
    Frequencies frozen(IntFunction<String> texts, int least) {
        ImmutableMap.Builder<String, Integer> named = ImmutableMap.builder();
        long rareValues = 0;
        long rareEntities = 0;
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] >= least) {
                named.put(texts.apply(code), counts[code]);
            } else if (counts[code] > 0) {
                rareValues++;
                rareEntities += counts[code];
            }
        }
        return new Frequencies(entities, mean, named.buildOrThrow(), rareValues, rareEntities);
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
        if (rare > 0) {
            int count = count(code);
            return base / (count == RARE ? rare : count);
        }
        return base / (Math.max(0, counts[code] - (together ? 1 : 2)) + 1);
    }
}
