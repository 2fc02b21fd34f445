package dev.cdm.core.timeline;

import com.google.common.collect.ImmutableSortedMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.schema.DataCategory;
import dev.cdm.core.value.AttributeValue;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to or with a person. Immutable, thread-safe.
 *
 * <p>The id is made of the content: the time it happened, in a form that sorts, and a hash of record id, type, time,
 * channel, reference and properties. So the same event again is the same event, and ids in code-point order are in order
 * of time. The time of receipt is not part of it. A source whose events may be alike to the last property gives each a
 * reference of its own.
 */
public final class Event {

    /** The most characters (UTF-16 units) of its properties, names and canonical texts together. */
    public static final int MOST_CHARACTERS = 150_000;

    private final String id;
    private final RecordId recordId;
    private final String type;
    private final DataCategory category;
    private final Instant occurredAt;
    private final Instant receivedAt;
    private final String channel;
    private final String reference;
    private final ImmutableSortedMap<String, AttributeValue> properties;

    private Event(Builder builder) {
        this.recordId = builder.recordId;
        this.type = builder.type.name();
        this.category = builder.type.category();
        this.occurredAt = builder.occurredAt;
        this.receivedAt = builder.receivedAt;
        this.channel = builder.channel;
        this.reference = builder.reference;
        this.properties = ImmutableSortedMap.copyOfSorted(builder.properties);
        this.id = EventId.of(this);
    }

    /**
     * {@return a builder}
     *
     * @param recordId whom the source means
     * @param type what happened
     * @param occurredAt when, of the years 1 to 9999
     * @param receivedAt when the host received it
     */
    public static Builder builder(RecordId recordId, EventType type, Instant occurredAt, Instant receivedAt) {
        return new Builder(recordId, type, EventId.sortable(occurredAt), receivedAt);
    }

    /** {@return the id, 46 characters} */
    public String id() {
        return id;
    }

    /** {@return whom the source means; its system is the source of the event} */
    public RecordId recordId() {
        return recordId;
    }

    /** {@return the name of the type} */
    public String type() {
        return type;
    }

    /** {@return the category of the type} */
    public DataCategory category() {
        return category;
    }

    /**
     * {@return whether the event is of a type}
     *
     * @param other the type
     */
    public boolean is(EventType other) {
        return type.equals(other.name());
    }

    /** {@return when it happened} */
    public Instant occurredAt() {
        return occurredAt;
    }

    /** {@return when the host received it} */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** {@return the channel, such as {@code email} or {@code web}, or empty} */
    public String channel() {
        return channel;
    }

    /** {@return the source's own id of the event, or empty} */
    public String reference() {
        return reference;
    }

    /** {@return the properties by name, in code-point order of the names} */
    public Map<String, AttributeValue> properties() {
        return properties;
    }

    /**
     * {@return the value of a property, if it is there and of the key's type}
     *
     * @param key name and type of the property
     * @param <V> the type of the value
     */
    public <V extends AttributeValue> Optional<V> value(AttributeKey<V> key) {
        @Nullable AttributeValue value = properties.get(key.name());
        return key.type().isInstance(value) ? Optional.of(key.type().cast(value)) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event that
                && id.equals(that.id)
                && category == that.category
                && receivedAt.equals(that.receivedAt);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Event[" + type + " of " + recordId + " at " + occurredAt + " " + properties.keySet() + "]";
    }

    /** Collects the parts of an event; not thread-safe. */
    public static final class Builder {

        private final RecordId recordId;
        private final EventType type;
        private final Instant occurredAt;
        private final Instant receivedAt;
        private final TreeMap<String, AttributeValue> properties = new TreeMap<>(CodePoints.ORDER);
        private String channel = "";
        private String reference = "";

        private Builder(RecordId recordId, EventType type, Instant occurredAt, Instant receivedAt) {
            this.recordId = Objects.requireNonNull(recordId, "recordId");
            this.type = Objects.requireNonNull(type, "type");
            this.occurredAt = occurredAt;
            this.receivedAt = Objects.requireNonNull(receivedAt, "receivedAt");
        }

        /**
         * {@return this builder, with the channel; by default none}
         *
         * @param name the channel, storable
         */
        public Builder channel(String name) {
            this.channel = storable(name, "channel");
            return this;
        }

        /**
         * {@return this builder, with the source's own id of the event; by default none}
         *
         * @param id the id, storable
         */
        public Builder reference(String id) {
            this.reference = storable(id, "reference");
            return this;
        }

        /**
         * {@return this builder, with a property; one of the same name is replaced}
         *
         * @param name the name, storable, not blank, at most 200 characters
         * @param value the value
         */
        public Builder property(String name, AttributeValue value) {
            Checks.notBlank(storable(name, "name"), "name");
            Checks.require(name.length() <= 200, "name", "must have at most 200 characters", name.length());
            properties.put(name, Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * {@return this builder, with a property; one of the same name is replaced}
         *
         * @param key name and type of the property
         * @param value the value
         * @param <V> the type of the value
         */
        public <V extends AttributeValue> Builder property(AttributeKey<V> key, V value) {
            return property(key.name(), value);
        }

        /**
         * {@return the event}
         *
         * @throws IllegalArgumentException if the properties are longer than {@value #MOST_CHARACTERS} characters
         */
        public Event build() {
            long size = channel.length() + reference.length();
            for (Map.Entry<String, AttributeValue> property : properties.entrySet()) {
                size += property.getKey().length()
                        + property.getValue().canonicalText().length();
            }
            Checks.require(
                    size <= MOST_CHARACTERS, "event", "must have at most " + MOST_CHARACTERS + " characters", size);
            return new Event(this);
        }

        private static String storable(String text, String parameter) {
            Checks.require(CodePoints.storable(text), parameter, "must not hold U+0000 or a lone surrogate");
            return text;
        }
    }
}
