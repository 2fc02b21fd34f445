package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnreadableBodyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was committed is there, after a close and after a kill. */
abstract class DurableGroup extends Group {

    DurableGroup(StorageContract contract) {
        super(contract);
    }

    @BeforeEach
    void isDeclared() {
        onlyIf(Capability.DURABLE);
    }

    private Storage reopen() {
        bench.close();
        return storage();
    }

    @Test
    @DisplayName("facts, versions, tombstones and cursors outlive a close")
    void outlivesAClose() {
        append(storage(), Note.of("n1"), Note.of("n2"), Note.of("n3"));
        erase(storage(), "n2", "never");
        long version = put(storage(), Card.of("k1", 7), 0);
        var page = read(storage(), unit -> unit.log(Note.NOTES).feed(dev.cdm.core.storage.Cursor.START, 1));
        List<String> order = feed(storage(), Note.NOTES);
        reopen();
        assertThat(feed(storage(), Note.NOTES)).isEqualTo(order);
        assertThat(append(storage(), Note.of("n2"), Note.of("never"), Note.of("n4")))
                .containsExactly("n4");
        assertThat(ids(read(storage(), unit -> unit.log(Note.NOTES).feed(page.next(), 9))
                        .items()))
                .containsExactly(order.get(1), "n4");
        assertThat(by(storage(), Note.TOPIC, "topic")).containsExactly("n1", "n3", "n4");
        assertThat(card(storage(), "k1").version()).isEqualTo(version);
        assertThat(put(storage(), Card.of("k1", 8), version)).isGreaterThan(version);
    }

    @Test
    @DisplayName("a document put after a removal and a close starts at a version that the removed one never had")
    void versionsOutliveRemovalAndClose() {
        long first = put(storage(), Card.of("k1", 1), 0);
        long second = put(storage(), Card.of("k1", 2), first);
        write(storage(), unit -> unit.table(Card.CARDS).remove("k1", second));
        reopen();
        assertThat(put(storage(), Card.of("k1", 3), 0)).isNotIn(first, second);
    }

    @Test
    @DisplayName("bodies of an older version are read, and kept under the version that wrote them")
    void readsOlderBodies() {
        append(storage(), Note.of("old"));
        bench.close();
        Storage newer = bench.open(bench.tenant(), List.of(Note.NOTES_2));
        assertThat(newer.<String>read(unit -> unit.log(Note.NOTES_2).get(List.of("old")).values().stream()
                        .map(Note::text)
                        .findFirst()
                        .orElse("")))
                .isEqualTo("text of old" + CardCodecs.UPCAST);
        append(newer, Note.NOTES_2, Note.of("new"));
        List<Note> notes =
                pages(after -> newer.read(unit -> unit.log(Note.NOTES_2).by(Note.TOPIC, "topic", after, 9)));
        assertThat(notes).extracting(Note::text).containsExactly("text of new", "text of old" + CardCodecs.UPCAST);
        bench.close();
        assertThat(get(storage(), "old")).hasSize(1);
        assertThatExceptionOfType(UnreadableBodyException.class).isThrownBy(() -> get(storage(), "new"));
    }

    @Test
    @DisplayName("a process is killed between writes: units of work are whole or absent, and none that ended is lost")
    void survivesAKill() {
        storage();
        Random random = Samples.random();
        for (int round = 0; round < 2; round++) {
            bench.close();
            List<String> acknowledged = new ArrayList<>();
            try (ChildProcess child = ChildProcess.start(contract, bench.tenant(), ChildProcess.Job.WORK)) {
                int enough = 20 + random.nextInt(60);
                while (acknowledged.size() < enough) {
                    acknowledged.add(child.readLine());
                }
                child.kill();
            }
            List<String> notes = feed(storage(), Note.NOTES);
            assertThat(notes).containsAll(acknowledged).doesNotHaveDuplicates();
            assertThat(feed(storage(), Note.LETTERS)).containsExactlyInAnyOrderElementsOf(notes);
            assertThat(all(storage())).containsExactlyInAnyOrderElementsOf(notes);
            assertThat(read(storage(), unit -> card(unit.table(Card.HEADS), "head"))
                            .orElseThrow()
                            .document()
                            .number())
                    .isEqualTo(notes.size());
        }
    }
}
