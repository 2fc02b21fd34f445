package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Capability;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random operations over two logs and two tables, compared with a model that is too simple to be wrong. */
abstract class HistoryGroup extends Group {

    private static final int HISTORIES = 60;

    HistoryGroup(StorageContract contract) {
        super(contract);
    }

    @Test
    @DisplayName("give the same answers as the reference model, with roll-backs and openings anew")
    void agreeWithTheModel() {
        boolean durable = storage().capabilities().contains(Capability.DURABLE);
        Samples.check(HISTORIES, History.any(), history -> {
            NaiveStorage model = new NaiveStorage();
            model.prepare(Bench.KINDS, SchemaMode.CREATE);
            List<String> expected = history.run(() -> model, () -> model);
            String tenant = Bench.newTenant();
            List<String> actual = history.run(() -> bench.open(tenant, Bench.KINDS), () -> reopen(tenant, durable));
            assertThat(actual).isEqualTo(expected);
        });
    }

    private Storage reopen(String tenant, boolean durable) {
        if (durable) {
            bench.close();
        }
        return bench.open(tenant, Bench.KINDS);
    }
}
