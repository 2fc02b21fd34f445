package dev.cdm.examples.quickstart;

import static dev.cdm.core.schema.StandardSchema.EMAIL;
import static dev.cdm.core.schema.StandardSchema.NAME;
import static dev.cdm.core.schema.StandardSchema.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.Consents;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.view.ProfileView;
import dev.cdm.consent.view.Withheld;
import dev.cdm.core.Customers;
import dev.cdm.core.ingest.IntakeReport;
import dev.cdm.core.ingest.IntakeResult.Verdict;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The walk a newcomer follows: record, normalise, resolve, profile, decide, view. */
class WalkTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).trust(80).build();
    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();
    private static final SourceSystem LETTER =
            SourceSystem.builder("letter", SourceKind.NEWSLETTER).trust(30).build();
    private static final Purpose MARKETING = Purpose.builder("marketing", "Offers by e-mail")
            .attributes(NAME, EMAIL)
            .build();

    private static final RecordId IN_CRM = CRM.record("4711");
    private static final RecordId IN_SHOP = SHOP.record("c-88");
    private static final RecordId IN_LETTER = LETTER.record("9");

    @Test
    void fromThreeSystemsToAViewThatMayBeUsed() {
        try (Storage storage = MemoryStorage.create()) {
            Customers customers =
                    Customers.over(storage).sources(CRM, SHOP, LETTER).build();
            Consents consents = Consents.over(customers).purposes(MARKETING).build();

            receive(customers);
            Profile profile = customers.profile(IN_CRM).orElseThrow();
            explain(customers, profile);
            decide(consents, profile);
            separate(customers, consents, profile);
        }
    }

    /* record, normalise, resolve */
    private static void receive(Customers customers) {
        IntakeReport report = customers.receive(
                RawRecord.of(IN_CRM, Map.of("Full Name", "Ann Lee", "E-Mail", "Ann@Example.com")),
                RawRecord.of(IN_SHOP, Map.of("name", "A. Lee", "mail", "ann@example.com", "tel", "+1 202 555 0142")),
                RawRecord.of(IN_LETTER, Map.of("e-mail", "ann@example.com ", "birthday", "31 February 1990")));
        assertThat(report.count(Verdict.ACCEPTED)).isEqualTo(2);
        assertThat(report.results().get(2).verdict()).isEqualTo(Verdict.ACCEPTED_WITH_WARNING);
        assertThat(report.results().get(2).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).isEqualTo("birthday"));
    }

    /* profile: the most trusted name wins, and the loser is not forgotten */
    private static void explain(Customers customers, Profile profile) {
        assertThat(profile.recordIds()).containsExactly(IN_CRM, IN_LETTER, IN_SHOP);
        assertThat(profile.value(NAME).orElseThrow().display()).isEqualTo("Ann Lee");
        assertThat(profile.lineage(NAME).losers()).hasSize(1);
        assertThat(profile.value(PHONE)).isPresent();
        assertThat(customers.explain(profile.id()).held()).hasSize(2);
        assertThat(customers.find("email", "ANN@EXAMPLE.COM")).containsExactly(profile.id());
    }

    /* decide and view: nothing without a consent, everything the purpose needs with it, nothing after a withdrawal */
    private static void decide(Consents consents, Profile profile) {
        assertThat(consents.decide(profile.id(), MARKETING.id()).permitted()).isFalse();
        consents.record(ConsentEvent.given(IN_LETTER, MARKETING.id())
                .notice("newsletter-3")
                .evidence("form of 1 May"));
        Decision decision = consents.decide(profile.id(), MARKETING.id());
        assertThat(decision.permitted()).isTrue();
        assertThat(decision.events()).hasSize(1);

        ProfileView view = consents.view(profile.id(), MARKETING.id());
        assertThat(view.attributeNames()).containsExactly("name", "email");
        assertThat(view.withheld()).extracting(Withheld::attribute).containsExactly("phone");
    }

    /* separate: the consent was given in the newsletter, so it does not go with the shop's record */
    private static void separate(Customers customers, Consents consents, Profile profile) {
        customers.separate(IN_SHOP, "steward", "another person uses the same address");
        Profile parted = customers.profile(IN_SHOP).orElseThrow();
        assertThat(parted.id()).isNotEqualTo(profile.id());
        assertThat(consents.decide(parted.id(), MARKETING.id()).permitted()).isFalse();
        assertThat(consents.decide(profile.id(), MARKETING.id()).permitted()).isTrue();

        consents.record(ConsentEvent.withdrawn(IN_CRM, MARKETING.id()));
        assertThat(consents.view(profile.id(), MARKETING.id()).attributeNames()).isEmpty();
    }
}
