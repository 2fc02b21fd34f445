package dev.cdm.core.timeline;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Kinds;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The events of people, inside one unit of work. For one thread, as the unit of work is.
 *
 * <p>A timeline belongs to record ids and not to a profile: whoever reads asks for the record ids that the profile has
 * now, so a merge or a separation a moment ago counts.
 */
public final class Timeline {

    /** The log of all events. */
    public static final LogKind<Event> EVENTS = LogKind.named("event", Event.class)
            .subjects(event -> List.of(event.recordId().text()))
            .keyedBy(Event::id);

    private final UnitOfWork unit;

    private Timeline(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * {@return the timeline of a unit of work}
     *
     * @param unit a unit of work of a storage for which {@link #EVENTS} was prepared
     */
    public static Timeline in(UnitOfWork unit) {
        return new Timeline(unit);
    }

    /**
     * Appends the events that are not there yet.
     *
     * @param events the events; an event that is there already, or was erased, changes nothing
     * @return the ids of those that were new, in the order of the events
     */
    public Set<String> append(List<Event> events) {
        return unit.log(EVENTS).append(events);
    }

    /**
     * Reads the events of some record ids in the order in which they happened; those of one instant in the order of
     * their ids.
     *
     * <p>Events before the query's first time are read and dropped, so a page costs at least as much as what lies before
     * it in the query; following pages begin where the former ended. An event appended meanwhile is returned or not.
     *
     * @param recordIds the record ids, in any order
     * @param query which events
     * @return the page
     * @throws IllegalArgumentException if the query's cursor is not one that this method gave
     */
    public Page<Event> read(Collection<RecordId> recordIds, TimelineQuery query) {
        TimelineMerge merge = new TimelineMerge(unit.log(EVENTS), recordIds, query.after());
        List<Event> found = new ArrayList<>();
        boolean more = merge.hasNext(query);
        while (more && found.size() < query.limit()) {
            found.add(merge.next());
            more = merge.hasNext(query);
        }
        return new Page<>(ImmutableList.copyOf(found), merge.position(), !more);
    }

    /** The one kind of this room, for {@link java.util.ServiceLoader} and for handing over. */
    public static final class Stored implements Kinds {

        /** Creates the list of kinds. */
        public Stored() {}

        @Override
        public List<Kind<?>> all() {
            return ImmutableList.of(EVENTS);
        }
    }
}
