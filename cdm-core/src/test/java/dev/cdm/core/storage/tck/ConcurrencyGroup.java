package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.VersionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several threads at once: nothing is lost, nothing is seen twice, and the only surprise is a version conflict. */
abstract class ConcurrencyGroup extends Group {

    private static final int UPDATES = 10_000;
    private static final int UPDATES_IN_A_UNIT = 4;
    private static final int DOCUMENTS = 16;
    private static final int RACES = 100;
    private static final int SCANNED = 100_000;
    private static final int BATCH = 5_000;

    ConcurrencyGroup(StorageContract contract) {
        super(contract);
    }

    /** A change to some documents; tells whether it came through. */
    private static boolean came(Storage storage, java.util.function.Consumer<dev.cdm.core.storage.UnitOfWork> work) {
        try {
            write(storage, work);
            return true;
        } catch (VersionConflictException e) {
            return false;
        }
    }

    @Test
    @DisplayName("two threads, 10,000 conditional updates: none is lost")
    void losesNoUpdate() {
        List<String> keys =
                IntStream.range(10, 10 + DOCUMENTS).mapToObj(i -> "k" + i).toList();
        write(storage(), unit -> keys.forEach(key -> unit.table(Card.CARDS).put(Card.of(key, 0), 0)));
        AtomicInteger left = new AtomicInteger(UPDATES / UPDATES_IN_A_UNIT);
        List<Callable<Integer>> threads = new ArrayList<>();
        for (Storage storage : List.of(storage(), bench.another())) {
            Random random = new Random(Samples.SEED + threads.size());
            threads.add(() -> {
                int conflicts = 0;
                while (left.getAndDecrement() > 0) {
                    while (!came(storage, unit -> countUp(unit.table(Card.CARDS), some(keys, random)))) {
                        conflicts++;
                    }
                }
                return conflicts;
            });
        }
        Threads.together(threads);
        assertThat(read(storage(), unit -> unit.table(Card.CARDS).get(keys)).values())
                .extracting(card -> card.document().number())
                .satisfies(numbers -> assertThat(
                                numbers.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(UPDATES));
    }

    private static List<String> some(List<String> keys, Random random) {
        Set<String> some = new TreeSet<>();
        while (some.size() < UPDATES_IN_A_UNIT) {
            some.add(keys.get(random.nextInt(keys.size())));
        }
        return List.copyOf(some);
    }

    private static void countUp(Table<Card> table, List<String> keys) {
        table.get(keys)
                .forEach((key, card) -> table.put(Card.of(key, card.document().number() + 1), card.version()));
    }

    @Test
    @DisplayName("first puts of one key: one comes through, the other conflicts")
    void firstPutsRace() {
        Storage other = bench.another();
        CyclicBarrier start = new CyclicBarrier(2);
        for (int race = 0; race < RACES; race++) {
            String key = "k" + race;
            List<Callable<Boolean>> racers = new ArrayList<>();
            for (Storage storage : List.of(storage(), other)) {
                racers.add(() -> {
                    start.await();
                    return came(storage, unit -> unit.table(Card.CARDS).put(Card.of(key, 1), 0));
                });
            }
            assertThat(Threads.together(racers)).containsExactlyInAnyOrder(true, false);
        }
        assertThat(all(storage())).hasSize(RACES);
    }

    @Test
    @DisplayName("first appends of one id: it is new to one; to the other it is not, or it conflicts")
    void firstAppendsRace() {
        Storage other = bench.another();
        CyclicBarrier start = new CyclicBarrier(2);
        for (int race = 0; race < RACES; race++) {
            Note note = Note.of("n" + race);
            List<Callable<Integer>> racers = new ArrayList<>();
            for (Storage storage : List.of(storage(), other)) {
                racers.add(() -> {
                    start.await();
                    try {
                        return append(storage, note.saying("by " + storage.equals(other)))
                                .size();
                    } catch (VersionConflictException e) {
                        return 0;
                    }
                });
            }
            assertThat(Threads.together(racers)).containsExactlyInAnyOrder(0, 1);
        }
        assertThat(feed(storage(), Note.NOTES)).hasSize(RACES).doesNotHaveDuplicates();
        assertThat(by(storage(), Note.TOPIC, "topic")).hasSize(RACES);
    }

    @Test
    @DisplayName("append against erasure of one id: it is gone in the end and refused")
    void appendRacesErasure() {
        Storage other = bench.another();
        CyclicBarrier start = new CyclicBarrier(2);
        for (int race = 0; race < RACES; race++) {
            String id = "n" + race;
            Callable<Boolean> appends = () -> {
                start.await();
                return came(storage(), unit -> unit.log(Note.NOTES).append(List.of(Note.of(id))));
            };
            Callable<Boolean> erases = () -> {
                start.await();
                while (!came(other, unit -> unit.log(Note.NOTES).erase(List.of(id)))) {
                    Thread.onSpinWait();
                }
                return true;
            };
            Threads.together(List.of(appends, erases));
            assertThat(append(storage(), Note.of(id))).isEmpty();
        }
        assertThat(feed(storage(), Note.NOTES)).isEmpty();
        assertThat(by(storage(), Note.TOPIC, "topic")).isEmpty();
    }

    @Test
    @DisplayName("four writers and a tailing reader: every entry is seen once")
    void tailsFourWriters() {
        int units = 60;
        AtomicInteger writing = new AtomicInteger(4);
        List<Callable<List<String>>> threads = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String name = "w" + writer;
            Storage storage = bench.another();
            threads.add(() -> {
                List<String> written = new ArrayList<>();
                for (int i = 0; i < units; i++) {
                    Note first = Note.of(name + "-" + i + "a");
                    Note second = Note.of(name + "-" + i + "b");
                    write(storage, unit -> {
                        unit.log(Note.NOTES).append(List.of(first));
                        unit.table(Card.CARDS).get(List.of("k"));
                        unit.log(Note.NOTES).append(List.of(second));
                    });
                    written.addAll(List.of(first.id(), second.id()));
                }
                writing.decrementAndGet();
                return written;
            });
        }
        threads.add(() -> tail(storage(), writing, 4 * 2 * units));
        List<List<String>> results = Threads.together(threads);
        List<String> written =
                results.subList(0, 4).stream().flatMap(List::stream).toList();
        assertThat(results.get(4)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
        assertThat(feed(storage(), Note.NOTES)).isEqualTo(results.get(4));
    }

    private static List<String> tail(Storage storage, AtomicInteger writing, int expected) {
        List<String> seen = new ArrayList<>();
        Cursor cursor = Cursor.START;
        while (true) {
            boolean writersDone = writing.get() == 0;
            Cursor after = cursor;
            Page<Note> page = storage.read(unit -> unit.log(Note.NOTES).feed(after, 17));
            seen.addAll(ids(page.items()));
            cursor = page.next();
            assertThat(seen).hasSizeLessThanOrEqualTo(expected);
            if (writersDone && page.last()) {
                return seen;
            }
        }
    }

    @Test
    @DisplayName("a scan of 100,000 entries under concurrent writes: each that was there is seen once, in order")
    void scansUnderWrites() {
        for (int from = 0; from < SCANNED; from += BATCH) {
            List<Note> batch = IntStream.range(from, from + BATCH)
                    .mapToObj(i -> Note.of(String.format(java.util.Locale.ROOT, "n%06d", i)))
                    .toList();
            write(storage(), unit -> unit.log(Note.NOTES).append(batch));
        }
        AtomicBoolean scanning = new AtomicBoolean(true);
        AtomicInteger extra = new AtomicInteger();
        Storage other = bench.another();
        Callable<List<String>> writer = () -> {
            while (scanning.get()) {
                int i = extra.getAndIncrement();
                append(other, Note.of(String.format(java.util.Locale.ROOT, "n%06dx", i * 37 % SCANNED)));
            }
            return List.of();
        };
        Callable<List<String>> scanner = () -> {
            try {
                return ids(pages(after ->
                        read(storage(), unit -> unit.log(Note.NOTES).by(Note.TOPIC, "topic", after, BATCH))));
            } finally {
                scanning.set(false);
            }
        };
        List<String> seen = Threads.together(List.of(scanner, writer)).get(0);
        assertThat(seen.stream().filter(id -> !id.endsWith("x")).count()).isEqualTo(SCANNED);
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i - 1).compareTo(seen.get(i)) < 0).isTrue();
        }
        assertThat(extra.get()).isPositive();
    }
}
