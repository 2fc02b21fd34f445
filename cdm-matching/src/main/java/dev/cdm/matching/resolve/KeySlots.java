package dev.cdm.matching.resolve;

import java.util.Arrays;

/**
 * Which slots carry a key. The keys lie in many small tables with open addressing, so that growing one takes no time; a key
 * of one slot, as most are, takes no more room than its place in the table.
 */
final class KeySlots {

    private static final int PARTS = 1 << 10;
    private static final long MIX = 0xD6E8FEB86659FD93L;

    private final Part[] parts = new Part[PARTS];

    KeySlots() {
        Arrays.setAll(parts, part -> new Part());
    }

    /** {@return how many slots carry a key after one more does} */
    int add(long key, int slot) {
        long mixed = key * MIX;
        return part(mixed).add(key, mixed, slot);
    }

    /** {@return how many slots carry a key after one that did does no more} */
    int remove(long key, int slot) {
        long mixed = key * MIX;
        return part(mixed).remove(key, mixed, slot);
    }

    /** {@return how many slots carry a key} */
    int count(long key) {
        long mixed = key * MIX;
        return part(mixed).count(key, mixed);
    }

    /** Adds the slots that carry a key. */
    void collect(long key, SlotList found) {
        long mixed = key * MIX;
        part(mixed).collect(key, mixed, found);
    }

    /** {@return how many keys are carried} */
    int keys() {
        return Arrays.stream(parts).mapToInt(part -> part.size).sum();
    }

    private Part part(long mixed) {
        return parts[(int) (mixed >>> 54)];
    }

    /** One table. A number above 0 is a slot and one more, below 0 the place of a list: how many, and then the slots. */
    private static final class Part {

        private static final int[] NO_LIST = {};

        private long[] keys = new long[8];
        private int[] values = new int[8];
        private int size;
        private int[][] lists = new int[4][];
        private int[] free = new int[4];
        private int freed;
        private int used;

        private int home(long mixed) {
            return (int) ((((mixed >>> 22) & 0xFFFFFFFFL) * keys.length) >>> 32);
        }

        private int place(long key, long mixed) {
            int at = home(mixed);
            while (values[at] != 0 && keys[at] != key) {
                at = at + 1 == keys.length ? 0 : at + 1;
            }
            return at;
        }

        int count(long key, long mixed) {
            int value = values[place(key, mixed)];
            return value >= 0 ? Integer.signum(value) : lists[-value - 1][0];
        }

        void collect(long key, long mixed, SlotList found) {
            int value = values[place(key, mixed)];
            if (value > 0) {
                found.add(value - 1);
            } else if (value < 0) {
                int[] list = lists[-value - 1];
                for (int i = 1; i <= list[0]; i++) {
                    found.add(list[i]);
                }
            }
        }

        int add(long key, long mixed, int slot) {
            int at = place(key, mixed);
            int value = values[at];
            if (value == 0) {
                keys[at] = key;
                values[at] = slot + 1;
                size++;
                if (size * 5L > keys.length * 4L) {
                    resize(keys.length + (keys.length >> 1));
                }
                return 1;
            }
            if (value > 0) {
                values[at] = -keep(new int[] {2, value - 1, slot}) - 1;
                return 2;
            }
            int[] list = lists[-value - 1];
            int count = ++list[0];
            if (count == list.length) {
                list = Arrays.copyOf(list, count + (count >> 1) + 1);
                lists[-value - 1] = list;
            }
            list[count] = slot;
            return count;
        }

        private int keep(int[] list) {
            int number = freed > 0 ? free[--freed] : used++;
            if (number == lists.length) {
                lists = Arrays.copyOf(lists, number + (number >> 1));
            }
            lists[number] = list;
            return number;
        }

        int remove(long key, long mixed, int slot) {
            int at = place(key, mixed);
            int value = values[at];
            if (value == 0) {
                return 0;
            }
            if (value > 0) {
                close(at);
                return 0;
            }
            int[] list = lists[-value - 1];
            int found = 1;
            while (list[found] != slot) {
                found++;
            }
            list[found] = list[list[0]--];
            if (list[0] == 1) {
                values[at] = list[1] + 1;
                drop(-value - 1);
                return 1;
            }
            if (list.length > 2 * list[0] + 2) {
                lists[-value - 1] = Arrays.copyOf(list, list[0] + 1);
            }
            return list[0];
        }

        private void drop(int number) {
            lists[number] = NO_LIST;
            if (freed == free.length) {
                free = Arrays.copyOf(free, 2 * freed);
            }
            free[freed++] = number;
        }

        /** Frees a place and moves those after it that would not be found any more. */
        private void close(int place) {
            int gap = place;
            int at = place;
            size--;
            while (true) {
                at = at + 1 == keys.length ? 0 : at + 1;
                if (values[at] == 0) {
                    break;
                }
                int home = home(keys[at] * MIX);
                boolean between = gap <= at ? home > gap && home <= at : home > gap || home <= at;
                if (!between) {
                    keys[gap] = keys[at];
                    values[gap] = values[at];
                    gap = at;
                }
            }
            keys[gap] = 0;
            values[gap] = 0;
            if (keys.length > 64 && size * 4L < keys.length) {
                resize(keys.length / 2);
            }
        }

        private void resize(int length) {
            long[] oldKeys = keys;
            int[] oldValues = values;
            keys = new long[length];
            values = new int[length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldValues[i] != 0) {
                    int at = place(oldKeys[i], oldKeys[i] * MIX);
                    keys[at] = oldKeys[i];
                    values[at] = oldValues[i];
                }
            }
        }
    }

    /** A growing list of slots. */
    static final class SlotList {

        private int[] slots = new int[16];
        private int size;

        void add(int slot) {
            if (size == slots.length) {
                slots = Arrays.copyOf(slots, size * 2);
            }
            slots[size++] = slot;
        }

        int get(int place) {
            return slots[place];
        }

        int size() {
            return size;
        }

        void clear() {
            size = 0;
        }

        int[] toArray() {
            return Arrays.copyOf(slots, size);
        }
    }
}
