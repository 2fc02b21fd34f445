package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.VersionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All or nothing, one snapshot, own writes, and a clear end. */
abstract class UnitOfWorkGroup extends Group {

    UnitOfWorkGroup(StorageContract contract) {
        super(contract);
    }

    private static void writeEverywhere(UnitOfWork unit) {
        unit.log(Note.NOTES).append(List.of(Note.of("n2")));
        unit.log(Note.NOTES).erase(List.of("n1", "n3"));
        unit.log(Note.LETTERS).append(List.of(Note.of("l1")));
        Table<Card> cards = unit.table(Card.CARDS);
        cards.put(Card.of("k2", 1).tagged("new"), 0);
        card(cards, "k1").ifPresent(found -> cards.put(Card.of("k1", 2).tagged("new"), found.version()));
        unit.table(Card.HEADS).put(Card.of("h", 1), 0);
    }

    private void nothingWasWritten() {
        assertThat(feed(storage(), Note.NOTES)).containsExactly("n1");
        assertThat(by(storage(), Note.TOPIC, "topic")).containsExactly("n1");
        assertThat(feed(storage(), Note.LETTERS)).isEmpty();
        assertThat(all(storage())).containsExactly("k1");
        assertThat(card(storage(), "k1").document()).isEqualTo(Card.of("k1", 1));
        assertThat(read(storage(), unit -> unit.table(Card.CARDS).by(Card.TAG, "new", "new", Cursor.START, 9))
                        .items())
                .isEmpty();
        assertThat(read(storage(), unit -> unit.table(Card.HEADS).all(Cursor.START, 9))
                        .items())
                .isEmpty();
        assertThat(append(storage(), Note.of("n3"))).containsExactly("n3");
    }

    @Test
    @DisplayName("that throws has written nothing, over several kinds, and its exception passes unchanged")
    void rollsBack() {
        append(storage(), Note.of("n1"));
        put(storage(), Card.of("k1", 1), 0);
        IllegalMonitorStateException own = new IllegalMonitorStateException("the host's own");
        assertThatExceptionOfType(IllegalMonitorStateException.class)
                .isThrownBy(() -> write(storage(), unit -> {
                    writeEverywhere(unit);
                    throw own;
                }))
                .isSameAs(own);
        nothingWasWritten();
    }

    @Test
    @DisplayName("that conflicts has written nothing, over several kinds")
    void conflictRollsBack() {
        append(storage(), Note.of("n1"));
        put(storage(), Card.of("k1", 1), 0);
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> write(storage(), unit -> {
                    writeEverywhere(unit);
                    unit.table(Card.CARDS).put(Card.of("k9", 1), 77);
                }));
        nothingWasWritten();
    }

    @Test
    @DisplayName("sees its own writes in every way of reading")
    void seesItsOwnWrites() {
        append(storage(), Note.of("n1"), Note.of("n3"));
        put(storage(), Card.of("k1", 1).tagged("a"), 0);
        write(storage(), unit -> {
            Log<Note> log = unit.log(Note.NOTES);
            log.append(List.of(Note.of("n2"), Note.of("n4")));
            log.erase(List.of("n3"));
            assertThat(log.get(List.of("n4", "n3", "n2")).keySet()).containsExactly("n4", "n2");
            assertThat(log.present(List.of("n4", "n3", "n2"))).containsExactly("n4", "n2");
            assertThat(ids(pages(after -> log.by(Note.TOPIC, "topic", after, 2))))
                    .containsExactly("n1", "n2", "n4");
            Table<Card> table = unit.table(Card.CARDS);
            long version = table.versions(List.of("k1")).getOrDefault("k1", 0L);
            long next = table.put(Card.of("k1", 2).tagged("b"), version);
            table.put(Card.of("k0", 3).tagged("b", "c"), 0);
            assertThat(table.versions(List.of("k1"))).containsEntry("k1", next);
            assertThat(card(table, "k1").orElseThrow().document().number()).isEqualTo(2);
            assertThat(keys(pages(after -> table.all(after, 1)))).containsExactly("k0", "k1");
            assertThat(keys(pages(after -> table.by(Card.TAG, "a", "c", after, 1))))
                    .containsExactly("k0", "k1", "k0");
            table.remove("k1", next);
            assertThat(keys(pages(after -> table.all(after, 1)))).containsExactly("k0");
            assertThat(keys(pages(after -> table.by(Card.TAG, "a", "c", after, 1))))
                    .containsExactly("k0", "k0");
        });
    }

    @Test
    @DisplayName("that reads sees one snapshot, whatever others commit meanwhile")
    void readsOneSnapshot() {
        append(storage(), Note.of("n1"), Note.of("n2"));
        put(storage(), Card.of("k1", 1).tagged("a"), 0);
        Storage other = bench.another();
        read(storage(), unit -> {
            List<Object> before = observe(unit);
            Threads.inAnother(() -> {
                append(other, Note.of("n3"));
                erase(other, "n1");
                put(other, Card.of("k2", 1).tagged("a"), 0);
                put(other, Card.of("k1", 2).tagged("b"), card(other, "k1").version());
                return "done";
            });
            assertThat(observe(unit)).isEqualTo(before);
            return "done";
        });
        assertThat(feed(storage(), Note.NOTES)).containsExactlyInAnyOrder("n2", "n3");
        assertThat(all(storage())).containsExactly("k1", "k2");
    }

    private static List<Object> observe(UnitOfWork unit) {
        List<Object> seen = new ArrayList<>();
        Log<Note> log = unit.log(Note.NOTES);
        seen.add(log.get(List.of("n1", "n2", "n3")));
        seen.add(log.present(List.of("n1", "n2", "n3")));
        seen.add(pages(after -> log.by(Note.TOPIC, "topic", after, 2)));
        seen.add(pages(after -> log.feed(after, 2)));
        Table<Card> table = unit.table(Card.CARDS);
        seen.add(table.get(List.of("k1", "k2")));
        seen.add(table.versions(List.of("k1", "k2")));
        seen.add(pages(after -> table.all(after, 1)));
        seen.add(pages(after -> table.by(Card.TAG, "a", "z", after, 1)));
        return seen;
    }

    @Test
    @DisplayName("that reads refuses every write with IllegalStateException and leaves nothing")
    void readingRefusesWrites() {
        append(storage(), Note.of("n1"));
        long version = put(storage(), Card.of("k1", 1), 0);
        List<Consumer<UnitOfWork>> writes = List.of(
                unit -> unit.log(Note.NOTES).append(List.of(Note.of("n2"))),
                unit -> unit.log(Note.NOTES).erase(List.of("n1")),
                unit -> unit.table(Card.CARDS).put(Card.of("k2", 1), 0),
                unit -> unit.table(Card.CARDS).remove("k1", version));
        for (Consumer<UnitOfWork> attempt : writes) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> read(storage(), unit -> {
                        attempt.accept(unit);
                        return "done";
                    }));
        }
        assertThat(feed(storage(), Note.NOTES)).containsExactly("n1");
        assertThat(all(storage())).containsExactly("k1");
    }

    @Test
    @DisplayName("cannot be used after its function ended, nor can its logs and tables")
    void endsWithItsFunction() {
        List<Runnable> late = new ArrayList<>();
        Function<UnitOfWork, String> work = unit -> {
            Log<Note> log = unit.log(Note.NOTES);
            Table<Card> table = unit.table(Card.CARDS);
            late.add(() -> unit.log(Note.NOTES));
            late.add(() -> unit.table(Card.CARDS));
            late.add(() -> log.get(List.of("n1")));
            late.add(() -> log.append(List.of(Note.of("late"))));
            late.add(() -> log.feed(Cursor.START, 1));
            late.add(() -> table.get(List.of("k1")));
            late.add(() -> table.put(Card.of("late", 1), 0));
            return "done";
        };
        storage().read(work);
        storage().write(work);
        assertThatExceptionOfType(IllegalMonitorStateException.class)
                .isThrownBy(() -> write(storage(), unit -> {
                    assertThat(work.apply(unit)).isEqualTo("done");
                    throw new IllegalMonitorStateException("the host's own");
                }));
        assertThat(late)
                .hasSize(21)
                .allSatisfy(use -> assertThatIllegalStateException().isThrownBy(use::run));
    }

    @Test
    @DisplayName("gives what its function gives, and does not repeat it")
    void runsItsFunctionOnce() {
        List<String> runs = new ArrayList<>();
        assertThat(storage().<List<String>>write(unit -> {
                    runs.add("write");
                    return runs;
                }))
                .isSameAs(runs);
        assertThat(storage().<List<String>>read(unit -> {
                    runs.add("read");
                    return runs;
                }))
                .containsExactly("write", "read");
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> write(storage(), unit -> {
                    runs.add("conflict");
                    unit.table(Card.CARDS).put(Card.of("k", 1), 5);
                }));
        assertThat(runs).containsExactly("write", "read", "conflict");
    }

    @Test
    @DisplayName("refuses kinds that were not prepared")
    void refusesUnknownKinds() {
        LogKind<Note> log = LogKind.named("tck_unknown_log", Note.class).keyedBy(Note::id);
        TableKind<Card> table = TableKind.named("tck_unknown_table", Card.class).keyedBy(Card::key);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(storage(), unit -> unit.log(log)))
                .withMessageContaining("tck_unknown_log");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(storage(), unit -> unit.table(table)))
                .withMessageContaining("tck_unknown_table");
    }

    @Test
    @DisplayName("is joined to the host's transaction only if it says so")
    void isNotJoinedByItself() {
        assertThat(read(storage(), UnitOfWork::joined)).isFalse();
        assertThat(storage().<Boolean>write(UnitOfWork::joined)).isFalse();
    }

    @Test
    @DisplayName("of one storage is seen by another storage over the same data")
    void isSeenByOthers() {
        Storage other = bench.another();
        append(storage(), Note.of("n1"));
        put(other, Card.of("k1", 1), 0);
        assertThat(get(other, "n1")).hasSize(1);
        long version = card(storage(), "k1").version();
        put(storage(), Card.of("k1", 2), version);
        assertThat(card(other, "k1").document().number()).isEqualTo(2);
    }
}
