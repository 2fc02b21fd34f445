package dev.cdm.consent.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SuppressionListTest {

    private static final String ADDRESS = "hanako@example.org";
    private static final Instant TIME = Instant.parse("2025-03-01T10:00:00Z");

    private final Storage storage = MemoryStorage.create();

    SuppressionListTest() {
        storage.prepare(List.of(SuppressionList.ENTRIES), SchemaMode.CREATE);
    }

    @Test
    void aContactPointIsOnTheListUntilItIsTakenOff() {
        assertThat(write(list -> list.contains(ADDRESS))).isFalse();
        assertThat(write(list -> list.add(ADDRESS, "complaint", TIME))).isTrue();
        assertThat(write(list -> list.add(ADDRESS, "bounce", TIME))).isFalse();
        assertThat(write(list -> list.contains(ADDRESS))).isTrue();
        assertThat(write(list -> list.remove(ADDRESS))).isTrue();
        assertThat(write(list -> list.remove(ADDRESS))).isFalse();
        assertThat(write(list -> list.contains(ADDRESS))).isFalse();
    }

    @Test
    void theListKeepsKeyedHashesAndBelongsToNobody() {
        write(list -> list.add(ADDRESS, "complaint", TIME));
        List<SuppressionList.Entry> entries = storage.read(work -> work.table(SuppressionList.ENTRIES)
                .all(Cursor.START, 9)
                .map(found -> found.document())
                .items());
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.toString()).doesNotContain("hanako");
            assertThat(entry.hash()).hasSize(43);
            assertThat(SuppressionList.ENTRIES.subjects().apply(entry)).isEmpty();
        });
        assertThat(storage.<Boolean>read(work ->
                        SuppressionList.in(work, key("another secret 16")).contains(ADDRESS)))
                .isFalse();
    }

    @Test
    void aBlankContactPointIsRefused() {
        assertThatThrownBy(() -> write(list -> list.contains(" "))).hasMessageContaining("`contactPoint`");
    }

    private boolean write(Predicate<SuppressionList> use) {
        return storage.<Boolean>write(work -> use.test(SuppressionList.in(work, key("0123456789abcdef"))));
    }

    private static TombstoneKey key(String secret) {
        return TombstoneKey.of(secret.getBytes(StandardCharsets.US_ASCII));
    }
}
