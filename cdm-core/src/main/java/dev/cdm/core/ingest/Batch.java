package dev.cdm.core.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one unit of work, readable and not, in their order. */
final class Batch {

    final List<Draft> drafts = new ArrayList<>();
    private final List<@Nullable IntakeResult> unreadable = new ArrayList<>();

    int size() {
        return unreadable.size();
    }

    void draft(Draft draft) {
        drafts.add(draft);
        unreadable.add(null);
    }

    void unreadable(IntakeResult result) {
        unreadable.add(result);
    }

    List<IntakeResult> inOrder(List<IntakeResult> stored) {
        Iterator<IntakeResult> next = stored.iterator();
        return unreadable.stream()
                .map(result -> result == null ? next.next() : result)
                .toList();
    }
}
