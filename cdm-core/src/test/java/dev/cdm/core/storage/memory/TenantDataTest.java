package dev.cdm.core.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.VersionConflictException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantDataTest {

    private static final LogKind<String> LOG = LogKind.named("log", String.class)
            .subjects(entry -> List.of("crm/" + entry))
            .keyedBy(entry -> entry);
    private static final TableKind<String> TABLE = TableKind.named("table", String.class)
            .index("length", text -> List.of(Integer.toString(text.length())))
            .keyedBy(text -> text.substring(0, 1));

    private final TenantData data = new TenantData(TombstoneKey.of(new byte[16]));
    private final Storage storage = new MemoryStorage(data);

    @BeforeEach
    void prepare() {
        storage.prepare(List.of(LOG, TABLE), SchemaMode.CREATE);
    }

    private void append(String entry) {
        storage.write(unit -> unit.log(LOG).append(List.of(entry)));
    }

    private int erase(String id) {
        return storage.write(unit -> unit.log(LOG).erase(List.of(id)));
    }

    private long put(String text, long version) {
        return storage.write(unit -> unit.table(TABLE).put(text, version));
    }

    @Test
    void whatIsErasedLeavesMemoryWithTheCommit() {
        append("a");
        erase("a");
        Facts<String> facts = data.facts(LOG);
        assertThat(facts.sheet.by(Kind.SUBJECT)).isEmpty();
        assertThat(facts.feed).isEmpty();
        assertThat(facts.asOf(1, "a")).isNull();
    }

    @Test
    void whatIsErasedStaysForTheUnitsOfWorkThatSeeItAndNoLonger() {
        append("a");
        storage.read(unit -> {
            erase("a");
            assertThat(unit.log(LOG).get(List.of("a"))).hasSize(1);
            assertThat(data.facts(LOG).feed).hasSize(1);
            return "done";
        });
        assertThat(data.facts(LOG).feed).isEmpty();
        assertThat(data.facts(LOG).sheet.by(Kind.SUBJECT)).isEmpty();
    }

    @Test
    void replacedVersionsLeaveMemoryWhenNobodySeesThem() {
        long first = put("a1", 0);
        storage.read(older -> {
            long second = put("a22", first);
            return storage.<String>read(newer -> {
                put("a333", second);
                assertThat(data.facts(TABLE).sheet.byKey()).hasSize(3);
                assertThat(older.table(TABLE).get(List.of("a")).values())
                        .extracting(found -> found.document())
                        .containsExactly("a1");
                assertThat(newer.table(TABLE).get(List.of("a")).values())
                        .extracting(found -> found.document())
                        .containsExactly("a22");
                return "done";
            });
        });
        assertThat(data.facts(TABLE).sheet.byKey()).hasSize(1);
        assertThat(data.facts(TABLE).sheet.by("length")).hasSize(1);
        assertThat(data.facts(TABLE).asOf(2, "a")).isNull();
    }

    @Test
    void theSecondOfTwoOpenAppendsOfOneIdConflictsAtCommit() {
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> storage.write(unit -> {
                    unit.log(LOG).append(List.of("a"));
                    append("a");
                    return "done";
                }));
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> storage.write(unit -> {
                    unit.log(LOG).append(List.of("b"));
                    erase("b");
                    return "done";
                }));
        assertThat(storage.<List<String>>read(
                        unit -> unit.log(LOG).feed(Cursor.START, 9).items()))
                .containsExactly("a");
    }

    @Test
    void writersOfDifferentThingsDoNotDisturbEachOther() {
        storage.write(unit -> {
            unit.log(LOG).append(List.of("a"));
            append("b");
            put("x", 0);
            return unit.table(TABLE).put("y", 0);
        });
        assertThat(storage.<List<String>>read(
                        unit -> unit.log(LOG).feed(Cursor.START, 9).items()))
                .containsExactly("b", "a");
    }

    @Test
    void cursorsFromElsewhereAreRefused() {
        append("a");
        for (String text : List.of("x", "****", "MTIzOmE", "Og")) {
            Cursor cursor = new Cursor(text);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> storage.read(unit -> unit.log(LOG).by(Kind.SUBJECT, "crm/a", cursor, 1)))
                    .withMessageContaining("`after`");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> storage.read(unit -> unit.log(LOG).feed(cursor, 1)));
        }
    }

    @Test
    void aStorageOfItsOwnSharesNothing() {
        append("a");
        Storage other = MemoryStorage.create();
        other.prepare(List.of(LOG), SchemaMode.CREATE);
        assertThat(other.<List<String>>read(
                        unit -> unit.log(LOG).feed(Cursor.START, 9).items()))
                .isEmpty();
        other.close();
    }
}
