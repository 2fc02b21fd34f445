package dev.cdm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.TextValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
    private static final AttributeKey<TextValue> NOTE = new AttributeKey<>("note", TextValue.class);

    @Test
    void aSourceSystemHasSafeDefaults() {
        SourceSystem crm = SourceSystem.builder("crm", SourceKind.CRM).build();
        assertThat(crm.trust()).isEqualTo(50);
        assertThat(crm.party()).isEqualTo(PartyType.FIRST);
        assertThat(crm.delivery()).isEqualTo(DeliveryMode.FULL_SNAPSHOT);
        assertThat(crm.clockTolerance()).isZero();
        assertThat(crm.duplicateFree()).isFalse();
        assertThat(crm.owner()).isEmpty();
        assertThat(crm.lawfulCollection()).isEmpty();
        assertThat(crm).hasToString("SourceSystem[crm CRM trust 50]");
    }

    @Test
    void aSourceSystemIsItsParts() {
        SourceSystem shop = SourceSystem.builder("shop", SourceKind.SHOP)
                .owner("sales")
                .trust(80)
                .party(PartyType.SECOND)
                .clockTolerance(Duration.ofMinutes(5))
                .delivery(DeliveryMode.PATCH)
                .lawfulCollection("contract, notice 7")
                .duplicateFree()
                .build();
        assertThat(shop.record("c-88").text()).isEqualTo("shop/c-88");
        assertThat(shop)
                .isNotEqualTo(SourceSystem.builder("shop", SourceKind.SHOP).build())
                .hasSameHashCodeAs(SourceSystem.builder("shop", SourceKind.SHOP)
                        .trust(80)
                        .party(PartyType.SECOND)
                        .delivery(DeliveryMode.PATCH)
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceSystem.builder("shop", SourceKind.SHOP).trust(101))
                .withMessage("`trust` must be between 0 and 100, was 101");
        assertThatIllegalArgumentException().isThrownBy(() -> SourceSystem.builder("Shop/1", SourceKind.SHOP));
    }

    @Test
    void aRecordIdIsReadBackFromItsText() {
        RecordId id = RecordId.parse("web/anon/5f2");
        assertThat(id).isEqualTo(new RecordId("web", "anon/5f2")).hasToString("web/anon/5f2");
        assertThat(id).isLessThan(new RecordId("web", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> RecordId.parse("/key"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordId("web", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordId("web", "x".repeat(301)));
    }

    @Test
    void idsAreShortStorableTexts() {
        assertThat(new ProfileId("p-1")).hasToString("p-1");
        assertThat(new PurposeId("marketing")).hasToString("marketing");
        assertThat(new RecipientId("agency")).hasToString("agency");
        assertThatIllegalArgumentException().isThrownBy(() -> new ProfileId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurposeId("\0"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecipientId("x".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdentifierType(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new AttributeKey<>("Birth Date", TextValue.class));
        assertThat(NOTE).hasToString("note");
    }

    @Test
    void anIdentifierKeepsItsValueToItself() {
        Identifier email = new Identifier(IdentifierType.EMAIL, "taro@example.com");
        assertThat(email.text()).isEqualTo("email:taro@example.com");
        assertThat(email).hasToString("Identifier[email]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Identifier(IdentifierType.EMAIL, "\ud800"));
    }

    @Test
    void aRawRecordKeepsFieldsAsTheyCame() {
        RawRecord raw = RawRecord.builder(new RecordId("crm", "1"))
                .field("E-Mail", " Taro@Example.COM ")
                .field("E-Mail", "second@example.com")
                .assertedAt(NOON)
                .version("7")
                .position(new SourcePosition("crm.csv", 2))
                .build();
        assertThat(raw.fields()).extracting(RawField::text).containsExactly(" Taro@Example.COM ", "second@example.com");
        assertThat(raw.assertedAt()).contains(NOON);
        assertThat(raw.position()).map(SourcePosition::toString).contains("crm.csv:2");
        assertThat(raw.deleted()).isFalse();
        assertThat(raw.toString() + raw.fields()).doesNotContain("Taro");
        assertThat(RawRecord.of(raw.recordId(), Map.of("a", "b")))
                .isEqualTo(RawRecord.builder(raw.recordId()).field("a", "b").build())
                .isNotEqualTo(RawRecord.builder(raw.recordId()).deleted().build());
        assertThatIllegalArgumentException().isThrownBy(() -> new SourcePosition("crm.csv", 0));
    }

    @Test
    void aRecordRefusesValuesOfAnotherSource() {
        Provenance crm = Provenance.builder("crm", NOON).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceRecord.builder(new RecordId("shop", "1"), crm))
                .withMessage("`provenance` must name the system of the record id, was `crm`");
        SourceRecordBuilder builder = SourceRecord.builder(new RecordId("crm", "1"), crm);
        Provenance shop = Provenance.builder("shop", NOON).build();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.value(NOTE, new TextValue("a"), shop, null));
    }

    @Test
    void rawTextIsKeptOnlyWhereItDiffers() {
        AttributeKey<EmailAddress> email = new AttributeKey<>("email", EmailAddress.class);
        EmailAddress value = new EmailAddress("taro", "example.com");
        Provenance crm = Provenance.builder("crm", NOON).build();
        SourceRecord record = SourceRecord.builder(new RecordId("crm", "1"), crm)
                .value(email, value, crm, "taro@example.com")
                .value(email, value, crm, "Taro@example.com")
                .build();
        assertThat(record.values(email))
                .extracting(Sourced::rawText)
                .extracting(raw -> raw.orElse(""))
                .containsExactly("", "Taro@example.com");
        assertThat(record.value(email)).contains(value);
        assertThat(record.value(NOTE)).isEmpty();
        assertThat(record)
                .hasToString("SourceRecord[crm/1 SNAPSHOT [email]]")
                .isEqualTo(record)
                .hasSameHashCodeAs(record);
    }

    @Test
    void provenanceSaysWhatIsKnown() {
        Provenance plain = Provenance.builder("crm", NOON).build();
        assertThat(plain.observedAt()).isEmpty();
        assertThat(plain.assertion()).isEqualTo(AssertionKind.DECLARED);
        assertThat(plain.verification()).isEqualTo(VerificationState.UNVERIFIED);
        assertThat(plain.purposes()).isEmpty();
        assertThat(plain.toBuilder().build()).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(plain).hasToString("Provenance[crm DECLARED received 2024-05-01T12:00:00Z]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provenance.builder("crm", NOON).confidence(1.1));
        assertThat(new ValueProblem("email.malformed", ProblemSeverity.ERROR, "email", "no at sign", "raw"))
                .hasToString("ERROR email.malformed at `email`");
        assertThat(List.of(ObservationKind.values())).contains(ObservationKind.DELETION);
    }
}
