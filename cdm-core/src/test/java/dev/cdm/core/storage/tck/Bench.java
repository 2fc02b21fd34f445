package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The storages of one test: opened under a tenant of its own, closed at the end. */
final class Bench {

    static final List<Kind<?>> KINDS = List.of(Note.NOTES, Note.LETTERS, Card.CARDS, Card.HEADS);
    static final TombstoneKey KEY = TombstoneKey.of(new byte[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3});

    private static final String RUN = Long.toString(System.nanoTime() & 0xfffffffffL, 36);
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private final StorageOpener opener;
    private final String tenant = newTenant();
    private final List<Storage> open = new ArrayList<>();
    private @Nullable Storage first;
    private Set<Capability> declared = Set.of();

    Bench(StorageOpener opener) {
        this.opener = opener;
    }

    static String newTenant() {
        return "t" + RUN + "x" + TENANTS.incrementAndGet();
    }

    String tenant() {
        return tenant;
    }

    /** The storage of this test, prepared. */
    Storage storage() {
        if (first == null) {
            first = open(tenant, KINDS);
        }
        return first;
    }

    /** A further storage over the same data, prepared. */
    Storage another() {
        return open(tenant, KINDS);
    }

    /** What the storages of this test declare; known once one was opened. */
    Set<Capability> declared() {
        return declared;
    }

    /** Closes all storages of this test. */
    void close() {
        open.forEach(Storage::close);
        open.clear();
        first = null;
    }

    Storage open(String name, List<Kind<?>> kinds) {
        Storage storage = unprepared(name);
        storage.prepare(kinds, SchemaMode.CREATE);
        return storage;
    }

    Storage unprepared(String name) {
        Storage storage = opener.open(name, CardCodecs.INSTANCE, KEY);
        open.add(storage);
        declared = new TreeSet<>(storage.capabilities());
        return storage;
    }
}
