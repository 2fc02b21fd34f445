package dev.cdm.matching.table;

import java.util.Arrays;

/** Distinct texts, numbered from 0 in the order in which they first came. Not thread-safe while texts are added. */
public final class Dictionary {

    private static final int SPREAD = 0x9E3779B9;

    private String[] texts = new String[16];
    private int[] slots = new int[64];
    private int size;

    /** Starts an empty dictionary. */
    public Dictionary() {}

    /**
     * {@return the number of a text, a new one if the text is new}
     *
     * @param text the text
     */
    public int add(String text) {
        int slot = slot(text);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
        }
        texts[size++] = text;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    /**
     * {@return the number of a text, or -1 if the dictionary does not hold it}
     *
     * @param text the text
     */
    public int find(String text) {
        return slots[slot(text)] - 1;
    }

    /**
     * {@return the text with a number}
     *
     * @param code the number, at least 0 and below {@link #size()}
     */
    public String text(int code) {
        return texts[code];
    }

    /** {@return how many distinct texts there are} */
    public int size() {
        return size;
    }

    private int slot(String text) {
        int mask = slots.length - 1;
        int hash = text.hashCode() * SPREAD;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (slots[slot] != 0 && !texts[slots[slot] - 1].equals(text)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int code = 0; code < size; code++) {
            slots[slot(texts[code])] = code + 1;
        }
    }
}
