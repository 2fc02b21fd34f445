package dev.cdm.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.UnreadableBodyException;
import dev.cdm.core.timeline.Timeline;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.SealedText;
import dev.cdm.core.value.TextValue;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final RecordId ANN = new RecordId("crm", "4711");
    private final JsonCodecs codecs = JsonCodecs.of();

    /** A fact of another module, whose body once had no channel. */
    record Grant(RecordId recordId, String channel) {}

    private static final LogKind<Grant> GRANTS = LogKind.named("grant", Grant.class)
            .version(3)
            .keyedBy(grant -> grant.recordId().text());

    private static JsonCodec<Grant> grants() {
        return JsonCodec.of(
                GRANTS,
                grant -> JsonObject.builder()
                        .put("record", grant.recordId().text())
                        .put("channel", grant.channel())
                        .build(),
                body -> new Grant(RecordId.parse(body.text("record")), body.text("channel")));
    }

    private static JsonCodec<Grant> allGrants() {
        return grants().upcast(body -> body.toBuilder()
                        .put("record", body.text("who"))
                        .remove("who")
                        .build())
                .upcast(body -> body.toBuilder().put("channel", "email").build());
    }

    private static Provenance.Builder provenance() {
        return Provenance.builder("crm", NOON);
    }

    @Test
    void aRecordIsOneShortLine() {
        Provenance verified = provenance()
                .observedAt(NOON.minusNanos(1))
                .confidence(0.1)
                .recordedBy("erin")
                .purposes(new LinkedHashSet<>(List.of(new PurposeId("service"), new PurposeId("billing"))))
                .build();
        SourceRecord record = SourceRecord.builder(ANN, provenance().build())
                .value(StandardSchema.EMAIL, new EmailAddress("ann", "example.com"), verified, "Ann@Example.com")
                .value(StandardSchema.PLAN, new TextValue("\"gold\"\n"))
                .value(StandardSchema.NATIONAL_ID, new SealedText("k1", "t;1", "c\\1"))
                .build();
        assertThat(codecs.encode(IdentityKinds.RECORDS, record))
                .isEqualTo("{\"record\":\"crm/4711\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},\"values\":["
                        + "[\"email\",\"email\",\"ann@example.com\",\"Ann@Example.com\","
                        + "{\"observed\":\"2026-03-02T11:59:59.999999999Z\",\"received\":\"2026-03-02T12:00:00Z\","
                        + "\"confidence\":0.1,\"by\":\"erin\",\"purposes\":[\"billing\",\"service\"]}],"
                        + "[\"plan\",\"text\",\"\\\"gold\\\"\\n\"],"
                        + "[\"national_id\",\"sealed\",\"k1;t\\\\;1;c\\\\\\\\1\"]]}");
    }

    @Test
    void theOrderOfFieldsDoesNotMatterToTheReader() {
        String body = "{\"values\":[[\"plan\",\"text\",\"gold\"]],\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},"
                + "\"version\":\"7\",\"kind\":\"PATCH\",\"record\":\"crm/4711\"}";
        SourceRecord record = codecs.decode(IdentityKinds.RECORDS, 1, body);
        assertThat(record.value(StandardSchema.PLAN)).contains(new TextValue("gold"));
        assertThat(record.version()).isEqualTo("7");
    }

    @Test
    void sealedTextsKeepTheirCipherText() {
        SealedText sealed = new SealedText("k1", "t;1", "c\\1");
        SourceRecord record = SourceRecord.builder(ANN, provenance().build())
                .value(StandardSchema.NATIONAL_ID, sealed)
                .build();
        SourceRecord back = codecs.decode(IdentityKinds.RECORDS, 1, codecs.encode(IdentityKinds.RECORDS, record));
        assertThat(back.value(StandardSchema.NATIONAL_ID).map(SealedText::cipherText))
                .contains("c\\1");
    }

    @Test
    void keysOfAnyTypeAndLoneSurrogatesSurvive() {
        AttributeKey<AttributeValue> any = new AttributeKey<>("any", AttributeValue.class);
        SourceRecord record = SourceRecord.builder(ANN, provenance().build())
                .version("\ud83d")
                .value(any, new TextValue("x"), provenance().build(), "a\udc00\0😀")
                .value(any, new EmailAddress("ann", "example.com"))
                .build();
        String body = codecs.encode(IdentityKinds.RECORDS, record);
        SourceRecord back = codecs.decode(IdentityKinds.RECORDS, 1, body);
        assertThat(body).contains("\\ud83d", "a\\udc00\\u0000😀", "*email");
        assertThat(back.values()).isEqualTo(record.values());
        assertThat(back.version()).isEqualTo("\ud83d");
        assertThat(back.values(any)).hasSize(2);
    }

    @Test
    void readRecordsShareTheKeysOfTheirAttributes() {
        SourceRecord record = SourceRecord.builder(ANN, provenance().build())
                .value(StandardSchema.PLAN, new TextValue("gold"))
                .build();
        String body = codecs.encode(IdentityKinds.RECORDS, record);
        assertThat(codecs.decode(IdentityKinds.RECORDS, 1, body).values().get(0).key())
                .isSameAs(codecs.decode(IdentityKinds.RECORDS, 1, body)
                        .values()
                        .get(0)
                        .key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{}",
                "{\"record\":\"crm/1\"}",
                "{\"record\":\"crm/1\",\"from\":\"now\",\"values\":[]}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T25:00:00Z\"},\"values\":[]}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-02-30T12:00:00Z\"},\"values\":[]}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},\"secret\":1}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\",\"colour\":\"red\"}}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},\"values\":{}}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},\"values\":[\"secret\"]}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},\"values\":[[\"n\",\"number\",\"1e9\"]]}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},\"values\":[[\"n\",\"number\",\"1.0\"]]}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},\"values\":[[\"n\",\"colour\",\"1\"]]}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},\"values\":[[\"n\",\"text\",1]]}",
                "{\"record\":\"crm/1\",\"from\":{\"received\":\"2026-03-02T12:00:00Z\"},\"values\":[]} {}",
            })
    void whatIsNoRecordIsUnreadable(String body) {
        assertThatThrownBy(() -> codecs.decode(IdentityKinds.RECORDS, 1, body))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageStartingWith("a body of kind `source_record` in version 1 cannot be read: ")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"record\":\"crm/1\",\"type\":\"x\",\"category\":\"IDENTITY\"}",
                "{\"record\":\"crm/1\",\"colour\":\"x\"}",
                "{\"properties\":{\"a\":\"text\"}}",
                "{\"properties\":{\"a\":{\"text\":\"x\",\"code\":\"y\"}}}",
            })
    void whatIsNoEventIsUnreadable(String body) {
        assertThatThrownBy(() -> codecs.decode(Timeline.EVENTS, 1, body)).isInstanceOf(UnreadableBodyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"last\":\"x\",\"linking\":[]}",
                "{\"current\":[]}",
                "{\"linking\":\"x\"}",
                "{\"colour\":1}",
            })
    void whatIsNoStateIsUnreadable(String body) {
        assertThatThrownBy(() -> codecs.decode(IdentityKinds.RECORD_STATES, 1, body))
                .isInstanceOf(UnreadableBodyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"key\":\"x\",\"type\":\"email\",\"count\":99999999999}",
                "{\"key\":\"x\",\"type\":\"email\",\"count\":99999999999999999999}",
                "{\"key\":\"x\",\"type\":\"email\",\"count\":1.5}",
                "{\"key\":\"x\",\"key\":\"y\",\"type\":\"email\",\"count\":1}",
                "{\"key\":null,\"type\":\"email\",\"count\":1}",
            })
    void whatIsNoUseOfAnIdentifierIsUnreadable(String body) {
        assertThatThrownBy(() -> codecs.decode(IdentityKinds.IDENTIFIERS, 1, body))
                .isInstanceOf(UnreadableBodyException.class);
    }

    @Test
    void bodiesOfEarlierVersionsAreUpcast() {
        JsonCodecs more = JsonCodecs.of(() -> List.of(allGrants()));
        Grant grant = new Grant(ANN, "email");
        assertThat(more.decode(GRANTS, 1, "{\"who\":\"crm/4711\"}")).isEqualTo(grant);
        assertThat(more.decode(GRANTS, 2, "{\"record\":\"crm/4711\"}")).isEqualTo(grant);
        assertThat(more.decode(GRANTS, 3, more.encode(GRANTS, grant))).isEqualTo(grant);
        assertThatThrownBy(() -> more.decode(GRANTS, 1, "{\"record\":\"crm/4711\"}"))
                .isInstanceOf(UnreadableBodyException.class);
    }

    @Test
    void newerBodiesAreRefused() {
        JsonCodecs more = JsonCodecs.of(() -> List.of(allGrants()));
        assertThatThrownBy(() -> more.decode(GRANTS, 4, "{}"))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage("a body of kind `grant` has version 4, versions 1 to 3 can be read");
        assertThatThrownBy(() -> more.decode(GRANTS, 0, "{}")).isInstanceOf(UnreadableBodyException.class);
    }

    @Test
    void aModuleMustBringEveryUpcasterAndOneCodecForAKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonCodecs.of(() -> List.of(grants())))
                .withMessage("`upcasters` must lead from version 1 of kind `grant` to 3, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonCodecs.of(() -> List.of(allGrants(), allGrants())))
                .withMessage("`modules` must have one codec for a kind, was `grant`");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codecs.encode(GRANTS, new Grant(ANN, "email")))
                .withMessage("`kind` must be one of the modules given, was `grant`");
        assertThat(grants()).hasToString("JsonCodec[LogKind[grant v3]]");
        assertThat(codecs.toString()).contains("source_record", "event");
    }
}
