package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.SchemaMismatchException;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Physical tables: created once, checked on demand, and more of them later. */
abstract class PreparationGroup extends Group {

    private static final LogKind<Note> LATER = LogKind.named("tck_later", Note.class)
            .index(Note.TOPIC, Note::topics)
            .keyedBy(Note::id);

    PreparationGroup(StorageContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("can be repeated and keeps what is there")
    void canBeRepeated() {
        append(storage(), Note.of("n1"));
        storage().prepare(Bench.KINDS, SchemaMode.CREATE);
        storage().prepare(Bench.KINDS, SchemaMode.VALIDATE);
        storage().prepare(Bench.KINDS, SchemaMode.NONE);
        assertThat(feed(storage(), Note.NOTES)).containsExactly("n1");
    }

    @Test
    @DisplayName("adds kinds to those that are there")
    void addsKinds() {
        append(storage(), Note.of("n1"));
        storage().prepare(List.of(LATER), SchemaMode.CREATE);
        write(storage(), unit -> {
            unit.log(LATER).append(List.of(Note.of("later")));
            unit.log(Note.NOTES).append(List.of(Note.of("n2")));
        });
        assertThat(feed(storage(), LATER)).containsExactly("later");
        assertThat(feed(storage(), Note.NOTES)).containsExactlyInAnyOrder("n1", "n2");
    }

    @Test
    @DisplayName("validates: what was created passes, what was not is a mismatch that names the kind")
    void validates() {
        LogKind<Note> missing = LogKind.named("tck_missing", Note.class).keyedBy(Note::id);
        append(storage(), Note.of("n1"));
        Storage other = bench.unprepared(bench.tenant());
        other.prepare(Bench.KINDS, SchemaMode.VALIDATE);
        assertThat(get(other, "n1")).hasSize(1);
        assertThatExceptionOfType(SchemaMismatchException.class)
                .isThrownBy(() -> other.prepare(List.of(missing), SchemaMode.VALIDATE))
                .withMessageContaining("tck_missing");
    }

    @Test
    @DisplayName("needs no look at tables that the host has made")
    void mayLookAtNothing() {
        append(storage(), Note.of("n1"));
        Storage other = bench.unprepared(bench.tenant());
        other.prepare(Bench.KINDS, SchemaMode.NONE);
        assertThat(get(other, "n1")).hasSize(1);
    }

    @Test
    @DisplayName("refuses two kinds of one name")
    void refusesTwoKindsOfOneName() {
        LogKind<Note> twin = LogKind.named("tck_note", Note.class).keyedBy(Note::text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage().prepare(List.of(LATER, Note.NOTES, twin), SchemaMode.CREATE))
                .withMessageContaining("tck_note");
    }

    @Test
    @DisplayName("by four at once creates one set of tables")
    void canRunAtOnce() {
        String tenant = Bench.newTenant();
        List<Storage> storages = List.of(
                bench.unprepared(tenant), bench.unprepared(tenant), bench.unprepared(tenant), bench.unprepared(tenant));
        Threads.together(storages.stream()
                .map(storage -> (java.util.concurrent.Callable<Integer>) () -> {
                    storage.prepare(Bench.KINDS, SchemaMode.CREATE);
                    return append(storage, Note.of("n" + storages.indexOf(storage)))
                            .size();
                })
                .toList());
        assertThat(feed(storages.get(0), Note.NOTES)).containsExactlyInAnyOrder("n0", "n1", "n2", "n3");
    }
}
