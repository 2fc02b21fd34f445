package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Several stores run the same random histories and must answer the same: for whoever offers more than one. A subclass
 * names the stores; the seed is printed on failure and repeated with {@code -Dcdm.tck.seed=}.
 */
public abstract class StorageAgreement {

    private static final int HISTORIES = 60;

    /** For subclasses. */
    protected StorageAgreement() {}

    /** {@return the stores by name, at least two; a method reference to each store's own contract class will do} */
    protected abstract Map<String, StorageOpener> stores();

    @Test
    @DisplayName("stores agree on random operation sequences")
    final void storesAgreeOnRandomHistories() {
        Map<String, StorageOpener> stores = stores();
        assertThat(stores).hasSizeGreaterThan(1);
        Samples.check(HISTORIES, History.any(), history -> {
            Map<String, List<String>> answers = new TreeMap<>();
            stores.forEach((name, opener) -> answers.put(name, answers(history, opener)));
            List<String> first = answers.values().iterator().next();
            assertThat(answers)
                    .allSatisfy((name, given) -> assertThat(given).as(name).isEqualTo(first));
        });
    }

    private static List<String> answers(History history, StorageOpener opener) {
        Bench bench = new Bench(opener);
        try {
            return history.run(bench::storage, bench::another);
        } finally {
            bench.close();
        }
    }
}
