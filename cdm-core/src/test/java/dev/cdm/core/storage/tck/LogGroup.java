package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a log promises to one writer. */
abstract class LogGroup extends Group {

    LogGroup(StorageContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("gives back what was appended, in the order asked for")
    void givesBackWhatWasAppended() {
        Note first = Note.of("n1");
        Note second = Note.of("n2").saying("");
        assertThat(append(storage(), first, second)).containsExactly("n1", "n2");
        assertThat(get(storage(), "n2", "unknown", "n1").values()).containsExactly(second, first);
        assertThat(get(storage(), "n2", "n2").keySet()).containsExactly("n2");
        assertThat(get(storage())).isEmpty();
    }

    @Test
    @DisplayName("tells which ids are new, in the order of the entries")
    void tellsWhichIdsAreNew() {
        append(storage(), Note.of("n2"));
        assertThat(append(storage(), Note.of("n3"), Note.of("n2"), Note.of("n1")))
                .containsExactly("n3", "n1");
        assertThat(append(storage())).isEmpty();
    }

    @Test
    @DisplayName("is idempotent by id: the first entry stays, in one call, one unit of work or several")
    void isIdempotent() {
        Note note = Note.of("n1");
        assertThat(append(storage(), note, note.saying("again"))).containsExactly("n1");
        write(storage(), unit -> {
            assertThat(unit.log(Note.NOTES).append(List.of(note.saying("later"))))
                    .isEmpty();
            assertThat(unit.log(Note.NOTES).append(List.of(Note.of("n2")))).containsExactly("n2");
            assertThat(unit.log(Note.NOTES).append(List.of(Note.of("n2")))).isEmpty();
        });
        assertThat(get(storage(), "n1").values()).containsExactly(note);
        assertThat(feed(storage(), Note.NOTES)).containsExactlyInAnyOrder("n1", "n2");
        assertThat(by(storage(), Note.TOPIC, "topic")).containsExactly("n1", "n2");
    }

    @Test
    @DisplayName("knows which ids are present")
    void knowsWhichIdsArePresent() {
        append(storage(), Note.of("n1"), Note.of("n2"));
        Set<String> present = read(storage(), unit -> unit.log(Note.NOTES).present(List.of("n2", "n0", "n1")));
        assertThat(present).containsExactly("n2", "n1");
    }

    @Test
    @DisplayName("finds entries by each of their index values and by subject")
    void findsEntriesByIndex() {
        Note two = new Note("n2", "crm/7", List.of("b", "a", "b"), Note.NOON, "two topics");
        Note none = new Note("n3", "crm/7", List.of(), Note.NOON, "no topic");
        append(storage(), two, none, Note.of("n1", "a"));
        assertThat(by(storage(), Note.TOPIC, "a")).containsExactly("n1", "n2");
        assertThat(by(storage(), Note.TOPIC, "b")).containsExactly("n2");
        assertThat(by(storage(), Note.TOPIC, "c")).isEmpty();
        assertThat(by(storage(), Kind.SUBJECT, "crm/7")).containsExactly("n2", "n3");
    }

    @Test
    @DisplayName("matches index values exactly: no case folding, no padding, no wildcards")
    void matchesExactly() {
        List<String> topics = List.of("a", "A", "a ", "é", "e\u0301", "%", "_", "ı", "i", "I", "İ", "", "a\\", "'");
        append(
                storage(),
                IntStream.range(0, topics.size())
                        .mapToObj(i -> Note.of("n" + i, topics.get(i)))
                        .toArray(Note[]::new));
        for (int i = 0; i < topics.size(); i++) {
            assertThat(by(storage(), Note.TOPIC, topics.get(i))).containsExactly("n" + i);
        }
    }

    @Test
    @DisplayName("pages an index in code-point order of the ids, whatever the limit")
    void pagesAnIndex() {
        List<String> ids = IntStream.range(100, 110).mapToObj(i -> "n" + i).toList();
        append(storage(), ids.stream().map(Note::of).toArray(Note[]::new));
        for (int limit : new int[] {1, 3, 10, 11, Integer.MAX_VALUE}) {
            List<Note> found = pages(after -> read(storage(), unit -> {
                Page<Note> page = unit.log(Note.NOTES).by(Note.TOPIC, "topic", after, limit);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
                return page;
            }));
            assertThat(ids(found)).isEqualTo(ids);
        }
    }

    @Test
    @DisplayName("the last page of an index has a cursor after which nothing comes")
    void theLastPageHasACursor() {
        append(storage(), Note.of("n1"));
        Page<Note> page = read(storage(), unit -> unit.log(Note.NOTES).by(Note.TOPIC, "topic", Cursor.START, 10));
        assertThat(page.last()).isTrue();
        Page<Note> after = read(storage(), unit -> unit.log(Note.NOTES).by(Note.TOPIC, "topic", page.next(), 10));
        assertThat(after.items()).isEmpty();
        assertThat(after.last()).isTrue();
    }

    @Test
    @DisplayName("refuses limits below 1 and indexes that the kind does not have")
    void refusesBadArguments() {
        refuses(log -> log.by(Note.TOPIC, "topic", Cursor.START, 0));
        refuses(log -> log.by(Note.TOPIC, "topic", Cursor.START, -1));
        refuses(log -> log.feed(Cursor.START, 0));
        refuses(log -> log.by("nothing", "topic", Cursor.START, 1));
    }

    private void refuses(Function<Log<Note>, Object> use) {
        Function<UnitOfWork, Object> work = unit -> use.apply(unit.log(Note.NOTES));
        assertThatIllegalArgumentException().isThrownBy(() -> read(storage(), work));
    }

    @Test
    @DisplayName("takes a large append in one call, duplicates included")
    void takesALargeAppend() {
        List<Note> notes = IntStream.range(0, 6_000)
                .mapToObj(i -> Note.of("n" + i % 5_000))
                .toList();
        assertThat(storage()
                        .<Integer>write(
                                unit -> unit.log(Note.NOTES).append(notes).size()))
                .isEqualTo(5_000);
        List<String> ids = notes.stream().map(Note::id).distinct().toList();
        assertThat(read(storage(), unit -> unit.log(Note.NOTES).get(ids)).keySet())
                .containsExactlyElementsOf(ids);
        assertThat(feed(storage(), Note.NOTES)).hasSize(5_000).doesNotHaveDuplicates();
    }
}
