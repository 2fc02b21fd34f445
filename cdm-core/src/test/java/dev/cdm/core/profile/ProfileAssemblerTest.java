package dev.cdm.core.profile;

import static dev.cdm.core.profile.People.CRM;
import static dev.cdm.core.profile.People.LETTER;
import static dev.cdm.core.profile.People.NOON;
import static dev.cdm.core.profile.People.SHOP;
import static dev.cdm.core.profile.People.called;
import static dev.cdm.core.profile.People.email;
import static dev.cdm.core.profile.People.name;
import static dev.cdm.core.profile.People.record;
import static dev.cdm.core.profile.People.source;
import static dev.cdm.core.profile.People.text;
import static dev.cdm.core.schema.StandardSchema.EMAIL;
import static dev.cdm.core.schema.StandardSchema.INDUSTRY;
import static dev.cdm.core.schema.StandardSchema.NAME;
import static dev.cdm.core.schema.StandardSchema.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.model.VerificationState;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.TextValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileAssemblerTest {

    private static final ProfileId ANN = new ProfileId("p-1");
    private final ProfileAssembler assembler = People.assembler().build();

    private Profile assemble(SourceRecord... states) {
        return assembler.assemble(ANN, List.of(states));
    }

    @Test
    void theMostTrustedSourceWinsAndTheLineageSaysWhy() {
        SourceRecord crm = called(CRM, "Miller", provenance -> provenance);
        SourceRecord shop = record(SHOP, "1")
                .value(NAME, name("Müller"), source(SHOP).build(), "MÜLLER, Ann")
                .build();
        Lineage<PersonName> lineage = assemble(shop, crm).lineage(NAME);
        RankedValue<PersonName> loser = lineage.losers().get(0);
        assertThat(lineage.values()).containsExactly(name("Miller"));
        assertThat(lineage.winner().orElseThrow().decidedBy()).isEmpty();
        assertThat(lineage.winner()
                        .orElseThrow()
                        .supporters()
                        .get(0)
                        .provenance()
                        .source())
                .isEqualTo("crm");
        assertThat(loser.value()).isEqualTo(name("Müller"));
        assertThat(loser.survives()).isFalse();
        assertThat(loser.decidedBy()).isEqualTo("most trusted source");
        assertThat(loser.supporters()).singleElement().satisfies(candidate -> {
            assertThat(candidate.recordId()).isEqualTo(People.id(SHOP));
            assertThat(candidate.rawText()).contains("MÜLLER, Ann");
            assertThat(candidate.trust()).isEqualTo(60);
            assertThat(candidate.support()).isEqualTo(1);
            assertThat(candidate.effectiveAt()).isEqualTo(NOON);
        });
    }

    @Test
    void anAttributeWithManyValuesKeepsEachDistinctOneWithAllWhoAssertIt() {
        SourceRecord crm = record(CRM, "1").value(EMAIL, email("ann")).build();
        SourceRecord shop = record(SHOP, "1")
                .value(EMAIL, email("ann"))
                .value(EMAIL, email("am"))
                .build();
        SourceRecord letter = record(LETTER, "1")
                .value(
                        EMAIL,
                        email("old"),
                        source(LETTER).verification(VerificationState.FAILED).build(),
                        null)
                .value(
                        EMAIL,
                        email("new"),
                        source(LETTER).verification(VerificationState.VERIFIED).build(),
                        null)
                .build();
        Profile profile = assemble(letter, shop, crm);
        assertThat(profile.value(EMAIL)).contains(email("new"));
        assertThat(profile.values(EMAIL)).containsExactly(email("new"), email("ann"), email("am"), email("old"));
        assertThat(profile.lineage(EMAIL).losers()).isEmpty();
        assertThat(profile.lineage(EMAIL).ranked().get(1).supporters())
                .extracting(Candidate::recordId)
                .containsExactly(People.id(CRM), People.id(SHOP));
        assertThat(profile.lineage(EMAIL).ranked())
                .extracting(RankedValue::decidedBy)
                .containsExactly("", "verified", "verified", "verified");
    }

    @Test
    void tellsItsRecordsAttributesAndProblems() {
        ValueProblem problem = new ValueProblem("phone.malformed", ProblemSeverity.ERROR, "tel", "is no number", "x");
        SourceRecord shop = record(SHOP, "1")
                .value(INDUSTRY, text("bakery"))
                .value(NAME, name("Miller"))
                .problem(problem)
                .problem(problem)
                .build();
        SourceRecord gone = record(CRM, "1")
                .kind(ObservationKind.DELETION)
                .value(PLAN, text("gold"))
                .build();
        Profile profile = assemble(shop, gone);
        assertThat(profile.id()).isEqualTo(ANN);
        assertThat(profile.recordIds()).containsExactly(People.id(CRM), People.id(SHOP));
        assertThat(profile.attributeNames()).containsExactly("name", "industry");
        assertThat(profile.lineages()).containsExactly(profile.lineage(NAME), profile.lineage(INDUSTRY));
        assertThat(profile.problems()).containsOnlyKeys(People.id(SHOP));
        assertThat(profile.problems().get(People.id(SHOP))).containsExactly(problem);
    }

    @Test
    void anAttributeNobodyAssertsIsEmpty() {
        Profile profile = assemble();
        assertThat(profile.value(NAME)).isEmpty();
        assertThat(profile.values(EMAIL)).isEmpty();
        assertThat(profile.lineage(NAME).winner()).isEmpty();
        assertThat(profile.attributeNames()).isEmpty();
    }

    @Test
    void keepsAttributesThatTheSchemaDoesNotKnow() {
        AttributeKey<TextValue> shoe = new AttributeKey<>("shoe", TextValue.class);
        AttributeKey<TextValue> hat = new AttributeKey<>("hat", TextValue.class);
        SourceRecord crm = record(CRM, "1")
                .value(shoe, text("38"))
                .value(hat, text("M"))
                .value(PLAN, text("gold"))
                .build();
        SourceRecord shop = record(SHOP, "1").value(shoe, text("39")).build();
        Profile profile = assemble(shop, crm);
        assertThat(profile.attributeNames()).containsExactly("plan", "hat", "shoe");
        assertThat(profile.values(shoe)).containsExactly(text("38"));
    }

    @Test
    void showsNoValueInItsTexts() {
        SourceRecord crm = called(CRM, "Secretname", provenance -> provenance);
        SourceRecord shop = record(SHOP, "1")
                .value(NAME, name("Hiddenname"), source(SHOP).build(), "Rawname")
                .build();
        Profile profile = assemble(crm, shop);
        MergePreview preview = assembler.preview(ANN, List.of(crm), new ProfileId("p-2"), List.of(shop));
        RankedValue<PersonName> winner = profile.lineage(NAME).ranked().get(0);
        assertThat(profile).hasToString("Profile[p-1 of [crm/1, shop/1] [name]]");
        assertThat(winner).hasToString("RankedValue[survives [crm/1]]");
        assertThat(winner.supporters().get(0)).hasToString("Candidate[name of crm/1]");
        assertThat(profile.lineage(NAME))
                .hasToString("Lineage[name [" + winner + ", RankedValue[lost by most trusted source [shop/1]]]]");
        assertThat(preview).hasToString("MergePreview[p-1 and p-2 change [name]]");
        assertThat(preview.changes().get(0)).hasToString("Change[name]");
        assertThat(assembler).hasToString("ProfileAssembler[crm, shop, letter]");
    }

    @Test
    void equalValuesThatDifferInWritingAreOneValue() {
        EmailAddress ann = email("ann");
        SourceRecord crm = record(CRM, "1")
                .value(EMAIL, ann, source(CRM).build(), "Ann@Example.COM")
                .build();
        SourceRecord again = record(CRM, "2").value(EMAIL, ann).build();
        RankedValue<EmailAddress> one =
                assemble(crm, again, crm).lineage(EMAIL).winner().orElseThrow();
        assertThat(one.supporters()).hasSize(2).allMatch(candidate -> candidate.support() == 2);
    }

    @Test
    void equalProfilesAreEqual() {
        SourceRecord crm = called(CRM, "Miller", provenance -> provenance);
        SourceRecord other = called(CRM, "Meyer", provenance -> provenance);
        assertThat(assemble(crm)).isEqualTo(assemble(crm, crm)).hasSameHashCodeAs(assemble(crm));
        assertThat(assemble(crm)).isNotEqualTo(assemble(other));
        assertThat(assemble(crm).lineage(NAME)).hasSameHashCodeAs(assemble(crm).lineage(NAME));
    }
}
