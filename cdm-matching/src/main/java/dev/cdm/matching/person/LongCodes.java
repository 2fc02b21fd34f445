package dev.cdm.matching.person;

import java.util.Arrays;

/** Distinct numbers, numbered from 0 in the order in which they first came. Not thread-safe. */
final class LongCodes {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] values = new long[8];
    private int[] slots = new int[32];
    private int size;

    int add(long value) {
        int slot = slot(value);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int code = 0; code < size; code++) {
                slots[slot(values[code])] = code + 1;
            }
        }
        return size - 1;
    }

    long value(int code) {
        return values[code];
    }

    int size() {
        return size;
    }

    private int slot(long value) {
        int slot = (int) ((value * SPREAD) >>> Long.numberOfLeadingZeros(slots.length - 1));
        while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
