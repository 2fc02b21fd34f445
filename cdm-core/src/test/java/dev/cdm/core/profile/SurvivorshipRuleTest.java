package dev.cdm.core.profile;

import static dev.cdm.core.profile.People.CRM;
import static dev.cdm.core.profile.People.LETTER;
import static dev.cdm.core.profile.People.NOON;
import static dev.cdm.core.profile.People.SHOP;
import static dev.cdm.core.profile.People.called;
import static dev.cdm.core.profile.People.email;
import static dev.cdm.core.profile.People.name;
import static dev.cdm.core.profile.People.record;
import static dev.cdm.core.profile.People.text;
import static dev.cdm.core.profile.SurvivorshipRule.comparing;
import static dev.cdm.core.profile.SurvivorshipRule.longest;
import static dev.cdm.core.profile.SurvivorshipRule.mostComplete;
import static dev.cdm.core.profile.SurvivorshipRule.mostFrequent;
import static dev.cdm.core.profile.SurvivorshipRule.mostRecent;
import static dev.cdm.core.profile.SurvivorshipRule.mostTrusted;
import static dev.cdm.core.profile.SurvivorshipRule.oldest;
import static dev.cdm.core.profile.SurvivorshipRule.sameRecordAs;
import static dev.cdm.core.profile.SurvivorshipRule.sourceOrder;
import static dev.cdm.core.profile.SurvivorshipRule.standard;
import static dev.cdm.core.schema.StandardSchema.ADDRESS;
import static dev.cdm.core.schema.StandardSchema.AFFILIATION;
import static dev.cdm.core.schema.StandardSchema.EMAIL;
import static dev.cdm.core.schema.StandardSchema.NAME;
import static dev.cdm.core.schema.StandardSchema.PHONE;
import static dev.cdm.core.schema.StandardSchema.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.model.AssertionKind;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.VerificationState;
import dev.cdm.core.value.Affiliation;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PhoneNumber;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.TextValue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SurvivorshipRuleTest {

    private static final ProfileId ANN = new ProfileId("p-1");

    /** The family name that wins, and the reason why the first of the others lost. */
    private static String winner(SurvivorshipRule rule, SourceRecord... states) {
        Lineage<PersonName> lineage = People.assembler()
                .rule(NAME, rule)
                .build()
                .assemble(ANN, List.of(states))
                .lineage(NAME);
        return lineage.values().get(0).family() + " by "
                + lineage.ranked().get(1).decidedBy();
    }

    private static UnaryOperator<Provenance.Builder> at(Duration beforeNoon) {
        return provenance -> provenance.observedAt(NOON.minus(beforeNoon));
    }

    private static UnaryOperator<Provenance.Builder> checked(VerificationState state) {
        return provenance -> provenance.verification(state);
    }

    private static UnaryOperator<Provenance.Builder> known(AssertionKind kind) {
        return provenance -> provenance.assertion(kind);
    }

    @Test
    void verifiedBeatsTrustAndAFailedCheckLoses() {
        SourceRecord failed = called(CRM, "Failed", checked(VerificationState.FAILED));
        SourceRecord plain = called(LETTER, "Plain", checked(VerificationState.UNVERIFIED));
        SourceRecord verified = called(SHOP, "Verified", checked(VerificationState.VERIFIED));
        assertThat(winner(standard(), failed, plain)).isEqualTo("Plain by verified");
        assertThat(winner(standard(), failed, plain, verified)).isEqualTo("Verified by verified");
    }

    @Test
    void statedBeatsInferred() {
        SourceRecord inferred = called(CRM, "Inferred", known(AssertionKind.INFERRED));
        SourceRecord derived = called(SHOP, "Derived", known(AssertionKind.DERIVED));
        SourceRecord declared = called(LETTER, "Declared", known(AssertionKind.DECLARED));
        assertThat(winner(standard(), inferred, declared)).isEqualTo("Declared by stated");
        assertThat(winner(standard(), inferred, derived)).isEqualTo("Derived by stated");
    }

    @Test
    void withinOneTrustTheTimeTheSourceAssertsDecides() {
        SourceRecord older = called(CRM, "Older", at(Duration.ofDays(2)));
        SourceRecord newer =
                record(CRM, at(Duration.ofDays(1))).value(NAME, name("Newer")).build();
        SourceRecord unknown = called(CRM, "Received", provenance -> provenance);
        assertThat(winner(standard(), older, newer)).isEqualTo("Newer by most recent");
        assertThat(winner(standard(), older, newer, unknown)).isEqualTo("Received by most recent");
        assertThat(winner(oldest(), older, newer, unknown)).isEqualTo("Older by oldest");
    }

    @Test
    void aClockThatIsAheadWinsByNoMoreThanItsTolerance() {
        SourceRecord ahead = called(SHOP, "Ahead", at(Duration.ofDays(-3_000)));
        SourceRecord within = called(SHOP, "Within", at(Duration.ofMinutes(-4)));
        SourceRecord strict = called(CRM, "Strict", at(Duration.ofDays(-1)));
        Lineage<PersonName> lineage = People.assembler()
                .rule(NAME, mostRecent())
                .build()
                .assemble(ANN, List.of(ahead, within, strict))
                .lineage(NAME);
        assertThat(lineage.ranked())
                .extracting(value -> value.supporters().get(0).effectiveAt())
                .containsExactly(NOON.plusSeconds(300), NOON.plusSeconds(240), NOON);
    }

    @Test
    void completenessCountsPartsAndThenTextDecides() {
        SourceRecord bare = called(CRM, "Aa", provenance -> provenance);
        SourceRecord full = record(CRM, "2")
                .value(NAME, name("Zz").toBuilder().middle("Eve").build())
                .build();
        SourceRecord other = record(CRM, "3").value(NAME, name("Bb")).build();
        assertThat(winner(standard(), bare, full)).isEqualTo("Zz by most complete");
        assertThat(winner(standard(), other, bare)).isEqualTo("Aa by order of text");
    }

    @Test
    void completenessKnowsAddressesAndRoles() {
        SourceRecord record = record(CRM, "1")
                .value(ADDRESS, PostalAddress.builder().city("Aachen").build())
                .value(
                        ADDRESS,
                        PostalAddress.builder().city("Ulm").country("DE").build())
                .value(AFFILIATION, Affiliation.of("A Ltd", ""))
                .value(AFFILIATION, Affiliation.of("B Ltd", "baker"))
                .value(PHONE, new PhoneNumber("+15550100", ""))
                .value(PHONE, new PhoneNumber("+15550100", "7"))
                .build();
        Profile profile = People.assembler().build().assemble(ANN, List.of(record));
        assertThat(profile.values(ADDRESS)).extracting(PostalAddress::city).containsExactly("Ulm", "Aachen");
        assertThat(profile.values(AFFILIATION))
                .extracting(Affiliation::organization)
                .containsExactly("B Ltd", "A Ltd");
        assertThat(profile.values(PHONE)).extracting(PhoneNumber::extension).containsExactly("", "7");
    }

    @Test
    void rulesDecideBeforeTheStandardDoes() {
        SourceRecord crm = called(CRM, "Crm", at(Duration.ofDays(9)));
        SourceRecord shop = called(SHOP, "Shopper", at(Duration.ofDays(8)));
        SourceRecord letter = called(LETTER, "Letter", at(Duration.ofDays(7)));
        SourceRecord echo = record(LETTER, "2").value(NAME, name("Shopper")).build();
        assertThat(winner(mostTrusted(), letter, shop, crm)).isEqualTo("Crm by most trusted source");
        assertThat(winner(mostRecent(), letter, shop, crm)).isEqualTo("Letter by most recent");
        assertThat(winner(longest(), letter, shop, crm)).isEqualTo("Shopper by longest");
        assertThat(winner(mostFrequent(), letter, shop, crm, echo)).isEqualTo("Shopper by most frequent");
        assertThat(winner(sourceOrder("letter", "shop"), crm, shop, letter)).isEqualTo("Letter by source order");
        assertThat(winner(sourceOrder("letter", "shop"), crm, shop)).isEqualTo("Shopper by source order");
        assertThat(winner(mostComplete(), letter, shop, crm)).isEqualTo("Crm by most trusted source");
        assertThat(winner(mostComplete().then(oldest()), letter, shop, crm)).isEqualTo("Crm by oldest");
    }

    @Test
    void aRuleOfTheHostsOwnHasItsReason() {
        Comparator<Candidate<?>> backwards = Comparator.comparing(
                (Candidate<?> candidate) -> candidate.value().canonicalText(), Comparator.reverseOrder());
        assertThat(winner(
                        comparing("last in the alphabet", backwards),
                        called(CRM, "Aa", provenance -> provenance),
                        called(LETTER, "Zz", provenance -> provenance)))
                .isEqualTo("Zz by last in the alphabet");
        assertThatIllegalArgumentException().isThrownBy(() -> comparing(" ", backwards));
        assertThat(standard())
                .hasToString("SurvivorshipRule[verified, stated, most trusted source, most recent, most complete]");
    }

    @Test
    void whatAStewardSetWinsEverywhere() {
        SourceRecord steward = called(LETTER, "Steward", checked(VerificationState.FAILED));
        SourceRecord crm = record(CRM, checked(VerificationState.VERIFIED))
                .value(NAME, name("Crm"))
                .value(EMAIL, email("ann"))
                .build();
        Profile profile = People.assembler()
                .pinned("letter")
                .rule(NAME, mostTrusted())
                .build()
                .assemble(ANN, List.of(crm, steward));
        assertThat(profile.value(NAME)).contains(name("Steward"));
        assertThat(profile.lineage(NAME).losers().get(0).decidedBy()).isEqualTo("pinned");
        assertThat(profile.values(EMAIL)).containsExactly(email("ann"));
    }

    @Test
    void anAttributeMayFollowTheWinnerOfAnother() {
        SourceRecord crm = record(CRM, "1")
                .value(PLAN, text("crm plan"))
                .value(NAME, name("Crm"))
                .build();
        SourceRecord shop = record(SHOP, checked(VerificationState.VERIFIED))
                .value(NAME, name("Shop"))
                .value(PLAN, text("shop plan"), People.source(SHOP).build(), null)
                .build();
        ProfileAssembler assembler =
                People.assembler().rule(PLAN, sameRecordAs(NAME)).build();
        Lineage<TextValue> plan = assembler.assemble(ANN, List.of(crm, shop)).lineage(PLAN);
        assertThat(plan.values()).containsExactly(text("shop plan"));
        assertThat(plan.losers().get(0).decidedBy()).isEqualTo("same record as name");
        SourceRecord nameless = record(SHOP, "1").value(PLAN, text("shop plan")).build();
        SourceRecord other = record(CRM, "1").value(PLAN, text("crm plan")).build();
        assertThat(assembler.assemble(ANN, List.of(nameless, other)).values(PLAN))
                .containsExactly(text("crm plan"));
    }

    @Test
    void rulesThatFollowEachOtherInACircleAreRefused() {
        ProfileAssembler.Builder circle =
                People.assembler().rule(PLAN, sameRecordAs(NAME)).rule(NAME, sameRecordAs(PLAN));
        assertThatIllegalArgumentException()
                .isThrownBy(circle::build)
                .withMessage("`rule` must not follow itself, was [name, plan]");
        AttributeKey<TextValue> unknown = new AttributeKey<>("shoe", TextValue.class);
        ProfileAssembler.Builder lost = People.assembler().rule(PLAN, sameRecordAs(unknown));
        assertThatIllegalArgumentException()
                .isThrownBy(lost::build)
                .withMessage("`rule` must follow an attribute of the schema, was shoe");
        assertThatIllegalArgumentException().isThrownBy(() -> People.assembler().rule(unknown, mostRecent()));
    }

    @Test
    void aRuleMayKeepAllOrOnlyTheBestWhateverTheSchemaSays() {
        SourceRecord crm = record(CRM, "1")
                .value(EMAIL, email("ann"))
                .value(EMAIL, email("old"))
                .value(PLAN, text("gold"))
                .build();
        SourceRecord shop = record(SHOP, "1").value(PLAN, text("silver")).build();
        Profile profile = People.assembler()
                .rule(EMAIL, standard().keepingBest())
                .rule(PLAN, mostTrusted().keepingAll())
                .defaultRule(mostRecent())
                .build()
                .assemble(ANN, List.of(shop, crm));
        assertThat(profile.values(EMAIL)).containsExactly(email("ann"));
        assertThat(profile.values(PLAN)).containsExactly(text("gold"), text("silver"));
    }
}
