package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the groups of the kit have in common: a storage of their own for each test, and short words for its use. */
abstract class Group {

    final StorageContract contract;
    final Bench bench;

    Group(StorageContract contract) {
        this.contract = contract;
        this.bench = contract.bench;
    }

    final Storage storage() {
        return bench.storage();
    }

    final void onlyIf(Capability capability) {
        assumeTrue(storage().capabilities().contains(capability), "not declared: " + capability);
    }

    static <R> R read(Storage storage, Function<UnitOfWork, R> work) {
        return storage.read(work);
    }

    static void write(Storage storage, Consumer<UnitOfWork> work) {
        Object done = storage.write(unit -> {
            work.accept(unit);
            return "done";
        });
        assertThat(done).isEqualTo("done");
    }

    static Set<String> append(Storage storage, LogKind<Note> kind, Note... notes) {
        return storage.write(unit -> unit.log(kind).append(List.of(notes)));
    }

    static Set<String> append(Storage storage, Note... notes) {
        return append(storage, Note.NOTES, notes);
    }

    static Map<String, Note> get(Storage storage, String... ids) {
        return storage.read(unit -> unit.log(Note.NOTES).get(List.of(ids)));
    }

    static int erase(Storage storage, String... ids) {
        return storage.write(unit -> unit.log(Note.NOTES).erase(List.of(ids)));
    }

    static long put(Storage storage, Card card, long expected) {
        return storage.write(unit -> unit.table(Card.CARDS).put(card, expected));
    }

    static Optional<Versioned<Card>> card(Table<Card> table, String key) {
        return Optional.ofNullable(table.get(List.of(key)).get(key));
    }

    static Versioned<Card> card(Storage storage, String key) {
        return storage.read(unit -> card(unit.table(Card.CARDS), key)).orElseThrow();
    }

    static boolean hasCard(Storage storage, String key) {
        return storage.read(unit -> card(unit.table(Card.CARDS), key)).isPresent();
    }

    /** All items of a sequence, read page by page; fails if it runs in a circle. */
    static <T> List<T> pages(Function<Cursor, Page<T>> next) {
        List<T> items = new ArrayList<>();
        Set<Cursor> passed = new HashSet<>();
        Cursor cursor = Cursor.START;
        while (passed.add(cursor)) {
            Page<T> page = next.apply(cursor);
            items.addAll(page.items());
            if (page.last()) {
                return items;
            }
            cursor = page.next();
        }
        throw new AssertionError("the sequence came back to a cursor that it had passed, and no page was the last");
    }

    static List<String> ids(List<Note> notes) {
        return notes.stream().map(Note::id).toList();
    }

    static List<String> keys(List<Versioned<Card>> cards) {
        return cards.stream().map(card -> card.document().key()).toList();
    }

    static List<String> feed(Storage storage, LogKind<Note> kind) {
        return ids(pages(after -> storage.read(unit -> unit.log(kind).feed(after, 100))));
    }

    static List<String> by(Storage storage, String index, String value) {
        return ids(pages(after -> storage.read(unit -> unit.log(Note.NOTES).by(index, value, after, 100))));
    }

    static List<String> all(Storage storage) {
        return keys(pages(after -> storage.read(unit -> unit.table(Card.CARDS).all(after, 100))));
    }
}
