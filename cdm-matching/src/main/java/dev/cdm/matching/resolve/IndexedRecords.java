package dev.cdm.matching.resolve;

import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.resolve.CandidateIndex.PairListener;
import dev.cdm.matching.roles.LiveRecords;
import java.util.Map;

/** Records by their ids, and the scored pairs among them. */
final class IndexedRecords {

    private final LiveRecords records;
    private final IdSlots ids;
    private final CandidateIndex index;

    IndexedRecords(PersonModel model) {
        records = new LiveRecords(model);
        ids = new IdSlots(records::id);
        index = new CandidateIndex(records);
    }

    LiveRecords records() {
        return records;
    }

    CandidateIndex index() {
        return index;
    }

    /** {@return the slot of a record, or -1} */
    int slot(String id) {
        return ids.find(id);
    }

    /** {@return the slot of a record that was not there} */
    int add(String id, Map<String, String> fields, PairListener dropped) {
        int slot = records.add(id, fields);
        ids.add(id, slot);
        index.add(slot, dropped);
        return slot;
    }

    void remove(int slot, PairListener added) {
        ids.remove(records.id(slot));
        index.remove(slot, added);
        records.remove(slot);
    }
}
