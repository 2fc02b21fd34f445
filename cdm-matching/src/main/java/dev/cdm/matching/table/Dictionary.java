package dev.cdm.matching.table;

import java.util.Arrays;

/** Distinct texts, numbered from 0 in the order in which they first came. Not thread-safe while texts are added. */
public final class Dictionary {

    private static final int SPREAD = 0x9E3779B9;

    private String[] texts = new String[16];
    private int[] hashes = new int[16];
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
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size] = text.hashCode();
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
        int hash = text.hashCode();
        int slot = start(hash);
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, hash, text)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isAt(int code, int hash, String text) {
        return hashes[code] == hash && texts[code].equals(text);
    }

    private int start(int hash) {
        int spread = hash * SPREAD;
        return (spread ^ (spread >>> 15)) & (slots.length - 1);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int code = 0; code < size; code++) {
            int slot = start(hashes[code]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = code + 1;
        }
    }
}
