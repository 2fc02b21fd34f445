package dev.cdm.matching.resolve;

import dev.cdm.core.identity.LinkFinder.Link;
import dev.cdm.core.identity.LinkFinder.Pair;
import dev.cdm.core.identity.LinkFinder.View;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.matching.resolve.ShownRecords.State;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Records as one unit of work sees them: those that were committed, and over them what it put or removed. */
final class ModelView implements View {

    private final ModelLinks links;
    private final WeakReference<UnitOfWork> work;
    private final double cut;
    private final Map<String, State> seen = new HashMap<>();
    /** Records that were compared with their states. */
    private final Set<String> sure = new LinkedHashSet<>();

    ModelView(ModelLinks links, WeakReference<UnitOfWork> work, double cut) {
        this.links = links;
        this.work = work;
        this.cut = cut;
    }

    @Override
    public void put(Collection<SourceRecord> current) {
        synchronized (links) {
            current.forEach(record -> see(record.recordId(), links.state(record)));
        }
    }

    @Override
    public void remove(Collection<RecordId> gone) {
        synchronized (links) {
            gone.forEach(record -> see(record, State.GONE));
        }
    }

    private void see(RecordId record, State state) {
        seen.put(record.text(), state);
        links.opened(record.text(), state.fields() != null, work);
    }

    @Override
    public Set<RecordId> neighbours(Collection<RecordId> records) {
        synchronized (links) {
            Set<String> found = found(records);
            while (!verify(found)) {
                found = found(records);
            }
            Set<RecordId> neighbours = new LinkedHashSet<>();
            found.stream().map(RecordId::parse).sorted().forEach(neighbours::add);
            return neighbours;
        }
    }

    private Set<String> found(Collection<RecordId> records) {
        links.shown().show(seen);
        IndexedRecords indexed = links.shown().indexed();
        Set<String> found = new LinkedHashSet<>();
        for (RecordId record : records) {
            int slot = indexed.slot(record.text());
            for (int other : slot < 0 ? new int[0] : indexed.index().pairs().others(slot)) {
                found.add(indexed.records().id(other));
            }
        }
        return found;
    }

    /** {@return whether records are as the snapshot of the unit of work has them; they are from now on} */
    private boolean verify(Set<String> records) {
        UnitOfWork unit = work.get();
        List<String> unsure = records.stream()
                .filter(id -> !seen.containsKey(id) && sure.add(id))
                .toList();
        if (unit == null || unsure.isEmpty()) {
            return true;
        }
        boolean[] same = {true};
        links.states(unit, unsure).forEach((id, state) -> {
            if (!links.shown().isShown(id, state)) {
                see(RecordId.parse(id), state);
                same[0] = false;
            }
        });
        return same[0];
    }

    @Override
    public List<Link> links(Set<RecordId> records, Collection<Pair> certain, BiPredicate<RecordId, RecordId> mayMeet) {
        synchronized (links) {
            links.shown().show(seen);
            return new SpanningLinks(links.shown().indexed(), cut, records, certain, mayMeet).found();
        }
    }
}
