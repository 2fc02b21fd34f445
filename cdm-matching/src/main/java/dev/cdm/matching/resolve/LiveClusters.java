package dev.cdm.matching.resolve;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.matching.clustering.FieldwiseClusters;
import dev.cdm.matching.clustering.JoinRules;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.resolve.CandidateIndex.SlotMarks;
import dev.cdm.matching.resolve.KeySlots.SlotList;
import dev.cdm.matching.roles.LiveRecords;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The clusters of records that come and go. After a change only the clusters are formed anew that it can reach, and they
 * are what a batch over all records forms.
 *
 * <p>Why that is so: clusters are joined one after the other, the best pair first, and whether two are joined depends on
 * their members alone. Say that a set of clusters is formed anew together with all clusters that have a pair with one of
 * them. As long as none of the latter ends up joined with one of the former, no record outside the set was ever looked at in
 * another state than before, so everything outside is as it was. If one does, it comes into the set, and the set is formed
 * anew.
 */
final class LiveClusters {

    private final LiveRecords records;
    private final ScoredNeighbours pairs;
    private final double cut;
    /** The next member of the cluster of a slot, in a ring. */
    private int[] next = new int[16];

    private final SlotMarks places = new SlotMarks();
    private final SlotMarks active = new SlotMarks();

    LiveClusters(LiveRecords records, ScoredNeighbours pairs, double cut) {
        this.records = records;
        this.pairs = pairs;
        this.cut = cut;
    }

    /** Takes up a slot as a cluster of its own. */
    void add(int slot) {
        if (slot >= next.length) {
            next = Arrays.copyOf(next, Math.max(slot + 1, next.length + (next.length >> 1)));
        }
        next[slot] = slot;
    }

    /** Takes a slot out of its cluster and adds those left in it to a list. */
    void remove(int slot, SlotList left) {
        int last = slot;
        for (int member = next[slot]; member != slot; member = next[member]) {
            left.add(member);
            last = member;
        }
        next[last] = next[slot];
        next[slot] = slot;
    }

    /** Gives all members of the cluster of a slot. */
    void members(int slot, IntConsumer each) {
        int member = slot;
        do {
            each.accept(member);
            member = next[member];
        } while (member != slot);
    }

    boolean isAlone(int slot) {
        return next[slot] == slot;
    }

    boolean areOne(int one, int other) {
        boolean[] found = {false};
        members(one, member -> found[0] |= member == other);
        return found[0];
    }

    /** {@return the member of a cluster whose id is the smallest} */
    int first(int slot) {
        int[] best = {slot};
        if (!isAlone(slot)) {
            members(slot, member -> {
                if (CodePoints.compare(records.id(member), records.id(best[0])) < 0) {
                    best[0] = member;
                }
            });
        }
        return best[0];
    }

    /**
     * Forms clusters anew.
     *
     * @param from slots whose clusters may not be what they were
     * @param before is told of every slot whose cluster may change before it does, all of one cluster together
     */
    void regroup(SlotList from, IntConsumer before) {
        SlotList changing = new SlotList();
        active.clear();
        for (int i = 0; i < from.size(); i++) {
            activate(from.get(i), changing);
        }
        int[] region;
        int[] labels;
        int known;
        do {
            known = changing.size();
            region = region(changing);
            labels = labels(region);
            for (int place = 0; place < region.length; place++) {
                boolean joinsOther =
                        labels[place] != place && isActive(region, place) != isActive(region, labels[place]);
                if (joinsOther) {
                    activate(region[place], changing);
                    activate(region[labels[place]], changing);
                }
            }
        } while (changing.size() > known);
        for (int i = 0; i < known; i++) {
            before.accept(changing.get(i));
        }
        link(region, labels);
    }

    private boolean isActive(int[] region, int place) {
        return active.has(region[place]);
    }

    private void activate(int slot, SlotList changing) {
        if (!active.has(slot)) {
            members(slot, member -> {
                active.put(member, 0);
                changing.add(member);
            });
        }
    }

    /** {@return the slots that change and those of the clusters that have a pair with them, in the order of the content} */
    private int[] region(SlotList changing) {
        SlotList region = new SlotList();
        places.clear();
        for (int i = 0; i < changing.size(); i++) {
            take(changing.get(i), region);
            for (int other : pairs.others(changing.get(i))) {
                if (!places.has(other)) {
                    members(other, member -> take(member, region));
                }
            }
        }
        int[] slots = region.toArray();
        inOrder(slots);
        for (int place = 0; place < slots.length; place++) {
            places.put(slots[place], place);
        }
        return slots;
    }

    private void take(int slot, SlotList region) {
        if (places.put(slot, 0)) {
            region.add(slot);
        }
    }

    private void inOrder(int[] slots) {
        for (int i = 1; i < slots.length; i++) {
            int slot = slots[i];
            int low = 0;
            int high = i;
            while (low < high) {
                int middle = (low + high) >>> 1;
                boolean before = records.compare(slots[middle], slot) < 0;
                low = before ? middle + 1 : low;
                high = before ? high : middle;
            }
            System.arraycopy(slots, low, slots, low + 1, i - low);
            slots[low] = slot;
        }
    }

    private int[] labels(int[] region) {
        ScoredPairs found = pairs(region);
        if (Arrays.stream(found.logits()).noneMatch(logit -> logit > cut)) {
            return RowOrder.identity(region.length);
        }
        JoinRules free = JoinRules.none(region.length);
        return new FieldwiseClusters(found, cut, () -> records.evidence(region), free, Workers.caller()).labels();
    }

    /** {@return the pairs within a region by places, in their order} */
    private ScoredPairs pairs(int[] region) {
        int count = 0;
        for (int place = 0; place < region.length; place++) {
            for (int other : pairs.others(region[place])) {
                count += places.get(other) > place ? 1 : 0;
            }
        }
        int[] left = new int[count];
        int[] right = new int[count];
        double[] logits = new double[count];
        int at = 0;
        for (int place = 0; place < region.length; place++) {
            int start = at;
            int[] others = pairs.others(region[place]);
            for (int i = 0; i < others.length; i++) {
                int second = places.get(others[i]);
                if (second > place) {
                    int to = at++;
                    for (; to > start && right[to - 1] > second; to--) {
                        right[to] = right[to - 1];
                        logits[to] = logits[to - 1];
                    }
                    left[at - 1] = place;
                    right[to] = second;
                    logits[to] = pairs.logits(region[place])[i];
                }
            }
        }
        return new ScoredPairs(left, right, logits);
    }

    /** Links the members of each cluster that changes; a label is the first place of the cluster. */
    private void link(int[] region, int[] labels) {
        for (int place = 0; place < region.length; place++) {
            int slot = region[place];
            if (active.has(slot)) {
                int head = region[labels[place]];
                if (head == slot) {
                    next[slot] = slot;
                } else {
                    next[slot] = next[head];
                    next[head] = slot;
                }
            }
        }
    }
}
