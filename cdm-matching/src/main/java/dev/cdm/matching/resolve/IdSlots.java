package dev.cdm.matching.resolve;

import java.util.function.IntFunction;

/** The slots of records by their ids, which are kept elsewhere. */
final class IdSlots {

    private static final int SPREAD = 0x9E3779B9;

    private final IntFunction<String> ids;
    private int[] hashes = new int[64];
    /** A slot and one more, or 0. */
    private int[] slots = new int[64];

    private int size;

    IdSlots(IntFunction<String> ids) {
        this.ids = ids;
    }

    /** {@return the slot of a record, or -1} */
    int find(String id) {
        return slots[place(id)] - 1;
    }

    void add(String id, int slot) {
        if (2 * size >= slots.length) {
            grow();
        }
        int at = place(id);
        size += slots[at] == 0 ? 1 : 0;
        hashes[at] = id.hashCode();
        slots[at] = slot + 1;
    }

    /** Forgets a record whose id is still known. */
    void remove(String id) {
        int gap = place(id);
        if (slots[gap] == 0) {
            return;
        }
        size--;
        for (int at = after(gap); slots[at] != 0; at = after(at)) {
            int home = home(hashes[at]);
            boolean stays = gap <= at ? home > gap && home <= at : home > gap || home <= at;
            if (!stays) {
                hashes[gap] = hashes[at];
                slots[gap] = slots[at];
                gap = at;
            }
        }
        hashes[gap] = 0;
        slots[gap] = 0;
    }

    private int place(String id) {
        int hash = id.hashCode();
        int at = home(hash);
        while (slots[at] != 0
                && !(hashes[at] == hash && ids.apply(slots[at] - 1).equals(id))) {
            at = after(at);
        }
        return at;
    }

    private int home(int hash) {
        return hash * SPREAD >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }

    private int after(int place) {
        return place + 1 & slots.length - 1;
    }

    private void grow() {
        int[] oldHashes = hashes;
        int[] oldSlots = slots;
        hashes = new int[oldHashes.length * 2];
        slots = new int[hashes.length];
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != 0) {
                int at = home(oldHashes[i]);
                while (slots[at] != 0) {
                    at = after(at);
                }
                hashes[at] = oldHashes[i];
                slots[at] = oldSlots[i];
            }
        }
    }
}
