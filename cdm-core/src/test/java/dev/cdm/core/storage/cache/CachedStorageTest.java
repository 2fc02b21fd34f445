package dev.cdm.core.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import dev.cdm.core.storage.memory.MemoryDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachedStorageTest {

    private static final LogKind<String> LOG =
            LogKind.named("log", String.class).keyedBy(entry -> entry);
    private static final TableKind<String> TABLE =
            TableKind.named("table", String.class).keyedBy(text -> text.substring(0, 1));

    private final MemoryDatabase database = new MemoryDatabase();
    private final Storage plain = database.tenant("a");
    private final Recorder recorder = new Recorder(plain);
    private final Storage cached = CachedStorage.over(recorder);

    /** A store that writes down which keys were asked for with their bodies. */
    private static final class Recorder implements Storage {
        private final Storage storage;
        private final List<String> loaded = new ArrayList<>();
        private boolean joined;
        private boolean closed;

        Recorder(Storage storage) {
            this.storage = storage;
        }

        @Override
        public Set<Capability> capabilities() {
            return storage.capabilities();
        }

        @Override
        public void prepare(Collection<? extends Kind<?>> kinds, SchemaMode mode) {
            storage.prepare(kinds, mode);
        }

        @Override
        public <R> R read(Function<? super UnitOfWork, R> work) {
            return storage.read(unit -> work.apply(recording(unit)));
        }

        @Override
        public <R> R write(Function<? super UnitOfWork, R> work) {
            return storage.write(unit -> work.apply(recording(unit)));
        }

        @Override
        public void close() {
            closed = true;
        }

        private UnitOfWork recording(UnitOfWork unit) {
            return new UnitOfWork() {
                @Override
                public <E> Log<E> log(LogKind<E> kind) {
                    return recording(Log.class, unit.log(kind));
                }

                @Override
                public <V> Table<V> table(TableKind<V> kind) {
                    return recording(Table.class, unit.table(kind));
                }

                @Override
                public boolean joined() {
                    return joined;
                }
            };
        }

        @SuppressWarnings("unchecked") // the proxy stands for an object of the same type
        private <T> T recording(Class<?> type, T right) {
            return (T) Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                        if (method.getName().equals("get")) {
                            ((Collection<?>) arguments[0]).forEach(key -> loaded.add(key.toString()));
                        }
                        method.setAccessible(true);
                        try {
                            return method.invoke(right, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @BeforeEach
    void prepare() {
        cached.prepare(List.of(LOG, TABLE), SchemaMode.CREATE);
    }

    private static Set<String> append(Storage storage, String... entries) {
        return storage.write(unit -> unit.log(LOG).append(List.of(entries)));
    }

    private List<String> get(String... ids) {
        return cached.read(unit -> List.copyOf(unit.log(LOG).get(List.of(ids)).values()));
    }

    private static long put(Storage storage, String text, long version) {
        return storage.write(unit -> unit.table(TABLE).put(text, version));
    }

    private List<String> documents(String... keys) {
        return cached.read(unit -> unit.table(TABLE).get(List.of(keys)).values().stream()
                .map(found -> found.document())
                .toList());
    }

    @Test
    void bodiesAreLoadedOnce() {
        append(cached, "a", "b", "c");
        put(cached, "x1", 0);
        assertThat(get("a", "b")).containsExactly("a", "b");
        assertThat(get("c", "b", "a", "none")).containsExactly("c", "b", "a");
        assertThat(documents("x", "none")).containsExactly("x1");
        assertThat(documents("none", "x")).containsExactly("x1");
        assertThat(recorder.loaded).containsExactly("a", "b", "c", "none", "x", "none", "none");
    }

    @Test
    void absenceIsNotKept() {
        assertThat(get("a")).isEmpty();
        append(plain, "a");
        assertThat(get("a")).containsExactly("a");
    }

    @Test
    void whatOthersWriteIsSeenAtOnce() {
        append(cached, "a");
        long version = put(cached, "x1", 0);
        get("a");
        documents("x");
        put(plain, "x2", version);
        plain.write(unit -> unit.log(LOG).erase(List.of("a")));
        assertThat(get("a")).isEmpty();
        assertThat(documents("x")).containsExactly("x2");
        assertThat(documents("x")).containsExactly("x2");
        assertThat(recorder.loaded).containsExactly("a", "x", "x");
    }

    @Test
    void whatIsRolledBackIsNeverServed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cached.write(unit -> {
                    unit.log(LOG).append(List.of("a"));
                    unit.table(TABLE).put("x1", 0);
                    assertThat(unit.log(LOG).get(List.of("a"))).hasSize(1);
                    assertThat(unit.table(TABLE).get(List.of("x"))).hasSize(1);
                    throw new IllegalArgumentException("stop");
                }));
        put(cached, "x2", 0);
        assertThat(get("a")).isEmpty();
        assertThat(documents("x")).containsExactly("x2");
    }

    @Test
    void anOlderSnapshotIsServedFromItself() {
        long version = put(cached, "x1", 0);
        cached.read(older -> {
            put(cached, "x2", version);
            assertThat(documents("x")).containsExactly("x2");
            assertThat(older.table(TABLE).get(List.of("x")).values())
                    .extracting(found -> found.document())
                    .containsExactly("x1");
            return "done";
        });
        recorder.loaded.clear();
        assertThat(documents("x")).containsExactly("x2");
        assertThat(recorder.loaded).isEmpty(); // the older version has not displaced the newer
    }

    @Test
    void anOlderReaderDoesNotBringAnErasedBodyBack() {
        Shelf shelf = new Shelf(10);
        append(plain, "a");
        Visit reader = new Visit(shelf);
        Visit eraser = new Visit(shelf);
        eraser.hasRemoved(LOG, List.of("a"));
        eraser.end();
        reader.keep(LOG, "a", new Versioned<>("a", 1));
        assertThat(shelf.find(LOG, "a")).isNull();
        Visit later = new Visit(shelf);
        later.keep(LOG, "b", new Versioned<>("b", 1));
        assertThat(shelf.find(LOG, "b")).isNotNull();
    }

    @Test
    void removalLeavesNothing() {
        long version = put(cached, "x1", 0);
        documents("x");
        cached.write(unit -> {
            unit.table(TABLE).remove("x", version);
            return "done";
        });
        assertThat(documents("x")).isEmpty();
        put(cached, "x2", 0);
        assertThat(documents("x")).containsExactly("x2");
    }

    @Test
    void aUnitOfWorkThatJoinedNeitherReadsNorFillsTheCache() {
        append(cached, "a", "b");
        get("a");
        recorder.loaded.clear();
        recorder.joined = true;
        assertThat(get("a", "b")).containsExactly("a", "b");
        recorder.joined = false;
        assertThat(recorder.loaded).containsExactly("a", "b");
        get("b");
        assertThat(recorder.loaded).containsExactly("a", "b", "b");
    }

    @Test
    void theCacheIsAsLargeAsToldAndClosesTheStorageBelow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CachedStorage.over(plain, 0))
                .withMessageContaining("`most`");
        Storage small = CachedStorage.over(recorder, 1);
        append(small, "a", "b");
        small.read(unit -> unit.log(LOG).get(List.of("a", "b")));
        small.read(unit -> unit.log(LOG).get(List.of("a", "b")));
        assertThat(recorder.loaded).hasSizeGreaterThanOrEqualTo(3);
        assertThat(small.capabilities()).isEqualTo(plain.capabilities());
        small.close();
        assertThat(recorder.closed).isTrue();
    }
}
