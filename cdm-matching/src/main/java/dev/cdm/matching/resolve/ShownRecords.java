package dev.cdm.matching.resolve;

import dev.cdm.matching.mixture.PersonModel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Indexed records as they were committed, or as one unit of work sees them. What a unit of work sees is indexed while it
 * asks; before another one is shown, the records are put back.
 */
final class ShownRecords {

    private final IndexedRecords indexed;
    /** What was committed, for records that are shown otherwise. */
    private final Map<String, State> hidden = new HashMap<>();

    ShownRecords(PersonModel model) {
        indexed = new IndexedRecords(model);
    }

    /**
     * What a record says.
     *
     * @param fields its values, or null if it is not there
     */
    record State(@Nullable Map<String, String> fields) {

        static final State GONE = new State(null);

        @Override
        public String toString() {
            return fields == null ? "gone" : "there";
        }
    }

    IndexedRecords indexed() {
        return indexed;
    }

    /** Takes up what was committed of a record. */
    void commit(String id, State state) {
        if (hidden.containsKey(id)) {
            hidden.put(id, state);
        } else {
            set(id, state);
        }
    }

    /** Shows the committed records, some of them as a unit of work sees them. */
    void show(Map<String, State> seen) {
        for (String id :
                hidden.keySet().stream().filter(id -> !seen.containsKey(id)).toList()) {
            set(id, hidden.getOrDefault(id, State.GONE));
            hidden.remove(id);
        }
        seen.forEach((id, state) -> {
            hidden.putIfAbsent(id, now(id));
            set(id, state);
        });
    }

    /** {@return whether a record is shown so} */
    boolean isShown(String id, State state) {
        int slot = indexed.slot(id);
        Map<String, String> fields = state.fields();
        if (fields == null || slot < 0) {
            return fields == null && slot < 0;
        }
        return indexed.records().isSame(slot, id, fields);
    }

    private State now(String id) {
        int slot = indexed.slot(id);
        return slot < 0 ? State.GONE : new State(indexed.records().fields(slot));
    }

    private void set(String id, State state) {
        if (isShown(id, state)) {
            return;
        }
        int slot = indexed.slot(id);
        if (slot >= 0) {
            indexed.remove(slot, (one, other) -> {});
        }
        Map<String, String> fields = state.fields();
        if (fields != null) {
            indexed.add(id, fields, (one, other) -> {});
        }
    }
}
