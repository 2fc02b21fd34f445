package dev.cdm.core.timeline;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The least that a timeline needs of a unit of work; its pages are small so that tests cross them. */
final class EventsInMemory implements UnitOfWork, Log<Event> {

    private final Map<String, Event> events = new TreeMap<>(CodePoints.ORDER);
    private final int pageSize;
    int pagesRead;

    EventsInMemory(int pageSize) {
        this.pageSize = pageSize;
    }

    @Override
    @SuppressWarnings("unchecked") // there is but one kind
    public <E> Log<E> log(LogKind<E> kind) {
        return (Log<E>) this;
    }

    @Override
    public <V> Table<V> table(TableKind<V> kind) {
        throw new IllegalArgumentException(kind.name());
    }

    @Override
    public Set<String> append(List<Event> entries) {
        return entries.stream()
                .filter(event -> events.putIfAbsent(event.id(), event) == null)
                .map(Event::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Map<String, Event> get(Collection<String> ids) {
        Map<String, Event> found = new LinkedHashMap<>();
        ids.stream().filter(events::containsKey).forEach(id -> found.put(id, events.get(id)));
        return found;
    }

    @Override
    public Page<Event> by(String index, String value, Cursor after, int limit) {
        pagesRead++;
        List<Event> rest = events.values().stream()
                .filter(event -> index.equals(Kind.SUBJECT)
                        && Timeline.EVENTS.subjects().apply(event).contains(value))
                .filter(event -> CodePoints.compare(event.id(), after.text()) > 0)
                .toList();
        List<Event> items = rest.subList(0, Math.min(rest.size(), Math.min(limit, pageSize)));
        Cursor next =
                items.isEmpty() ? after : new Cursor(items.get(items.size() - 1).id());
        return new Page<>(items, next, items.size() == rest.size());
    }

    @Override
    public Page<Event> feed(Cursor after, int limit) {
        throw new UnsupportedOperationException("feed");
    }

    @Override
    public int erase(Collection<String> ids) {
        return (int) ids.stream().filter(id -> events.remove(id) != null).count();
    }
}
