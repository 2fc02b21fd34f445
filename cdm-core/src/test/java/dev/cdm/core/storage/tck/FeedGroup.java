package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the feed of a log promises when nobody else writes. */
abstract class FeedGroup extends Group {

    FeedGroup(StorageContract contract) {
        super(contract);
    }

    private static Page<Note> page(Storage storage, Cursor after, int limit) {
        return storage.read(unit -> unit.log(Note.NOTES).feed(after, limit));
    }

    @Test
    @DisplayName("of an empty log is an empty last page with a cursor to continue from")
    void isEmptyAtFirst() {
        Page<Note> empty = page(storage(), Cursor.START, 10);
        assertThat(empty.items()).isEmpty();
        assertThat(empty.last()).isTrue();
        append(storage(), Note.of("n1"));
        assertThat(ids(page(storage(), empty.next(), 10).items())).containsExactly("n1");
    }

    @Test
    @DisplayName("can be followed: each further unit of work comes after every cursor handed out before")
    void canBeFollowed() {
        List<String> seen = new ArrayList<>();
        Cursor cursor = Cursor.START;
        for (int i = 0; i < 20; i++) {
            append(storage(), Note.of("n" + (20 - i)), Note.of("m" + i));
            Page<Note> page = page(storage(), cursor, 5);
            seen.addAll(ids(page.items()));
            assertThat(page.items()).hasSize(2);
            assertThat(page.last()).isTrue();
            cursor = page.next();
            assertThat(page(storage(), cursor, 5).items()).isEmpty();
            cursor = page(storage(), cursor, 5).next();
        }
        assertThat(seen).hasSize(40).doesNotHaveDuplicates();
        assertThat(feed(storage(), Note.NOTES)).isEqualTo(seen);
    }

    @Test
    @DisplayName("has one order, whatever the limit and whoever asks")
    void hasOneOrder() {
        for (int i = 0; i < 30; i++) {
            append(storage(), Note.of("n" + i * 7 % 30));
        }
        List<String> order = feed(storage(), Note.NOTES);
        assertThat(order).hasSize(30).doesNotHaveDuplicates();
        Storage other = bench.another();
        for (int limit : new int[] {1, 7, 30, 1_000}) {
            assertThat(ids(pages(after -> page(other, after, limit)))).isEqualTo(order);
        }
    }

    @Test
    @DisplayName("keeps its place when entries before and after a cursor are erased")
    void keepsItsPlaceUnderErasure() {
        append(storage(), IntStream.range(0, 9).mapToObj(i -> Note.of("n" + i)).toArray(Note[]::new));
        List<String> order = feed(storage(), Note.NOTES);
        Page<Note> first = page(storage(), Cursor.START, 4);
        erase(storage(), order.get(0), order.get(3), order.get(4), order.get(8));
        assertThat(ids(pages(after -> page(storage(), after.equals(Cursor.START) ? first.next() : after, 2))))
                .isEqualTo(order.subList(5, 8));
        assertThat(feed(storage(), Note.NOTES)).hasSize(5);
    }

    @Test
    @DisplayName("of one log knows nothing of another")
    void isOfOneLog() {
        append(storage(), Note.NOTES, Note.of("n1"));
        append(storage(), Note.LETTERS, Note.of("n1"), Note.of("l1"));
        assertThat(feed(storage(), Note.NOTES)).containsExactly("n1");
        assertThat(feed(storage(), Note.LETTERS)).containsExactlyInAnyOrder("n1", "l1");
    }

    @Test
    @DisplayName("may lag behind this unit of work's own appends, but gives them once, later")
    void mayLagBehindOwnAppends() {
        List<String> seen = new ArrayList<>();
        Page<Note> inside = storage().write(unit -> {
            unit.log(Note.NOTES).append(List.of(Note.of("n1"), Note.of("n2")));
            return unit.log(Note.NOTES).feed(Cursor.START, 10);
        });
        seen.addAll(ids(inside.items()));
        seen.addAll(ids(page(storage(), inside.next(), 10).items()));
        assertThat(seen).containsExactlyInAnyOrder("n1", "n2");
    }
}
