package dev.cdm.core.storage;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of facts that are appended and never changed: source records, events, links, consent events.
 *
 * <p>Immutable and thread-safe. Built once, as a constant:
 *
 * <pre>{@code
 * static final LogKind<Event> EVENTS = LogKind.named("event", Event.class)
 *         .index("type", event -> List.of(event.type()))
 *         .subjects(event -> List.of(event.recordId().text()))
 *         .keyedBy(Event::id);
 * }</pre>
 *
 * @param <T> the type of the entries
 */
public final class LogKind<T> implements Kind<T> {

    private final String name;
    private final int version;
    private final Class<T> type;
    private final Function<T, String> key;
    private final Map<String, Function<T, Collection<String>>> indexes;
    private final Function<T, Collection<String>> subjects;

    private LogKind(Builder<T> builder, Function<T, String> key) {
        this.name = builder.parts.name;
        this.version = builder.parts.version;
        this.type = builder.parts.type;
        this.key = key;
        this.indexes = builder.parts.allIndexes();
        this.subjects = builder.parts.checkedSubjects();
    }

    /**
     * {@return a builder of a kind}
     *
     * @param name the name, of lower-case letters, digits and underscores, beginning with a letter, at most 40 long
     * @param type the type of the entries
     * @param <T> the type of the entries
     */
    public static <T> Builder<T> named(String name, Class<T> type) {
        return new Builder<>(name, type);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public String key(T value) {
        return StoredText.key(key.apply(value));
    }

    @Override
    public Map<String, Function<T, Collection<String>>> indexes() {
        return indexes;
    }

    @Override
    public Function<T, Collection<String>> subjects() {
        return subjects;
    }

    @Override
    public boolean rebuildable() {
        return false;
    }

    @Override
    public String toString() {
        return "LogKind[" + name + " v" + version + "]";
    }

    /**
     * Collects the parts of a kind; not thread-safe.
     *
     * @param <T> the type of the entries
     */
    public static final class Builder<T> {

        private final KindParts<T> parts;

        private Builder(String name, Class<T> type) {
            this.parts = new KindParts<>(name, type);
        }

        /**
         * {@return this builder, with the version of the stored body; the default is 1}
         *
         * @param number the version, from 1
         */
        public Builder<T> version(int number) {
            parts.version(number);
            return this;
        }

        /**
         * {@return this builder, with an index}
         *
         * @param index the name of the index
         * @param values the values under which a fact is found; storable texts of at most 500 characters
         */
        public Builder<T> index(String index, Function<T, Collection<String>> values) {
            parts.index(index, values);
            return this;
        }

        /**
         * {@return this builder, with the record ids a fact tells about; the default is nobody}
         *
         * @param recordIds the record ids, as texts
         */
        public Builder<T> subjects(Function<T, Collection<String>> recordIds) {
            parts.subjects = recordIds;
            return this;
        }

        /**
         * {@return the kind}
         *
         * @param key the id of a fact: not blank, at most 500 characters, storable text
         */
        public LogKind<T> keyedBy(Function<T, String> key) {
            return new LogKind<>(this, key);
        }
    }
}
