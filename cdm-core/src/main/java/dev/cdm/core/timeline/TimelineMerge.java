package dev.cdm.core.timeline;

import com.google.common.base.Splitter;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Log;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges the events of several record ids into one sequence ordered by id, and so by time.
 *
 * <p>A position is the id of the last event passed and, for each record id, the cursor of the page that was being read;
 * a record id that is new since then starts at its first event.
 */
final class TimelineMerge {

    private static final String SEPARATOR = "~";

    private final List<RecordEvents> streams = new ArrayList<>();
    private final PriorityQueue<RecordEvents> heads =
            new PriorityQueue<>(Comparator.comparing(stream -> stream.head().id(), CodePoints.ORDER));
    private String passed;

    TimelineMerge(Log<Event> log, Collection<RecordId> recordIds, Cursor after) {
        Iterator<String> parts = Splitter.on(SEPARATOR).split(after.text()).iterator();
        this.passed = parts.next();
        Map<String, Cursor> cursors = cursors(parts);
        for (RecordId recordId : new TreeSet<>(recordIds)) {
            RecordEvents stream = new RecordEvents(log, recordId, cursors);
            streams.add(stream);
            if (stream.skip(passed)) {
                heads.add(stream);
            }
        }
    }

    private static Map<String, Cursor> cursors(Iterator<String> parts) {
        Map<String, Cursor> cursors = new LinkedHashMap<>();
        while (parts.hasNext()) {
            String stream = parts.next();
            Checks.require(parts.hasNext(), "cursor", "must be one that a timeline gave");
            cursors.put(stream, RecordEvents.cursor(parts.next()));
        }
        return cursors;
    }

    /* Passes what the query does not ask for. */
    boolean hasNext(TimelineQuery query) {
        for (@Nullable RecordEvents stream = heads.peek(); stream != null; stream = heads.peek()) {
            Event event = stream.head();
            if (query.isOver(event)) {
                return false;
            }
            if (query.matches(event)) {
                return true;
            }
            next();
        }
        return false;
    }

    Event next() {
        RecordEvents stream = heads.remove();
        Event event = stream.head();
        passed = event.id();
        if (stream.skip(passed)) {
            heads.add(stream);
        }
        return event;
    }

    Cursor position() {
        StringBuilder text = new StringBuilder(passed);
        for (RecordEvents stream : streams) {
            stream.place().ifPresent(place -> text.append(SEPARATOR).append(place));
        }
        return new Cursor(text.toString());
    }
}
