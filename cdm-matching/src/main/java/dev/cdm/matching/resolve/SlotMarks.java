package dev.cdm.matching.resolve;

import java.util.Arrays;

/** A number for each of some slots; all are forgotten at once. */
final class SlotMarks {

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
