package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Units of work inside a transaction that the host opened and will end. */
abstract class HostTransactionGroup extends Group {

    HostTransactionGroup(StorageContract contract) {
        super(contract);
    }

    @BeforeEach
    void isDeclared() {
        onlyIf(Capability.HOST_TRANSACTIONS);
    }

    private HostTransaction join() {
        HostTransaction transaction = contract.join(bench.tenant(), CardCodecs.INSTANCE, Bench.KEY);
        transaction.storage().prepare(Bench.KINDS, dev.cdm.core.storage.SchemaMode.NONE);
        return transaction;
    }

    @Test
    @DisplayName("say that they joined, to readers and writers")
    void sayThatTheyJoined() {
        try (HostTransaction host = join()) {
            assertThat(read(host.storage(), UnitOfWork::joined)).isTrue();
            assertThat(host.storage().<Boolean>write(UnitOfWork::joined)).isTrue();
        }
    }

    @Test
    @DisplayName("are seen inside at once, and by others after the host's commit only")
    void areSeenAfterTheHostsCommit() {
        append(storage(), Note.of("n1"));
        long version = put(storage(), Card.of("k1", 1), 0);
        try (HostTransaction host = join()) {
            append(host.storage(), Note.of("n2"));
            put(host.storage(), Card.of("k1", 2), version);
            assertThat(get(host.storage(), "n1", "n2")).hasSize(2);
            assertThat(card(host.storage(), "k1").document().number()).isEqualTo(2);
            assertThat(get(storage(), "n2")).isEmpty();
            assertThat(card(storage(), "k1").document().number()).isEqualTo(1);
            host.commit();
        }
        assertThat(get(storage(), "n1", "n2")).hasSize(2);
        assertThat(card(storage(), "k1").document().number()).isEqualTo(2);
        assertThat(feed(storage(), Note.NOTES)).containsExactlyInAnyOrder("n1", "n2");
    }

    @Test
    @DisplayName("leave nothing after the host's roll-back: not in the data, not in any cache")
    void leaveNothingAfterTheHostsRollBack() {
        append(storage(), Note.of("n1"));
        long version = put(storage(), Card.of("k1", 1), 0);
        assertThat(get(storage(), "n1")).hasSize(1);
        assertThat(card(storage(), "k1").document().number()).isEqualTo(1);
        try (HostTransaction host = join()) {
            append(host.storage(), Note.of("n2").saying("never"));
            erase(host.storage(), "n1", "n3");
            put(host.storage(), Card.of("k1", 2), version);
            put(host.storage(), Card.of("k2", 2), 0);
            assertThat(get(host.storage(), "n1", "n2").keySet()).containsExactly("n2");
            assertThat(card(host.storage(), "k1").document().number()).isEqualTo(2);
            host.rollBack();
        }
        assertThat(get(storage(), "n1", "n2").keySet()).containsExactly("n1");
        assertThat(card(storage(), "k1").document().number()).isEqualTo(1);
        assertThat(hasCard(storage(), "k2")).isFalse();
        assertThat(append(storage(), Note.of("n2"), Note.of("n3"))).containsExactly("n2", "n3");
        assertThat(get(storage(), "n2").get("n2")).isEqualTo(Note.of("n2"));
        put(storage(), Card.of("k1", 3), version);
        put(storage(), Card.of("k2", 3), 0);
        assertThat(card(storage(), "k1").document().number()).isEqualTo(3);
        assertThat(card(storage(), "k2").document().number()).isEqualTo(3);
    }

    @Test
    @DisplayName("that are committed by the host reach caches of other storages")
    void reachCaches() {
        append(storage(), Note.of("n1"));
        long version = put(storage(), Card.of("k1", 1), 0);
        Storage other = bench.another();
        assertThat(get(other, "n1")).hasSize(1);
        assertThat(card(other, "k1").document().number()).isEqualTo(1);
        try (HostTransaction host = join()) {
            erase(host.storage(), "n1");
            put(host.storage(), Card.of("k1", 2), version);
            host.commit();
        }
        for (Storage storage : List.of(storage(), other)) {
            assertThat(get(storage, "n1")).isEmpty();
            assertThat(card(storage, "k1").document().number()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("neither commit nor roll back by themselves, and the host's connection stays usable")
    void neitherCommitNorRollBack() {
        storage();
        try (HostTransaction host = join()) {
            append(host.storage(), Note.of("n1"));
            assertThatExceptionOfType(IllegalMonitorStateException.class)
                    .isThrownBy(() -> write(host.storage(), unit -> {
                        unit.log(Note.NOTES).append(List.of(Note.of("n2")));
                        throw new IllegalMonitorStateException("the host's own");
                    }));
            assertThat(get(storage(), "n1")).isEmpty();
            host.storage().close();
            host.commit();
        }
        assertThat(get(storage(), "n1", "n2").keySet()).containsExactly("n1");
    }
}
