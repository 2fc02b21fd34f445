package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Storage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two tenants in one database, with the same ids. */
abstract class TenantGroup extends Group {

    TenantGroup(StorageContract contract) {
        super(contract);
    }

    @BeforeEach
    void isDeclared() {
        onlyIf(Capability.TENANTS);
    }

    @Test
    @DisplayName("never meet, though their ids, keys and index values are equal")
    void neverMeet() {
        Storage ours = storage();
        Storage theirs = bench.open(Bench.newTenant(), Bench.KINDS);
        append(ours, Note.of("n1").saying("ours"), Note.of("n2"));
        put(ours, Card.of("k1", 1).tagged("a"), 0);
        assertThat(feed(theirs, Note.NOTES)).isEmpty();
        assertThat(get(theirs, "n1")).isEmpty();
        assertThat(hasCard(theirs, "k1")).isFalse();
        assertThat(append(theirs, Note.of("n1").saying("theirs"))).containsExactly("n1");
        put(theirs, Card.of("k1", 2).tagged("a"), 0);
        assertThat(get(ours, "n1").get("n1")).isEqualTo(Note.of("n1").saying("ours"));
        assertThat(get(theirs, "n1").get("n1")).isEqualTo(Note.of("n1").saying("theirs"));
        assertThat(by(theirs, Note.TOPIC, "topic")).containsExactly("n1");
        assertThat(read(theirs, unit -> unit.table(Card.CARDS).by(Card.TAG, "", "z", Cursor.START, 9))
                        .items())
                .hasSize(1);
        assertThat(card(ours, "k1").document().number()).isEqualTo(1);
        assertThat(all(ours)).containsExactly("k1");
    }

    @Test
    @DisplayName("erase for themselves only")
    void eraseForThemselves() {
        Storage theirs = bench.open(Bench.newTenant(), Bench.KINDS);
        append(storage(), Note.of("n1"));
        append(theirs, Note.of("n1"));
        erase(storage(), "n1", "n2");
        assertThat(feed(theirs, Note.NOTES)).containsExactly("n1");
        assertThat(append(theirs, Note.of("n2"))).containsExactly("n2");
        assertThat(append(storage(), Note.of("n1"), Note.of("n2"))).isEmpty();
    }

    @Test
    @DisplayName("write at once without conflicts, each with a feed of its own")
    void writeAtOnce() {
        List<Storage> storages = List.of(storage(), bench.open(Bench.newTenant(), Bench.KINDS));
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "n" + i).toList();
        Threads.together(storages.stream()
                .map(storage -> (Callable<Integer>) () -> {
                    for (String id : ids) {
                        write(storage, unit -> {
                            assertThat(unit.log(Note.NOTES).append(List.of(Note.of(id))))
                                    .hasSize(1);
                            unit.table(Card.CARDS).put(Card.of(id, 1), 0);
                        });
                    }
                    return ids.size();
                })
                .toList());
        assertThat(storages)
                .allSatisfy(storage -> assertThat(feed(storage, Note.NOTES)).isEqualTo(ids));
    }
}
