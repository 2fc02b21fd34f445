package dev.cdm.core.storage;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of documents that are found under one key and replaced as a whole, each with a version.
 *
 * <p>Immutable and thread-safe. Built once, as a constant:
 *
 * <pre>{@code
 * static final TableKind<Verdict> VERDICTS = TableKind.named("verdict", Verdict.class)
 *         .index("actor", verdict -> List.of(verdict.actor()))
 *         .keyedBy(Verdict::id);
 * }</pre>
 *
 * @param <T> the type of the documents
 */
public final class TableKind<T> implements Kind<T> {

    private final String name;
    private final int version;
    private final Class<T> type;
    private final Function<T, String> key;
    private final Map<String, Function<T, Collection<String>>> indexes;
    private final Function<T, Collection<String>> subjects;
    private final boolean rebuildable;

    private TableKind(Builder<T> builder, Function<T, String> key) {
        this.name = builder.parts.name;
        this.version = builder.parts.version;
        this.type = builder.parts.type;
        this.key = key;
        this.indexes = builder.parts.allIndexes();
        this.subjects = builder.parts.checkedSubjects();
        this.rebuildable = builder.rebuildable;
    }

    /**
     * {@return a builder of a kind}
     *
     * @param name the name, of lower-case letters, digits and underscores, beginning with a letter, at most 40 long
     * @param type the type of the documents
     * @param <T> the type of the documents
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
        return rebuildable;
    }

    @Override
    public String toString() {
        return "TableKind[" + name + " v" + version + "]";
    }

    /**
     * Collects the parts of a kind; not thread-safe.
     *
     * @param <T> the type of the documents
     */
    public static final class Builder<T> {

        private final KindParts<T> parts;
        private boolean rebuildable;

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

        /** {@return this builder; the documents can be rebuilt from the logs, so a backup may leave them out} */
        public Builder<T> rebuildable() {
            this.rebuildable = true;
            return this;
        }

        /**
         * {@return the kind}
         *
         * @param key the id of a fact: not blank, at most 500 characters, storable text
         */
        public TableKind<T> keyedBy(Function<T, String> key) {
            return new TableKind<>(this, key);
        }
    }
}
