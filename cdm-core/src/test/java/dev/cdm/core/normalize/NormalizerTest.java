package dev.cdm.core.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.CollectionMethod;
import dev.cdm.core.model.DeliveryMode;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.schema.AttributeDefinition;
import dev.cdm.core.schema.DataCategory;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.SealedText;
import dev.cdm.core.value.TextValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NormalizerTest {

    private static final Instant RECEIVED = Instant.parse("2026-01-02T03:04:05Z");
    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();
    private static final NormalizationPlan JAPAN =
            NormalizationPlan.builder(StandardSchema.schema()).region("JP").build();

    @Test
    void aRowBecomesTypedValuesWithRawTextIdentifiersAndProvenance() {
        Instant asserted = Instant.parse("2025-12-31T00:00:00Z");
        NormalizationPlan plan = NormalizationPlan.builder(StandardSchema.schema())
                .region("JP")
                .method(CollectionMethod.FILE_IMPORT)
                .purposes(Set.of(new PurposeId("service")))
                .build();
        RawRecord raw = RawRecord.builder(CRM.record("1"))
                .field("姓", "山田")
                .field("名", "太郎")
                .field("メール", "ＴＡＲＯ＠example.com")
                .field("電話番号", "03-1234-5678 内線9")
                .assertedAt(asserted)
                .version("7")
                .build();
        SourceRecord record = new Normalizer(plan).normalize(raw, CRM, RECEIVED);
        assertThat(texts(record, StandardSchema.NAME)).containsExactly("山田;太郎");
        assertThat(record.values(StandardSchema.NAME).get(0).rawText()).isEmpty();
        assertThat(record.values(StandardSchema.EMAIL).get(0).rawText()).hasValue("ＴＡＲＯ＠example.com");
        assertThat(record.identifiers())
                .extracting(Identifier::text)
                .containsExactly("email:taro@example.com", "phone:+81312345678");
        assertThat(record.provenance().observedAt()).hasValue(asserted);
        assertThat(record.provenance().receivedAt()).isEqualTo(RECEIVED);
        assertThat(record.provenance().method()).isEqualTo(CollectionMethod.FILE_IMPORT);
        assertThat(record.provenance().purposes()).containsExactly(new PurposeId("service"));
        assertThat(record.version()).isEqualTo("7");
        assertThat(record.problems()).isEmpty();
    }

    @Test
    void theKindOfTheObservationComesFromTheSourceAndTheRecord() {
        SourceSystem patches = SourceSystem.builder("crm", SourceKind.CRM)
                .delivery(DeliveryMode.PATCH)
                .build();
        RawRecord raw = RawRecord.of(CRM.record("1"), Map.of("email", "taro@example.com"));
        RawRecord deleted = RawRecord.builder(CRM.record("1"))
                .field("email", "taro@example.com")
                .deleted()
                .build();
        assertThat(normalize(JAPAN, raw).kind()).isEqualTo(ObservationKind.SNAPSHOT);
        assertThat(new Normalizer(JAPAN).normalize(raw, patches, RECEIVED).kind())
                .isEqualTo(ObservationKind.PATCH);
        assertThat(normalize(JAPAN, deleted).kind()).isEqualTo(ObservationKind.DELETION);
        assertThat(normalize(JAPAN, deleted).values()).isEmpty();
    }

    @Test
    void partsOfEachGroupMakeOneAddressAndARepeatedPartBeginsAnother() {
        SourceRecord record = read(
                "street",
                "1 Main St",
                "city",
                "Springfield",
                "city",
                "Springfield",
                "shipping street",
                "2 Elm St",
                "shipping city",
                "Shelbyville",
                "shipping country",
                "US",
                "street",
                "3 Oak St",
                "city",
                "Ogdenville");
        assertThat(texts(record, StandardSchema.ADDRESS))
                .containsExactly("1 Main St;Springfield;;;JP", "2 Elm St;Shelbyville;;;US", "3 Oak St;Ogdenville;;;JP");
    }

    @Test
    void theCountryOfTheRecordGoesBeforeThatOfThePlan() {
        SourceRecord record =
                read("phone", "(212) 555-2368", "country", "USA", "address", "1 Main St\nOgdenville, IL 62704");
        assertThat(texts(record, StandardSchema.PHONE)).containsExactly("+12125552368");
        assertThat(texts(record, StandardSchema.ADDRESS)).containsExactly("1 Main St;Ogdenville;IL;62704;US");
    }

    @Test
    void aListOfSeveralValuesIsTakenApartAndTheBadOneIsKept() {
        SourceRecord record = read("email", "a@example.com; nonsense, b@example.com", "mail", "A@example.com");
        assertThat(texts(record, StandardSchema.EMAIL)).containsExactly("a@example.com", "b@example.com");
        assertThat(record.problems()).extracting(ValueProblem::rawText).containsExactly("nonsense");
    }

    @Test
    void threeNamesOfAFieldLandInOneAttribute() {
        assertThat(texts(read("sector", "Retail"), StandardSchema.INDUSTRY)).containsExactly("Retail");
        assertThat(texts(read("業種", "Retail"), StandardSchema.INDUSTRY)).containsExactly("Retail");
        assertThat(texts(read("Line of Business", "Retail"), StandardSchema.INDUSTRY))
                .containsExactly("Retail");
    }

    @Test
    void whatNobodyKnowsOrCanReadIsKeptAndToldByCode() {
        SourceRecord record = read("shoe size", "42", "email", "nonsense", "birthday", "30.02.1990", "mail", " ");
        assertThat(record.values()).isEmpty();
        assertThat(record.problems())
                .extracting(problem ->
                        problem.code() + " " + problem.severity() + " " + problem.field() + " " + problem.rawText())
                .containsExactly(
                        "field.unknown WARNING shoe size 42",
                        "email.malformed ERROR email nonsense",
                        "date.impossible ERROR birthday 30.02.1990");
    }

    @Test
    void unstorableCharactersAreDealtWithAndTold() {
        SourceRecord record =
                read("description", "a\u0000b\uD800c", "x\u0000y\uDC00", "z\uD800", "first name", "Ta\u0000ro");
        assertThat(texts(record, StandardSchema.DESCRIPTION)).containsExactly("ab\uFFFDc");
        assertThat(record.problems())
                .extracting(ValueProblem::code)
                .containsExactly("text.not_storable", "field.unknown", "text.not_storable");
        assertThat(record.problems()).allMatch(problem -> CodePoints.storable(problem.field() + problem.rawText()));
    }

    @Test
    void aFieldOfTenMegabytesIsNotReadAndItsBeginningIsKept() {
        String huge = "a@".repeat(5_000_000);
        SourceRecord record = read("email", huge, "description", huge, "nobody knows", huge, "name", "Taro", huge, "x");
        assertThat(record.problems())
                .extracting(ValueProblem::code)
                .containsExactly("text.too_long", "text.too_long", "field.unknown", "field.unknown");
        assertThat(record.problems().get(0).message()).contains("10000000");
        assertThat(record.problems()).allMatch(problem -> problem.rawText().length() <= 10_000);
    }

    @Test
    void theLongestTextsAllowedAreReadInLinearTime() {
        String marks = "a" + "\u0301\u0327".repeat(49_999);
        SourceRecord record = read(
                "description",
                marks,
                "name",
                "x ".repeat(1000),
                "address",
                ", 1".repeat(600),
                "住所",
                "1番".repeat(900),
                "phone",
                "1".repeat(2000),
                "email",
                "@".repeat(2000),
                "url",
                "http:" + "/a".repeat(40_000));
        assertThat(texts(record, StandardSchema.DESCRIPTION).get(0)).hasSizeLessThan(100);
    }

    @Test
    void manyRepeatsOfAPartAreReadInLinearTime() {
        RawRecord.Builder raw = RawRecord.builder(CRM.record("1"));
        for (int i = 0; i < 10_000; i++) {
            raw.field("city", "c" + i);
        }
        assertThat(normalize(JAPAN, raw.build()).values(StandardSchema.ADDRESS)).hasSize(10_000);
    }

    @Test
    void restrictedTextsAreRefusedWithoutASealerAndNotRepeated() {
        SourceRecord record = read("passport", "AB\u0000 1234", "iban", "x".repeat(3000));
        assertThat(record.values()).isEmpty();
        assertThat(record.problems())
                .extracting(ValueProblem::code)
                .containsExactly("text.not_storable", "text.too_long", "restricted.no_cipher");
        assertThat(record.problems()).allMatch(problem -> problem.rawText().isEmpty());
        assertThat(record.problems().get(2).severity()).isEqualTo(ProblemSeverity.ERROR);
    }

    @Test
    void restrictedNumbersAreSealedWithoutSeparatorsAndLoginNamesAsTheyAre() {
        NormalizationPlan plan = NormalizationPlan.builder(StandardSchema.schema())
                .sealer((attribute, text) -> new SealedText("k1", attribute + "/" + text, "c"))
                .build();
        RawRecord raw = RawRecord.builder(CRM.record("1"))
                .field("iban", "de89 3704-0044")
                .field("login", "Taro-1990")
                .field("passport", "--")
                .build();
        SourceRecord record = normalize(plan, raw);
        assertThat(texts(record, StandardSchema.BANK_ACCOUNT)).containsExactly("k1;bank_account/DE8937040044");
        assertThat(texts(record, StandardSchema.LOGIN_NAME)).containsExactly("k1;login_name/Taro-1990");
        assertThat(record.values()).allMatch(value -> value.rawText().isEmpty());
        assertThat(record.problems()).extracting(ValueProblem::code).containsExactly("restricted.malformed");
    }

    @Test
    void aHostBringsAttributesAndNormalisersOfItsOwn() {
        AttributeKey<TextValue> tier = new AttributeKey<>("tier", TextValue.class);
        ProfileSchema schema = StandardSchema.schema().toBuilder()
                .attribute(AttributeDefinition.builder(tier, DataCategory.DESCRIPTIVE)
                        .aliases("customer tier")
                        .part("level", "", "tier level")
                        .build())
                .build();
        NormalizationPlan plan = NormalizationPlan.builder(schema)
                .normalizer(
                        tier,
                        (text, context) -> text.startsWith("G")
                                ? Normalized.of(new TextValue("gold")).warning("tier.short", "is a letter")
                                : Normalized.failed("tier.unknown", "is no tier"))
                .lengthLimit(tier, 3)
                .build();
        assertThat(texts(normalize(plan, raw("Customer Tier", "G")), tier)).containsExactly("gold");
        assertThat(texts(normalize(plan, raw("tier level", "G")), tier)).containsExactly("gold");
        assertThat(normalize(plan, raw("tier", "X")).problems()).hasSize(1);
        assertThat(normalize(plan, raw("tier", "GGGG")).problems().get(0).code())
                .isEqualTo("text.too_long");
    }

    @Test
    void anIdentifierThatIsTooLongIsToldAndTheValueKept() {
        SourceRecord record = read("user id", "u".repeat(301));
        assertThat(record.values(StandardSchema.USER_ID)).hasSize(1);
        assertThat(record.identifiers()).isEmpty();
        assertThat(record.problems()).extracting(ValueProblem::code).containsExactly("identifier.too_long");
    }

    @Test
    void theSameRowReadAgainIsTheSameObservation() {
        RawRecord raw = raw("interests", "tennis");
        assertThat(new Normalizer(JAPAN).normalize(raw, CRM, RECEIVED).observationId())
                .isEqualTo(new Normalizer(JAPAN)
                        .normalize(raw, CRM, RECEIVED.plusSeconds(60))
                        .observationId());
    }

    @Test
    void wrongArgumentsAreRefusedByName() {
        SourceSystem shop = SourceSystem.builder("shop", SourceKind.SHOP).build();
        NormalizationPlan.Builder builder = NormalizationPlan.builder(StandardSchema.schema());
        assertThatThrownBy(() -> new Normalizer(JAPAN).normalize(raw("email", "x"), shop, RECEIVED))
                .hasMessageContaining("`source`");
        assertThatThrownBy(() -> builder.region("Japan")).hasMessageContaining("`region`");
        assertThatThrownBy(() -> builder.twoDigitYears(101)).hasMessageContaining("`pivotYear`");
        AttributeKey<EmailAddress> other = new AttributeKey<>("other", EmailAddress.class);
        assertThatThrownBy(() -> NormalizationPlan.builder(StandardSchema.schema())
                        .normalizer(other, new Emails())
                        .build())
                .hasMessageContaining("`key`");
    }

    @Test
    void printsNoPersonalData() {
        assertThat(new Normalizer(JAPAN))
                .hasToString("Normalizer[NormalizationPlan[" + StandardSchema.schema() + " region `JP`]]");
        assertThat(new Emails()
                        .normalize("taro@example.com", Texts.context("JP"))
                        .toString())
                .doesNotContain("taro");
    }

    private static SourceRecord read(String... namesAndTexts) {
        RawRecord.Builder raw = RawRecord.builder(CRM.record("1"));
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            raw.field(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return normalize(JAPAN, raw.build());
    }

    private static RawRecord raw(String name, String text) {
        return RawRecord.builder(CRM.record("1")).field(name, text).build();
    }

    private static SourceRecord normalize(NormalizationPlan plan, RawRecord raw) {
        return new Normalizer(plan).normalize(raw, CRM, RECEIVED);
    }

    private static <V extends AttributeValue> List<String> texts(SourceRecord record, AttributeKey<V> key) {
        return record.values(key).stream()
                .map(value -> value.value().canonicalText())
                .toList();
    }
}
