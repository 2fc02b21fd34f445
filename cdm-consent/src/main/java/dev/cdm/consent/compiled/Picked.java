package dev.cdm.consent.compiled;

import java.util.Arrays;

/** Numbers of events, in a list that grows and is used again. */
final class Picked {

    private int[] numbers = new int[16];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    void set(int place, int number) {
        numbers[place] = number;
    }

    void cutTo(int shorter) {
        size = shorter;
    }

    int get(int place) {
        return numbers[place];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
