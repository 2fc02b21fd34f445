package dev.cdm.core.timeline;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The event types a host knows, by name. Immutable, thread-safe. */
public final class EventCatalogue {

    private static final EventCatalogue STANDARD = new EventCatalogue(ImmutableMap.of()).with(StandardEvents.ALL);

    private final ImmutableMap<String, EventType> types;

    private EventCatalogue(ImmutableMap<String, EventType> types) {
        this.types = types;
    }

    /** {@return the catalogue of {@link StandardEvents}} */
    public static EventCatalogue standard() {
        return STANDARD;
    }

    /**
     * {@return a catalogue with more types}
     *
     * @param more types whose names are new
     * @throws IllegalArgumentException if a name is there already with another category or description
     */
    public EventCatalogue with(Collection<EventType> more) {
        Map<String, EventType> all = new LinkedHashMap<>(types);
        for (EventType type : more) {
            @Nullable EventType former = all.put(type.name(), type);
            Checks.require(former == null || former.equals(type), "more", "must have new names", "`" + type + "`");
        }
        return new EventCatalogue(ImmutableMap.copyOf(all));
    }

    /** {@return the types in the order they were added} */
    public Collection<EventType> types() {
        return types.values();
    }

    /**
     * {@return the type of a name}
     *
     * @param name the name
     */
    public Optional<EventType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    @Override
    public String toString() {
        return "EventCatalogue[" + types.size() + " types]";
    }
}
