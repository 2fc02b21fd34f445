package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Storage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is erased is gone, and stays out. */
abstract class ErasureGroup extends Group {

    ErasureGroup(StorageContract contract) {
        super(contract);
    }

    private static void isGone(Storage storage, LogKind<Note> kind, String id) {
        storage.read(unit -> {
            Log<Note> log = unit.log(kind);
            assertThat(log.get(List.of(id))).isEmpty();
            assertThat(log.present(List.of(id))).isEmpty();
            assertThat(ids(pages(after -> log.by(Note.TOPIC, "topic", after, 10))))
                    .doesNotContain(id);
            assertThat(ids(pages(after -> log.by(Kind.SUBJECT, "crm/1", after, 10))))
                    .doesNotContain(id);
            assertThat(ids(pages(after -> log.feed(after, 10)))).doesNotContain(id);
            return "done";
        });
    }

    @Test
    @DisplayName("removes body and index values from every log, and leaves the rest")
    void removesFromEveryLog() {
        for (LogKind<Note> kind : List.of(Note.NOTES, Note.LETTERS)) {
            append(storage(), kind, Note.of("n1"), Note.of("n2"), Note.of("n3"));
            assertThat(storage().<Integer>write(unit -> unit.log(kind).erase(List.of("n2", "n1"))))
                    .isEqualTo(2);
            isGone(storage(), kind, "n1");
            isGone(storage(), kind, "n2");
            assertThat(feed(storage(), kind)).containsExactly("n3");
        }
    }

    @Test
    @DisplayName("of one log leaves the same id in another")
    void isOfOneLog() {
        append(storage(), Note.NOTES, Note.of("n1"));
        append(storage(), Note.LETTERS, Note.of("n1"));
        erase(storage(), "n1");
        assertThat(feed(storage(), Note.LETTERS)).containsExactly("n1");
        assertThat(append(storage(), Note.NOTES, Note.of("n1"))).isEmpty();
    }

    @Test
    @DisplayName("refuses the ids for ever: alone, among others, with another content, in another storage")
    void refusesTheIds() {
        append(storage(), Note.of("n1"));
        erase(storage(), "n1");
        assertThat(append(storage(), Note.of("n1"))).isEmpty();
        assertThat(append(storage(), Note.of("n2"), Note.of("n1").saying("changed"), Note.of("n3")))
                .containsExactly("n2", "n3");
        assertThat(append(bench.another(), Note.of("n1"))).isEmpty();
        isGone(storage(), Note.NOTES, "n1");
    }

    @Test
    @DisplayName("of unknown ids counts nothing and refuses them from now on")
    void refusesUnknownIds() {
        append(storage(), Note.of("n1"));
        assertThat(erase(storage(), "n1", "never", "n1")).isEqualTo(1);
        assertThat(erase(storage(), "n1", "never")).isZero();
        assertThat(erase(storage())).isZero();
        assertThat(append(storage(), Note.of("never"))).isEmpty();
    }

    @Test
    @DisplayName("and append meet in one unit of work, in both orders")
    void meetsAppendInOneUnitOfWork() {
        write(storage(), unit -> {
            Log<Note> log = unit.log(Note.NOTES);
            assertThat(log.append(List.of(Note.of("n1")))).containsExactly("n1");
            assertThat(log.erase(List.of("n1", "n2"))).isEqualTo(1);
            assertThat(log.append(List.of(Note.of("n1"), Note.of("n2"), Note.of("n3"))))
                    .containsExactly("n3");
            assertThat(log.get(List.of("n1", "n2", "n3")).keySet()).containsExactly("n3");
        });
        isGone(storage(), Note.NOTES, "n1");
        assertThat(append(storage(), Note.of("n1"), Note.of("n2"))).isEmpty();
        assertThat(feed(storage(), Note.NOTES)).containsExactly("n3");
    }

    @Test
    @DisplayName("that is rolled back leaves the entry and refuses nothing")
    void rollsBack() {
        append(storage(), Note.of("n1"));
        Note n2 = Note.of("n2");
        IllegalMonitorStateException stop = new IllegalMonitorStateException("stop");
        try {
            write(storage(), unit -> {
                unit.log(Note.NOTES).erase(List.of("n1", "n2"));
                throw stop;
            });
        } catch (IllegalMonitorStateException e) {
            assertThat(e).isSameAs(stop);
        }
        assertThat(get(storage(), "n1")).hasSize(1);
        assertThat(append(storage(), n2)).containsExactly("n2");
    }

    @Test
    @DisplayName("takes many ids in one call")
    void takesManyIds() {
        List<Note> notes =
                IntStream.range(0, 3_000).mapToObj(i -> Note.of("n" + i)).toList();
        write(storage(), unit -> unit.log(Note.NOTES).append(notes));
        List<String> ids = ids(notes).subList(1, 3_000);
        assertThat(storage().<Integer>write(unit -> unit.log(Note.NOTES).erase(ids)))
                .isEqualTo(2_999);
        assertThat(feed(storage(), Note.NOTES)).containsExactly("n0");
        assertThat(storage()
                        .<Integer>write(
                                unit -> unit.log(Note.NOTES).append(notes).size()))
                .isZero();
    }

    @Test
    @DisplayName("frees the index value for others")
    void freesTheIndexValue() {
        append(storage(), Note.of("n1"));
        erase(storage(), "n1");
        append(storage(), Note.of("n2"));
        assertThat(by(storage(), Note.TOPIC, "topic")).containsExactly("n2");
    }
}
