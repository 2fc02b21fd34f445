package dev.cdm.consent.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.model.PurposeId;
import dev.cdm.core.schema.StandardSchema;
import java.time.Period;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PurposesTest {

    private static final PurposeId ADS = new PurposeId("personalised-ads");

    private final Purposes purposes = Purposes.of(
            Purpose.builder("personalised-ads", "Personalised advertising")
                    .under("advertising", "personalisation")
                    .build(),
            Purpose.builder("advertising", "Advertising").under("all").build(),
            Purpose.builder("personalisation", "Personalisation").under("all").build(),
            Purpose.builder("all", "Everything").build());

    @Test
    void aPurposeMayLieUnderSeveralOthers() {
        assertThat(purposes.parents(ADS))
                .containsExactly(new PurposeId("advertising"), new PurposeId("personalisation"));
        assertThat(purposes.upward(ADS))
                .extracting(PurposeId::text)
                .containsExactly("personalised-ads", "advertising", "all", "personalisation");
        assertThat(purposes.downward(new PurposeId("advertising")))
                .extracting(PurposeId::text)
                .containsExactly("advertising", "personalised-ads");
    }

    @Test
    void anUnknownPurposeHasNothingAboveOrBelow() {
        PurposeId unknown = new PurposeId("nothing");
        assertThat(purposes.find(unknown)).isEmpty();
        assertThat(purposes.upward(unknown)).isEmpty();
        assertThat(purposes.downward(unknown)).isEmpty();
    }

    @Test
    void cyclesMissingParentsAndDoublesAreRefused() {
        Purpose first = Purpose.builder("a", "A").under("b").build();
        Purpose second = Purpose.builder("b", "B").under("a").build();
        assertThatThrownBy(() -> Purposes.of(first, second)).hasMessageContaining("must not lead back");
        assertThatThrownBy(() -> Purposes.of(first)).hasMessageContaining("must be declared");
        assertThatThrownBy(() -> Purposes.of(second, second)).hasMessageContaining("must differ");
        assertThatThrownBy(() -> Purposes.of(
                        Purpose.builder("c", "C").categories("no such category").build()))
                .hasMessageContaining("must be registered");
    }

    @Test
    void aPurposeHasDefaultsThatPermitLittle() {
        Purpose plain = Purpose.builder("support", "Support").build();
        assertThat(plain.bases()).containsExactly(LegalBasis.CONSENT);
        assertThat(plain.attributes()).isEmpty();
        assertThat(plain.recipients()).isEmpty();
        assertThat(plain.inferred()).isFalse();
        assertThat(plain.marketing()).isFalse();
        assertThat(plain.retention()).isEmpty();
    }

    @Test
    void aPurposeCarriesNamesPeriodsAndTerms() {
        Purpose purpose = Purpose.builder("news", "News by e-mail")
                .name(Locale.JAPANESE, "メールマガジン")
                .attributes(StandardSchema.NAME, StandardSchema.EMAIL)
                .classes(PurposeClass.MARKETING)
                .bases(LegalBasis.CONSENT, LegalBasis.LEGITIMATE_INTEREST)
                .retention(Period.ofYears(2))
                .validity(Period.ofMonths(24))
                .dpv("dpv:DirectMarketing")
                .build();
        assertThat(purpose.name(Locale.JAPANESE)).isEqualTo("メールマガジン");
        assertThat(purpose.name(Locale.FRENCH)).isEqualTo("News by e-mail");
        assertThat(purpose.attributes()).containsExactly("name", "email");
        assertThat(purpose.marketing()).isTrue();
        assertThat(purpose.validity()).contains(Period.ofMonths(24));
        assertThat(purpose.dpv()).isEqualTo("dpv:DirectMarketing");
        assertThatThrownBy(() -> Purpose.builder("a", "A").retention(Period.ZERO))
                .hasMessageContaining("must be longer than zero");
        assertThatThrownBy(() -> Purpose.builder("a", "A").validity(Period.ofYears(5000)))
                .hasMessageContaining("at most 100 years");
    }

    @Test
    void categoriesHaveClassesTermsAndAttributes() {
        Categories standard = Categories.standard();
        assertThat(standard.classOf("health")).contains(DataClass.SPECIAL);
        assertThat(standard.upward("purchase")).containsExactly("purchase", "transaction");
        assertThat(standard.dpv("health")).contains("pd:Health");
        assertThat(standard.dpv("no such category")).isEmpty();
        assertThat(standard.classOf("no such category")).isEmpty();
        Categories own = standard.toBuilder()
                .add("allergy", DataClass.SPECIAL, "", "health")
                .attribute("nuts", "allergy")
                .build();
        assertThat(own.ofAttribute("nuts")).contains("allergy");
        assertThat(own.ofAttribute("email")).contains("email");
        assertThat(own.ofAttribute("shoe_size")).isEmpty();
        assertThat(own.upward("allergy")).containsExactly("allergy", "health");
    }

    @Test
    void onlyConsentCanBeWithdrawnAndOnlyInterestsAndTasksObjectedTo() {
        assertThat(LegalBasis.values()).filteredOn(LegalBasis::withdrawable).containsExactly(LegalBasis.CONSENT);
        assertThat(LegalBasis.values())
                .filteredOn(LegalBasis::objectionable)
                .containsExactly(
                        LegalBasis.PUBLIC_TASK, LegalBasis.LEGITIMATE_INTEREST, LegalBasis.RECOGNISED_INTEREST);
    }
}
