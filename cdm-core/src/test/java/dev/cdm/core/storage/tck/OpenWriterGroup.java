package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.VersionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A writer that stays open while others work. A store may let the others wait for it; then the kit ends the open writer
 * after a while. What a store may never do is to lose what commits late, or to serve what is out of date.
 */
abstract class OpenWriterGroup extends Group {

    private static final long A_WHILE_IN_MILLISECONDS = 1_500;

    OpenWriterGroup(StorageContract contract) {
        super(contract);
    }

    /** A unit of work that appends an entry and then stays open until it is told to end. */
    private final class OpenWriter {
        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final FutureTask<String> task;

        OpenWriter(Note note) {
            Storage storage = bench.another();
            task = Threads.start(() -> {
                write(storage, unit -> {
                    unit.log(Note.NOTES).append(List.of(note));
                    opened.countDown();
                    Threads.await(end);
                });
                return "done";
            });
            Threads.await(opened);
        }

        /** Does other work while this writer is open; a store that lets it wait gets this writer's end. */
        void during(Runnable work) {
            CountDownLatch worked = new CountDownLatch(1);
            FutureTask<String> other = Threads.start(() -> {
                try {
                    work.run();
                } finally {
                    worked.countDown();
                }
                return "done";
            });
            if (!Threads.await(worked, A_WHILE_IN_MILLISECONDS)) {
                commit();
            }
            Threads.result(other);
        }

        void commit() {
            end.countDown();
            Threads.result(task);
        }
    }

    private static Page<Note> feed(Storage storage, Cursor after) {
        return storage.read(unit -> unit.log(Note.NOTES).feed(after, 10));
    }

    @Test
    @DisplayName("the feed gives an entry that commits late, once, after every cursor handed out before")
    void feedWaitsForLateCommits() {
        append(storage(), Note.of("before"));
        OpenWriter late = new OpenWriter(Note.of("late"));
        late.during(() -> append(storage(), Note.of("early")));
        List<String> seen = new ArrayList<>();
        Page<Note> page = feed(storage(), Cursor.START);
        seen.addAll(ids(page.items()));
        assertThat(seen).contains("before");
        late.commit();
        Page<Note> next = feed(storage(), page.next());
        seen.addAll(ids(next.items()));
        assertThat(seen).containsExactlyInAnyOrder("before", "early", "late");
        assertThat(feed(storage(), next.next()).items()).isEmpty();
        assertThat(feed(storage(), Note.NOTES)).isEqualTo(seen);
    }

    @Test
    @DisplayName("an open writer's entries are seen by nobody else")
    void openWritersAreUnseen() {
        OpenWriter late = new OpenWriter(Note.of("late"));
        assertThat(get(storage(), "late")).isEmpty();
        assertThat(by(storage(), Note.TOPIC, "topic")).isEmpty();
        assertThat(feed(storage(), Note.NOTES)).isEmpty();
        late.commit();
        assertThat(get(storage(), "late")).hasSize(1);
    }

    @Test
    @DisplayName("a withdrawal committed while another writer stays open counts at once, whatever the feed shows")
    void withdrawalCountsAtOnce() {
        write(storage(), unit -> give(unit, "grant", 0));
        OpenWriter late = new OpenWriter(Note.of("late").about("crm/9"));
        late.during(() -> write(storage(), unit -> give(unit, "withdrawal", head(unit))));
        for (Storage reader : List.of(storage(), bench.another())) {
            read(reader, unit -> {
                assertThat(card(unit.table(Card.HEADS), "crm/1")
                                .orElseThrow()
                                .document()
                                .number())
                        .isEqualTo(2);
                assertThat(history(unit)).containsExactly("grant", "withdrawal");
                return "done";
            });
        }
        late.commit();
        assertThat(feed(storage(), Note.NOTES)).containsExactlyInAnyOrder("grant", "withdrawal", "late");
    }

    @Test
    @DisplayName("a withdrawal and the decision after it meet in one unit of work")
    void withdrawalCountsInItsUnitOfWork() {
        write(storage(), unit -> give(unit, "grant", 0));
        write(storage(), unit -> {
            give(unit, "withdrawal", head(unit));
            assertThat(card(unit.table(Card.HEADS), "crm/1")
                            .orElseThrow()
                            .document()
                            .number())
                    .isEqualTo(2);
            assertThat(history(unit)).containsExactly("grant", "withdrawal");
        });
    }

    @Test
    @DisplayName("a reader's versioned head is current: a head read by an open writer cannot be replaced by another's")
    void headsAreCurrent() {
        write(storage(), unit -> give(unit, "grant", 0));
        Storage slow = bench.another();
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FutureTask<Boolean> decision = Threads.start(() -> {
            try {
                write(slow, unit -> {
                    long head = head(unit);
                    hasRead.countDown();
                    Threads.await(goOn);
                    give(unit, "late grant", head);
                });
                return true;
            } catch (VersionConflictException e) {
                return false;
            }
        });
        Threads.await(hasRead);
        FutureTask<String> withdrawal = Threads.start(() -> {
            write(storage(), unit -> give(unit, "withdrawal", head(unit)));
            return "done";
        });
        try {
            withdrawal.get(A_WHILE_IN_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            assertThat(withdrawal.isDone()).isFalse(); // the store lets it wait for the open writer
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
        boolean waited = !withdrawal.isDone();
        goOn.countDown();
        boolean lateCame = Threads.result(decision);
        if (!waited) {
            assertThat(lateCame).isFalse();
            assertThat(get(storage(), "late grant")).isEmpty();
        }
    }

    private static long head(UnitOfWork unit) {
        return unit.table(Card.HEADS).versions(List.of("crm/1")).getOrDefault("crm/1", 0L);
    }

    /* As the consent ledger does: an entry, and in the same unit of work the head of the record it tells about. */
    private static void give(UnitOfWork unit, String id, long expected) {
        unit.log(Note.NOTES).append(List.of(Note.of(id)));
        long count = card(unit.table(Card.HEADS), "crm/1")
                .map(found -> found.document().number())
                .orElse(0L);
        unit.table(Card.HEADS).put(Card.of("crm/1", count + 1), expected);
    }

    private static List<String> history(UnitOfWork unit) {
        return ids(pages(after -> unit.log(Note.NOTES).by(Kind.SUBJECT, "crm/1", after, 10)));
    }
}
