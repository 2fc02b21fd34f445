package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.VersionConflictException;
import dev.cdm.core.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a table promises to one writer. */
abstract class TableGroup extends Group {

    TableGroup(StorageContract contract) {
        super(contract);
    }

    private void conflicts(Consumer<Table<Card>> change) {
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> write(storage(), unit -> change.accept(unit.table(Card.CARDS))));
    }

    private void refuses(Consumer<Table<Card>> change) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(storage(), unit -> change.accept(unit.table(Card.CARDS))));
    }

    private List<String> byTag(String from, String to) {
        return keys(pages(after ->
                read(storage(), unit -> unit.table(Card.CARDS).by(Card.TAG, from, to, after, 2))));
    }

    @Test
    @DisplayName("gives back a document under the version that put it")
    void givesBackADocument() {
        long version = put(storage(), Card.of("k", 7), 0);
        assertThat(version).isPositive();
        assertThat(card(storage(), "k")).isEqualTo(new Versioned<>(Card.of("k", 7), version));
        put(storage(), Card.of("a", 1), 0);
        assertThat(read(storage(), unit -> unit.table(Card.CARDS).get(List.of("k", "unknown", "a", "k")))
                        .keySet())
                .containsExactly("k", "a");
        Map<String, Versioned<Card>> none =
                read(storage(), unit -> unit.table(Card.CARDS).get(List.of()));
        assertThat(none).isEmpty();
    }

    @Test
    @DisplayName("replaces under the current version, and versions grow")
    void replacesUnderTheCurrentVersion() {
        long first = put(storage(), Card.of("k", 1), 0);
        long second = put(storage(), Card.of("k", 2), first);
        assertThat(second).isGreaterThan(first);
        assertThat(card(storage(), "k")).isEqualTo(new Versioned<>(Card.of("k", 2), second));
        assertThat(all(storage())).containsExactly("k");
    }

    @Test
    @DisplayName("gives versions without documents")
    void givesVersions() {
        long first = put(storage(), Card.of("k", 1), 0);
        long second = put(storage(), Card.of("a", 1), 0);
        Map<String, Long> versions =
                read(storage(), unit -> unit.table(Card.CARDS).versions(List.of("k", "x", "a")));
        assertThat(versions).containsExactly(Map.entry("k", first), Map.entry("a", second));
    }

    @Test
    @DisplayName("conflicts when the expected version is not there, and keeps what was there")
    void conflictsOnAnotherVersion() {
        long first = put(storage(), Card.of("k", 1), 0);
        long second = put(storage(), Card.of("k", 2), first);
        conflicts(table -> table.put(Card.of("k", 3), first));
        conflicts(table -> table.put(Card.of("k", 3), second + 1));
        conflicts(table -> table.put(Card.of("k", 3), 0));
        conflicts(table -> table.put(Card.of("absent", 3), 1));
        conflicts(table -> table.remove("k", first));
        conflicts(table -> table.remove("absent", 1));
        assertThat(card(storage(), "k")).isEqualTo(new Versioned<>(Card.of("k", 2), second));
        assertThat(hasCard(storage(), "absent")).isFalse();
    }

    @Test
    @DisplayName("counts on in one unit of work, against its own puts and removals")
    void countsOnInOneUnitOfWork() {
        write(storage(), unit -> {
            Table<Card> table = unit.table(Card.CARDS);
            long first = table.put(Card.of("k", 1), 0);
            long second = table.put(Card.of("k", 2), first);
            table.remove("k", second);
            long third = table.put(Card.of("k", 3), 0);
            assertThat(third).isGreaterThan(second);
            assertThat(card(table, "k")).contains(new Versioned<>(Card.of("k", 3), third));
        });
        assertThat(card(storage(), "k").document().number()).isEqualTo(3);
    }

    @Test
    @DisplayName("removes; a document put later starts at a version that the removed one never had")
    void removes() {
        long first = put(storage(), Card.of("k", 1), 0);
        long second = put(storage(), Card.of("k", 2), first);
        write(storage(), unit -> unit.table(Card.CARDS).remove("k", second));
        assertThat(hasCard(storage(), "k")).isFalse();
        assertThat(byTag("tag", "tag")).isEmpty();
        assertThat(all(storage())).isEmpty();
        conflicts(table -> table.put(Card.of("k", 3), second));
        long third = put(storage(), Card.of("k", 3), 0);
        assertThat(third).isNotIn(first, second);
        conflicts(table -> table.put(Card.of("k", 4), second));
        conflicts(table -> table.put(Card.of("k", 4), first));
    }

    @Test
    @DisplayName("refuses versions out of range, limits below 1 and unknown indexes")
    void refusesBadArguments() {
        refuses(table -> table.put(Card.of("k", 1), -1));
        refuses(table -> table.remove("k", 0));
        refuses(table -> table.all(Cursor.START, 0));
        refuses(table -> table.by(Card.TAG, "a", "b", Cursor.START, 0));
        refuses(table -> table.by("nothing", "a", "b", Cursor.START, 1));
    }

    @Test
    @DisplayName("finds documents between two bounds, both included, by value and then key")
    void findsBetweenBounds() {
        put(storage(), Card.of("k3", 1).tagged("a"), 0);
        put(storage(), Card.of("k1", 1).tagged("b", "bb", "d"), 0);
        put(storage(), Card.of("k2", 1).tagged("b"), 0);
        put(storage(), Card.of("k4", 1).tagged("c"), 0);
        assertThat(byTag("a", "c")).containsExactly("k3", "k1", "k2", "k1", "k4");
        assertThat(byTag("b", "b")).containsExactly("k1", "k2");
        assertThat(byTag("bbb", "cc")).containsExactly("k4");
        assertThat(byTag("", "\udbff\udfff")).hasSize(6);
        assertThat(byTag("d", "a")).isEmpty();
        assertThat(byTag("e", "f")).isEmpty();
    }

    @Test
    @DisplayName("finds a replaced document under its new index values only")
    void reindexes() {
        long version = put(storage(), Card.of("k", 1).tagged("a", "b"), 0);
        put(storage(), Card.of("k", 1).tagged("b", "c"), version);
        assertThat(byTag("a", "a")).isEmpty();
        assertThat(byTag("b", "b")).containsExactly("k");
        assertThat(byTag("c", "c")).containsExactly("k");
    }

    @Test
    @DisplayName("finds documents by subject")
    void findsBySubject() {
        write(storage(), unit -> unit.table(Card.HEADS).put(Card.of("crm/1", 1), 0));
        Page<Versioned<Card>> page =
                read(storage(), unit -> unit.table(Card.HEADS).by(Kind.SUBJECT, "crm/1", "crm/1", Cursor.START, 5));
        assertThat(keys(page.items())).containsExactly("crm/1");
    }

    @Test
    @DisplayName("pages all documents in code-point order of the keys, whatever the limit")
    void pagesAll() {
        List<String> keys = IntStream.range(100, 111).mapToObj(i -> "k" + i).toList();
        write(storage(), unit -> keys.forEach(key -> unit.table(Card.CARDS).put(Card.of(key, 1), 0)));
        for (int limit : new int[] {1, 4, 11, Integer.MAX_VALUE}) {
            assertThat(keys(pages(after ->
                            read(storage(), unit -> unit.table(Card.CARDS).all(after, limit)))))
                    .isEqualTo(keys);
            assertThat(keys(pages(after ->
                            read(storage(), unit -> unit.table(Card.CARDS).by(Card.TAG, "tag", "tag", after, limit)))))
                    .isEqualTo(keys);
        }
    }

    @Test
    @DisplayName("keeps a scan's promise when documents are put and removed between its pages")
    void scansUnderChange() {
        write(
                storage(),
                unit -> IntStream.range(10, 20)
                        .forEach(i -> unit.table(Card.CARDS).put(Card.of("k" + i, 1), 0)));
        Page<Versioned<Card>> first =
                read(storage(), unit -> unit.table(Card.CARDS).all(Cursor.START, 5));
        write(storage(), unit -> {
            Table<Card> table = unit.table(Card.CARDS);
            for (String gone : List.of("k10", "k14", "k15")) {
                table.remove(gone, table.versions(List.of(gone)).getOrDefault(gone, 1L));
            }
            table.put(Card.of("k0", 1), 0);
            table.put(Card.of("k99", 1), 0);
        });
        Page<Versioned<Card>> second =
                read(storage(), unit -> unit.table(Card.CARDS).all(first.next(), 100));
        assertThat(keys(second.items())).containsExactly("k16", "k17", "k18", "k19", "k99");
    }

    @Test
    @DisplayName("keeps two kinds with one key apart")
    void keepsKindsApart() {
        put(storage(), Card.of("k", 1), 0);
        Optional<Versioned<Card>> head = read(storage(), unit -> card(unit.table(Card.HEADS), "k"));
        assertThat(head).isEmpty();
        write(storage(), unit -> unit.table(Card.HEADS).put(Card.of("k", 2), 0));
        assertThat(card(storage(), "k").document().number()).isEqualTo(1);
    }
}
