package dev.cdm.matching.resolve;

import dev.cdm.matching.resolve.CandidateIndex.PairListener;
import dev.cdm.matching.resolve.KeySlots.SlotList;
import dev.cdm.matching.roles.LiveRecords;
import java.util.HashMap;
import java.util.Map;

/** One change of records: which clusters it touches, and what they were before. */
final class Regrouping implements PairListener {

    private final LiveClusters clusters;
    private final LiveRecords records;
    private final SlotList touched = new SlotList();
    private final Map<String, String> before = new HashMap<>();
    private int added = -1;

    Regrouping(LiveClusters clusters, LiveRecords records) {
        this.clusters = clusters;
        this.records = records;
    }

    /** Takes a record, which is still in its slot, out of its cluster. */
    void leave(int slot) {
        note(slot);
        clusters.remove(slot, touched);
    }

    /** Takes up a record that was added, and forms the clusters anew. */
    void join(int slot) {
        added = slot;
        clusters.add(slot);
        touched.add(slot);
        finish();
    }

    /** Forms the clusters anew. */
    void finish() {
        clusters.regroup(touched, this::note);
    }

    private void note(int slot) {
        if (slot != added && !before.containsKey(records.id(slot))) {
            String cluster = records.id(clusters.first(slot));
            clusters.members(slot, member -> before.putIfAbsent(records.id(member), cluster));
        }
    }

    /** {@return the former clusters, by record, as far as they may have changed} */
    Map<String, String> before() {
        return before;
    }

    @Override
    public void changed(int one, int other) {
        touched.add(one);
        touched.add(other);
    }
}
