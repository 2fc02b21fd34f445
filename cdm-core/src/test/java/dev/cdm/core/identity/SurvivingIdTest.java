package dev.cdm.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.Customers;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;

/** Ids are random; which of them survives is not. */
class SurvivingIdTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();
    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();

    @RepeatedTest(8)
    void ofRecordsSeenAtOneTimeTheFirstRecordIdKeepsTheProfile() {
        RecordId ann = CRM.record("4711");
        RecordId buyer = SHOP.record("c-88");
        try (Storage storage = MemoryStorage.create()) {
            Customers customers = Customers.over(storage).sources(CRM, SHOP).build();
            customers.receive(
                    RawRecord.of(buyer, Map.of("mail", "ann@example.com")),
                    RawRecord.of(ann, Map.of("mail", "ann@example.com")));
            ProfileId both = customers.profile(ann).orElseThrow().id();
            customers.separate(buyer, "steward", "");
            assertThat(customers.profile(ann).orElseThrow().id()).isEqualTo(both);
            assertThat(customers.profile(buyer).orElseThrow().id()).isNotEqualTo(both);
        }
    }
}
