package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.StoredText;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.VersionConflictException;
import dev.cdm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The reference model: one thread, whole copies instead of transactions, linear search instead of indexes, numbers of
 * places as cursors. It says what the contract means, and nothing about how.
 */
final class NaiveStorage implements Storage {

    private Map<Kind<?>, Facts> state = new LinkedHashMap<>();
    private long versions;

    /** Everything of one kind. */
    private static final class Facts {
        final Map<String, Versioned<Object>> byKey = new LinkedHashMap<>();
        final Set<String> erased = new LinkedHashSet<>();

        Facts copy() {
            Facts copy = new Facts();
            copy.byKey.putAll(byKey);
            copy.erased.addAll(erased);
            return copy;
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public void prepare(Collection<? extends Kind<?>> kinds, SchemaMode mode) {
        kinds.forEach(kind -> state.putIfAbsent(kind, new Facts()));
    }

    @Override
    public <R> R read(Function<? super UnitOfWork, R> work) {
        return work.apply(new Naive());
    }

    @Override
    public <R> R write(Function<? super UnitOfWork, R> work) {
        Map<Kind<?>, Facts> before = new LinkedHashMap<>();
        state.forEach((kind, facts) -> before.put(kind, facts.copy()));
        boolean done = false;
        try {
            R result = work.apply(new Naive());
            done = true;
            return result;
        } finally {
            if (!done) {
                state = before;
            }
        }
    }

    @Override
    public void close() {}

    private Facts facts(Kind<?> kind) {
        Facts facts = state.get(kind);
        if (facts == null) {
            throw new IllegalArgumentException("not prepared: " + kind.name());
        }
        return facts;
    }

    private static <T> Page<T> page(List<T> items, Cursor after, int limit) {
        int from = after.equals(Cursor.START) ? 0 : Integer.parseInt(after.text());
        int to = Math.min(items.size(), from + limit);
        return new Page<>(items.subList(from, to), new Cursor(Integer.toString(to)), to == items.size());
    }

    private final class Naive implements UnitOfWork {
        @Override
        public <E> Log<E> log(LogKind<E> kind) {
            return new NaiveLog<>(kind, facts(kind));
        }

        @Override
        public <V> Table<V> table(TableKind<V> kind) {
            return new NaiveTable<>(kind, facts(kind));
        }
    }

    private record NaiveLog<E>(LogKind<E> kind, Facts facts) implements Log<E> {
        @Override
        public Set<String> append(List<E> entries) {
            Set<String> fresh = new LinkedHashSet<>();
            for (E entry : entries) {
                String id = kind.key(entry);
                if (!facts.erased.contains(id) && facts.byKey.putIfAbsent(id, new Versioned<>(entry, 1)) == null) {
                    fresh.add(id);
                }
            }
            return fresh;
        }

        @Override
        public Map<String, E> get(Collection<String> ids) {
            Map<String, E> found = new LinkedHashMap<>();
            for (String id : ids) {
                if (facts.byKey.containsKey(id)) {
                    found.put(id, entry(id));
                }
            }
            return found;
        }

        private E entry(String id) {
            Versioned<Object> found = facts.byKey.get(id);
            if (found == null) {
                throw new NoSuchElementException(id);
            }
            return kind.type().cast(found.document());
        }

        @Override
        public Page<E> by(String index, String value, Cursor after, int limit) {
            Function<E, Collection<String>> values = index(kind, index);
            List<E> found = facts.byKey.keySet().stream()
                    .sorted(StoredText.ORDER)
                    .map(this::entry)
                    .filter(entry -> values.apply(entry).contains(value))
                    .toList();
            return page(found, after, limit);
        }

        @Override
        public Page<E> feed(Cursor after, int limit) {
            return page(facts.byKey.keySet().stream().map(this::entry).toList(), after, limit);
        }

        @Override
        public int erase(Collection<String> ids) {
            facts.erased.addAll(ids);
            int before = facts.byKey.size();
            facts.byKey.keySet().removeAll(ids);
            return before - facts.byKey.size();
        }
    }

    private static <T> Function<T, Collection<String>> index(Kind<T> kind, String index) {
        Function<T, Collection<String>> values = kind.indexes().get(index);
        if (values == null) {
            throw new IllegalArgumentException("no index " + index);
        }
        return values;
    }

    private final class NaiveTable<V> implements Table<V> {
        private final TableKind<V> kind;
        private final Facts facts;

        NaiveTable(TableKind<V> kind, Facts facts) {
            this.kind = kind;
            this.facts = facts;
        }

        private Versioned<V> typed(Versioned<Object> found) {
            return new Versioned<>(kind.type().cast(found.document()), found.version());
        }

        private void expect(String key, long version) {
            Versioned<Object> found = facts.byKey.get(key);
            if ((found == null ? 0 : found.version()) != version) {
                throw new VersionConflictException(kind.name(), key);
            }
        }

        @Override
        public Map<String, Versioned<V>> get(Collection<String> keys) {
            Map<String, Versioned<V>> found = new LinkedHashMap<>();
            for (String key : keys) {
                Versioned<Object> document = facts.byKey.get(key);
                if (document != null) {
                    found.put(key, typed(document));
                }
            }
            return found;
        }

        @Override
        public long put(V document, long expectedVersion) {
            String key = kind.key(document);
            expect(key, expectedVersion);
            versions++;
            facts.byKey.put(key, new Versioned<>(document, versions));
            return versions;
        }

        @Override
        public void remove(String key, long expectedVersion) {
            expect(key, expectedVersion);
            facts.byKey.remove(key);
        }

        @Override
        public Page<Versioned<V>> by(String index, String from, String to, Cursor after, int limit) {
            Map<String, List<Versioned<V>>> byValue = new TreeMap<>(StoredText.ORDER);
            for (Versioned<V> document : sorted()) {
                for (String value : index(kind, index).apply(document.document())) {
                    if (StoredText.ORDER.compare(from, value) <= 0 && StoredText.ORDER.compare(value, to) <= 0) {
                        byValue.computeIfAbsent(value, unused -> new ArrayList<>())
                                .add(document);
                    }
                }
            }
            return page(byValue.values().stream().flatMap(List::stream).toList(), after, limit);
        }

        @Override
        public Page<Versioned<V>> all(Cursor after, int limit) {
            return page(sorted(), after, limit);
        }

        private List<Versioned<V>> sorted() {
            return facts.byKey.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(StoredText.ORDER))
                    .map(entry -> typed(entry.getValue()))
                    .toList();
        }
    }
}
