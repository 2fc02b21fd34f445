package dev.cdm.matching.resolve;

import dev.cdm.matching.resolve.KeySlots.SlotList;
import dev.cdm.matching.roles.LiveRecords;
import java.util.Arrays;

/**
 * Which records share a key, and the scored pairs among them: always those that a batch over the same records finds. A key
 * that more records carry than the model allows finds nobody, until some of them leave.
 */
final class CandidateIndex {

    private final LiveRecords records;
    private final KeySlots carriers = new KeySlots();
    private final ScoredNeighbours pairs = new ScoredNeighbours();
    private final int cap;
    private final SlotMarks marks = new SlotMarks();
    private final SlotList found = new SlotList();
    private int disabled;

    CandidateIndex(LiveRecords records) {
        this.records = records;
        cap = records.model().blocking().cap();
    }

    ScoredNeighbours pairs() {
        return pairs;
    }

    /** {@return how many keys find nobody because too many records carry them} */
    int disabled() {
        return disabled;
    }

    /** {@return how many keys are carried} */
    int keys() {
        return carriers.keys();
    }

    /** Takes up a record; what tells of each of the pairs that are no more is told. */
    void add(int slot, PairListener dropped) {
        long[] keys = records.keys(slot);
        long[] crossed = new long[keys.length];
        int crossings = 0;
        found.clear();
        for (long key : keys) {
            int count = carriers.add(key, slot);
            if (count == cap + 1) {
                crossed[crossings++] = key;
            } else if (count > 1 && count <= cap) {
                carriers.collect(key, found);
            }
        }
        disabled += crossings;
        score(slot);
        for (int i = 0; i < crossings; i++) {
            dropWithout(crossed[i], dropped);
        }
    }

    private void score(int slot) {
        marks.clear();
        marks.put(slot, 0);
        for (int i = 0; i < found.size(); i++) {
            int other = found.get(i);
            if (marks.put(other, 0)) {
                double logit = records.scoreAboveLeast(slot, other);
                if (logit > LiveRecords.LEAST_LOGIT) {
                    pairs.add(slot, other, logit);
                }
            }
        }
    }

    /** {@return the records that one in a slot of its own would be compared with if it were added, each once} */
    int[] candidates(int slot) {
        found.clear();
        for (long key : records.keys(slot)) {
            if (carriers.count(key) < cap) {
                carriers.collect(key, found);
            }
        }
        marks.clear();
        SlotList once = new SlotList();
        for (int i = 0; i < found.size(); i++) {
            if (marks.put(found.get(i), 0)) {
                once.add(found.get(i));
            }
        }
        return once.toArray();
    }

    /** Drops the pairs that were found by a key alone. */
    private void dropWithout(long key, PairListener dropped) {
        found.clear();
        carriers.collect(key, found);
        int[] all = found.toArray();
        marks.clear();
        for (int slot : all) {
            marks.put(slot, 0);
        }
        for (int slot : all) {
            long[] own = {};
            for (int other : pairs.others(slot)) {
                if (slot < other && marks.has(other)) {
                    own = own.length == 0 ? records.keys(slot) : own;
                    if (!meet(own, records.keys(other))) {
                        pairs.remove(slot, other);
                        dropped.changed(slot, other);
                    }
                }
            }
        }
    }

    /** {@return whether two records share a key that is in use} */
    private boolean meet(long[] one, long[] other) {
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j] && carriers.count(one[i]) <= cap) {
                return true;
            }
            boolean first = one[i] <= other[j];
            j += one[i] >= other[j] ? 1 : 0;
            i += first ? 1 : 0;
        }
        return false;
    }

    /** Forgets a record, which is still in its slot; each of the pairs that are found since is told. */
    void remove(int slot, PairListener added) {
        pairs.clear(slot);
        long[] keys = records.keys(slot);
        long[] back = Arrays.copyOf(keys, keys.length);
        int returned = 0;
        for (long key : keys) {
            if (carriers.remove(key, slot) == cap) {
                back[returned++] = key;
            }
        }
        disabled -= returned;
        for (int i = 0; i < returned; i++) {
            found.clear();
            carriers.collect(back[i], found);
            int[] all = found.toArray();
            for (int one = 0; one < all.length; one++) {
                for (int other = 0; other < one; other++) {
                    rescore(all[one], all[other], added);
                }
            }
        }
    }

    private void rescore(int one, int other, PairListener added) {
        if (!pairs.has(one, other)) {
            double logit = records.scoreAboveLeast(one, other);
            if (logit > LiveRecords.LEAST_LOGIT) {
                pairs.add(one, other, logit);
                added.changed(one, other);
            }
        }
    }

    /** Hears of pairs. */
    @FunctionalInterface
    interface PairListener {

        /** A pair came or went. */
        void changed(int one, int other);
    }

    /** A number for each of some slots; all are forgotten at once. */
    static final class SlotMarks {

        private static final int NONE = -1;

        private int[] rounds = new int[16];
        private int[] numbers = new int[16];
        private int round;

        /** Forgets all numbers. */
        void clear() {
            round++;
            if (round == Integer.MAX_VALUE) {
                Arrays.fill(rounds, 0);
                round = 1;
            }
        }

        /** Gives a slot a number of 0 or more; returns whether it had none. */
        boolean put(int slot, int number) {
            if (slot >= rounds.length) {
                rounds = Arrays.copyOf(rounds, slot * 2);
                numbers = Arrays.copyOf(numbers, slot * 2);
            }
            boolean isNew = rounds[slot] != round;
            rounds[slot] = round;
            numbers[slot] = number;
            return isNew;
        }

        /** {@return the number of a slot, or -1} */
        int get(int slot) {
            return slot < rounds.length && rounds[slot] == round ? numbers[slot] : NONE;
        }

        boolean has(int slot) {
            return get(slot) != NONE;
        }
    }
}
