package dev.cdm.consent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.ledger.ConsentLedger.Head;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.VersionConflictException;
import dev.cdm.core.storage.Versioned;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsentLedgerTest {

    private static final RecordId SHOP = new RecordId("shop", "c-88");
    private static final RecordId WEB = new RecordId("web", "a-1");
    private static final Instant TIME = Instant.parse("2025-03-01T10:00:00Z");

    private final Storage storage = MemoryStorage.create();

    ConsentLedgerTest() {
        storage.prepare(
                List.of(ConsentLedger.EVENTS, ConsentLedger.HEADS, ConsentLedger.SEALS, ConsentLedger.GUARDIANS),
                SchemaMode.CREATE);
    }

    @Test
    void everyAppendRaisesTheHeadsOfItsRecordIds() {
        append(event(SHOP, 1), event(SHOP, 2), event(WEB, 3));
        List<Long> before = heads();
        append(event(SHOP, 4));
        assertThat(heads().get(0)).isGreaterThan(before.get(0));
        assertThat(heads().get(1)).isEqualTo(before.get(1));
    }

    @Test
    void theSameEventAgainChangesNothing() {
        append(event(SHOP, 1));
        List<Long> before = heads();
        append(event(SHOP, 1));
        assertThat(heads()).isEqualTo(before);
        assertThat(history(SHOP).events()).hasSize(1);
    }

    @Test
    void aHeadCountsTheEventsOfItsRecordId() {
        append(event(SHOP, 1), event(SHOP, 2));
        append(event(SHOP, 3));
        Collection<Versioned<Head>> heads = storage.read(work ->
                work.table(ConsentLedger.HEADS).get(List.of(SHOP.text())).values());
        assertThat(heads).extracting(Versioned::document).containsExactly(new Head(SHOP, 3));
    }

    @Test
    void twoWritersForOneRecordIdConflict() {
        assertThatThrownBy(() -> storage.write(work -> {
                    ConsentLedger.in(work).append(List.of(event(SHOP, 1)));
                    append(event(SHOP, 2));
                    return 0;
                }))
                .isInstanceOf(VersionConflictException.class);
        assertThat(history(SHOP).events()).hasSize(1);
    }

    @Test
    void aHistoryHasTheEventsOfAllRecordIdsHoweverMany() {
        List<ConsentEvent> many = new ArrayList<>();
        IntStream.range(0, 1200).forEach(second -> many.add(event(SHOP, second)));
        storage.write(work -> ConsentLedger.in(work).append(many));
        append(event(WEB, 1));
        assertThat(history(SHOP, WEB, SHOP).events()).hasSize(1201);
    }

    @Test
    void sealingGivesPositionsThatLaterEventsDoNotChange() {
        append(event(SHOP, 1), event(WEB, 2));
        assertThat(seal(TIME.plusSeconds(10))).isEqualTo(2);
        assertThat(seal(TIME.plusSeconds(11))).isZero();
        append(event(SHOP, 3));
        ConsentHistory history = storage.read(work -> ConsentLedger.in(work).sealedHistory(List.of(SHOP, WEB)));
        assertThat(history.knownAt(2).events()).hasSize(2);
        assertThat(history.positionAt(TIME.plusSeconds(10))).isEqualTo(2);
        assertThat(history.position()).isEmpty();
        assertThat(seal(TIME.plusSeconds(12))).isEqualTo(1);
        ConsentHistory sealed = storage.read(work -> ConsentLedger.in(work).sealedHistory(List.of(SHOP, WEB)));
        assertThat(sealed.position()).hasValue(3);
        assertThat(sealed.knownAt(2).events()).isEqualTo(history.knownAt(2).events());
    }

    @Test
    void aSealTellsNoIdOfAnEvent() {
        append(event(SHOP, 1));
        seal(TIME);
        String seals = storage.read(work -> work.table(ConsentLedger.SEALS)
                .get(List.of(String.format(Locale.ROOT, "%019d", 1)))
                .toString());
        assertThat(seals).doesNotContain(event(SHOP, 1).id());
    }

    private void append(ConsentEvent... events) {
        storage.write(work -> ConsentLedger.in(work).append(List.of(events)));
    }

    private int seal(Instant at) {
        return storage.write(work -> ConsentLedger.in(work).seal(at, 100));
    }

    private ConsentHistory history(RecordId... records) {
        return storage.read(work -> ConsentLedger.in(work).history(List.of(records)));
    }

    private List<Long> heads() {
        return storage.read(work ->
                List.copyOf(ConsentLedger.in(work).heads(List.of(SHOP, WEB)).values()));
    }

    private static ConsentEvent event(RecordId record, int second) {
        return ConsentEvent.given(record, new PurposeId("news"))
                .at(TIME.plusSeconds(second))
                .build();
    }
}
