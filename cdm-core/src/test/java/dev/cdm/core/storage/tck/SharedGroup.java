package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several processes over the same data. */
abstract class SharedGroup extends Group {

    SharedGroup(StorageContract contract) {
        super(contract);
    }

    @BeforeEach
    void isDeclared() {
        onlyIf(Capability.SHARED);
    }

    @Test
    @DisplayName("another process writes, changes and erases: this one sees it at its next unit of work")
    void seesAnotherProcess() {
        Storage storage = storage();
        append(storage, Note.of("n1"), Note.of("n2"));
        put(storage, Card.of("k1", 1), 0);
        assertThat(get(storage, "n1", "n2")).hasSize(2);
        assertThat(card(storage, "k1").document().number()).isEqualTo(1);
        try (ChildProcess child = ChildProcess.start(contract, bench.tenant(), ChildProcess.Job.CHANGE)) {
            assertThat(child.readLine()).isEqualTo("changed");
            assertThat(get(storage, "n1", "n2").keySet()).containsExactly("n2");
            assertThat(append(storage, Note.of("n1"), Note.of("child"))).isEmpty();
            assertThat(card(storage, "k1").document().number()).isEqualTo(2);
            assertThat(feed(storage, Note.NOTES)).containsExactlyInAnyOrder("n2", "child");
        }
    }
}
