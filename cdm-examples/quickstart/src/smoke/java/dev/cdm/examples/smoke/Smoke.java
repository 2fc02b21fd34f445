package dev.cdm.examples.smoke;

import dev.cdm.consent.Consents;
import dev.cdm.consent.json.ConsentBodies;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.Customers;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;

/** Uses the three library modules from a named module, over a database; prints one line if all is well. */
public final class Smoke {

    private Smoke() {}

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        for (String name : List.of("dev.cdm.core", "dev.cdm.consent", "dev.cdm.matching")) {
            Module module = ModuleLayer.boot().findModule(name).orElseThrow();
            if (module.getDescriptor().isAutomatic()) {
                throw new IllegalStateException(name + " has lost its descriptor");
            }
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:smoke;DB_CLOSE_DELAY=-1");
        try (Storage storage = JdbcStorage.builder(database)
                .codecs(JsonCodecs.of(new ConsentBodies()))
                .tombstoneKey(TombstoneKey.of(new byte[16]))
                .build()) {
            System.out.println(walk(storage));
        }
    }

    private static String walk(Storage storage) {
        SourceSystem crm = SourceSystem.builder("crm", SourceKind.CRM).build();
        Purpose offers = Purpose.builder("offers", "Offers")
                .attributes(StandardSchema.NAME, StandardSchema.PHONE)
                .build();
        Customers customers = Customers.over(storage).sources(crm).build();
        Consents consents = Consents.over(customers).purposes(offers).build();
        RecordId id = crm.record("4711");
        customers.receive(RawRecord.of(id, Map.of("氏名", "山田　花子", "電話番号", "+81 90-1234-5678")));
        consents.record(ConsentEvent.given(id, offers.id()));
        Profile profile = customers.profile(id).orElseThrow();
        return "read back " + profile.recordIds().get(0) + " "
                + consents.view(profile.id(), offers.id()).attributeNames();
    }
}
