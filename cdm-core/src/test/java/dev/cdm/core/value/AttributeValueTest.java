package dev.cdm.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class AttributeValueTest {

    private static final Currency EURO = Currency.getInstance("EUR");

    @Test
    void amountsAndNumbersAreEqualWhateverTheirScale() {
        assertThat(new NumberValue(new BigDecimal("12.50"))).isEqualTo(new NumberValue(new BigDecimal("12.5")));
        assertThat(new NumberValue(new BigDecimal("1E+3")).canonicalText()).isEqualTo("1000");
        assertThat(new Money(new BigDecimal("9.90"), EURO).canonicalText()).isEqualTo("9.9 EUR");
    }

    @Test
    void aBandHasItsLowerBoundBelowTheUpper() {
        MoneyBand band = new MoneyBand(BigDecimal.ZERO, new BigDecimal("20000.0"), EURO);
        assertThat(band.canonicalText()).isEqualTo("0..20000 EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoneyBand(BigDecimal.ONE, BigDecimal.ONE, EURO))
                .withMessage("`high` must be above `low`");
    }

    @Test
    void aJapaneseNameIsShownFamilyNameFirst() {
        PersonName name = PersonName.builder()
                .family("山田")
                .given("花子")
                .familyKana("ヤマダ")
                .givenKana("ハナコ")
                .build();
        assertThat(name.display()).isEqualTo("山田 花子");
        assertThat(PersonName.builder()
                        .prefix("Dr")
                        .given("Ann")
                        .family("Lee")
                        .build()
                        .display())
                .isEqualTo("Dr Ann Lee");
        assertThat(PersonName.builder().whole("Sukarno").build().display()).isEqualTo("Sukarno");
    }

    @Test
    void anAffiliationKeepsItsTimeAndRefusesTimeTravel() {
        LocalDate first = LocalDate.of(2020, 4, 1);
        Affiliation work = new Affiliation("Example; Inc", "engineer", "", first, null);
        assertThat(Affiliation.parse(work.canonicalText())).isEqualTo(work);
        assertThat(work.from()).contains(first);
        assertThat(work.to()).isEmpty();
        assertThat(Affiliation.of("Example", "").canonicalText()).isEqualTo("Example;");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Affiliation("Example", "", "", first, first.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Affiliation.of(" ", ""));
    }

    @Test
    void anInterestLosesHalfInAHalfLife() {
        Instant seen = Instant.parse("2024-01-01T00:00:00Z");
        Interest interest = new Interest("hiking", 1, seen);
        assertThat(interest.weightAt(seen.plus(Duration.ofDays(30)), Duration.ofDays(30)))
                .isEqualTo(0.5);
        assertThatIllegalArgumentException().isThrownBy(() -> interest.weightAt(seen, Duration.ZERO));
    }

    @Test
    void malformedValuesAreRefusedWithoutPrintingThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber("secret", ""))
                .withMessage("`e164` must be a plus sign and 2 to 15 digits");
        assertThatIllegalArgumentException().isThrownBy(() -> new TextValue("a\0b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TextValue("\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeValue("  "));
        assertThatIllegalArgumentException().isThrownBy(() -> new UriValue(URI.create("relative/path")));
        assertThatIllegalArgumentException().isThrownBy(() -> new DateValue(LocalDate.of(10000, 1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonName.builder().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostalAddress.builder().build());
    }

    @Test
    void aSealedTextIsItsTokenWhateverTheCipherTextIs() {
        SealedText first = new SealedText("k1", "token", "one");
        assertThat(first)
                .isEqualTo(new SealedText("k1", "token", "two"))
                .hasSameHashCodeAs(new SealedText("k1", "token", "two"));
        assertThat(first).isNotEqualTo(new SealedText("k2", "token", "one"));
    }
}
