package dev.cdm.examples.quickstart;

import static dev.cdm.core.schema.StandardSchema.EMAIL;
import static dev.cdm.core.schema.StandardSchema.NAME;

import dev.cdm.consent.Consents;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.Customers;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** The program of the README; it keeps its customers in memory. */
public final class FirstSteps {

    private FirstSteps() {}

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try (Storage storage = MemoryStorage.create()) {
            run(storage, System.out);
        }
    }

    static void run(Storage storage, PrintStream out) {
        // [readme]
        SourceSystem crm = SourceSystem.builder("crm", SourceKind.CRM).trust(80).build();
        SourceSystem shop = SourceSystem.builder("shop", SourceKind.SHOP).build();
        Purpose offers = Purpose.builder("offers", "Offers by e-mail")
                .attributes(NAME, EMAIL)
                .build();
        Customers customers = Customers.over(storage).sources(crm, shop).build();
        Consents consents = Consents.over(customers).purposes(offers).build();

        RecordId ann = crm.record("4711");
        customers.receive(
                RawRecord.of(ann, Map.of("Full Name", "Ann Lee", "E-Mail", "Ann@Example.com")),
                RawRecord.of(shop.record("c-88"), Map.of("mail", "ann@example.com", "tel", "+1 202 555 0142")));

        Profile profile = customers.profile(ann).orElseThrow();
        out.println(profile.recordIds() + " are "
                + profile.value(NAME).orElseThrow().display());
        customers.explain(profile.id()).held().forEach(out::println);

        out.println(consents.decide(profile.id(), offers.id()).explain(Locale.ENGLISH));
        consents.record(ConsentEvent.given(ann, offers.id()).notice("offers-3"));
        out.println(consents.decide(profile.id(), offers.id()).explain(Locale.ENGLISH));
        out.println(consents.view(profile.id(), offers.id()).attributeNames());
        out.println(consents.view(profile.id(), offers.id()).withheld());
        // [/readme]
    }
}
