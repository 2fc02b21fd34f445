package dev.cdm.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.profile.ProfileAssembler;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.EventProperties;
import dev.cdm.core.timeline.StandardEvents;
import dev.cdm.core.value.Affiliation;
import dev.cdm.core.value.FlagValue;
import dev.cdm.core.value.Interest;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.MoneyBand;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.Preference;
import dev.cdm.core.value.SealedText;
import dev.cdm.core.value.SocialAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonExportTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final RecordId ANN = new RecordId("crm", "4711");

    private static SourceRecord crm() {
        return SourceRecord.builder(
                        ANN, Provenance.builder("crm", NOON).recordedBy("erin").build())
                .version("3")
                .value(
                        StandardSchema.NAME,
                        PersonName.builder().family("山田").givenKana("ハナ").build())
                .value(
                        StandardSchema.ADDRESS,
                        PostalAddress.builder().city("Ulm").country("DE").build())
                .value(StandardSchema.AFFILIATION, Affiliation.of("Bakers Ltd", "baker"))
                .value(StandardSchema.INCOME, new MoneyBand(BigDecimal.ONE, BigDecimal.TEN, EURO))
                .value(StandardSchema.TOTAL_SPENT, new Money(new BigDecimal("12.50"), EURO))
                .value(StandardSchema.ORDER_COUNT, new NumberValue(new BigDecimal("3")))
                .value(StandardSchema.CHURNED, new FlagValue(false))
                .value(StandardSchema.PREFERENCE, new Preference("channel", "mail"))
                .value(StandardSchema.SOCIAL_ACCOUNT, new SocialAccount("x", "ann"))
                .value(StandardSchema.INTEREST, new Interest("tea", 0.5, NOON))
                .value(StandardSchema.NATIONAL_ID, new SealedText("k1", "token1", "cipher1"))
                .identifier(new Identifier(IdentifierType.LOYALTY_NUMBER, "L-1"))
                .problem(new ValueProblem("phone.malformed", ProblemSeverity.ERROR, "tel", "is no number", "12x"))
                .build();
    }

    private static SourceRecord shop() {
        Provenance received = Provenance.builder("shop", NOON.plusSeconds(1)).build();
        return SourceRecord.builder(new RecordId("shop", "c-88"), received)
                .value(StandardSchema.ORDER_COUNT, new NumberValue(new BigDecimal("4")), received, "four")
                .build();
    }

    private static Profile profile(List<SourceRecord> records) {
        return ProfileAssembler.builder(StandardSchema.schema()).build().assemble(new ProfileId("p-1"), records);
    }

    private static JsonNode export() throws IOException {
        Event order = Event.builder(ANN, StandardEvents.ORDER_PLACED, NOON, NOON)
                .channel("web")
                .property(EventProperties.AMOUNT, new Money(BigDecimal.TEN, EURO))
                .build();
        List<SourceRecord> records = List.of(shop(), crm());
        return new ObjectMapper().readTree(PersonExport.text(profile(records), records, List.of(order)));
    }

    @Test
    void tellsValuesInPartsWithTheirLineage() throws IOException {
        JsonNode attributes = export().get("attributes");
        assertThat(attributes.at("/name/0/value").toString()).isEqualTo("{\"family\":\"山田\",\"given_kana\":\"ハナ\"}");
        assertThat(attributes.at("/address/0/value/city").textValue()).isEqualTo("Ulm");
        assertThat(attributes.at("/affiliation/0/value").toString())
                .isEqualTo("{\"organization\":\"Bakers Ltd\",\"title\":\"baker\"}");
        assertThat(attributes.at("/income/0/value/below").textValue()).isEqualTo("10");
        assertThat(attributes.at("/total_spent/0/value/amount").textValue()).isEqualTo("12.5");
        assertThat(attributes.at("/churned/0/value").booleanValue()).isFalse();
        assertThat(attributes.at("/preference/0/value/choice").textValue()).isEqualTo("mail");
        assertThat(attributes.at("/social_account/0/value/handle").textValue()).isEqualTo("ann");
        assertThat(attributes.at("/interest/0/value/weight").textValue()).isEqualTo("0.5");
        JsonNode count = attributes.get("order_count");
        assertThat(count.at("/0/value").intValue()).isEqualTo(4);
        assertThat(count.at("/0/asserted_by/0/raw_text").textValue()).isEqualTo("four");
        assertThat(count.at("/1/survives").booleanValue()).isFalse();
        assertThat(count.at("/1/ranked_after_best_by").textValue()).isEqualTo("most recent");
        assertThat(count.at("/1/asserted_by/0/recorded_by").textValue()).isEqualTo("erin");
    }

    @Test
    void tellsRecordsAndEvents() throws IOException {
        JsonNode export = export();
        assertThat(export.get("profile").textValue()).isEqualTo("p-1");
        assertThat(export.get("records").toString()).isEqualTo("[\"crm/4711\",\"shop/c-88\"]");
        assertThat(export.at("/source_records/0/identifiers/0/value").textValue())
                .isEqualTo("L-1");
        assertThat(export.at("/source_records/0/problems/0/raw_text").textValue())
                .isEqualTo("12x");
        assertThat(export.at("/source_records/0/version").textValue()).isEqualTo("3");
        assertThat(export.at("/source_records/1/values/0/raw_text").textValue()).isEqualTo("four");
        assertThat(export.at("/events/0/type").textValue()).isEqualTo("order_placed");
        assertThat(export.at("/events/0/properties/amount/currency").textValue())
                .isEqualTo("EUR");
    }

    @Test
    void tellsOfSealedTextsOnlyThatTheyAreThere() {
        List<SourceRecord> records = List.of(crm());
        assertThat(PersonExport.text(profile(records), records, List.of()))
                .contains("\"national_id\"", "\"sealed\"")
                .doesNotContain("token1", "cipher1", "k1");
    }

    @Test
    void isIndentedTheSameEverywhere() {
        assertThat(PersonExport.text(profile(List.of()), List.of(), List.of())).isEqualTo("""
                        {
                          "profile" : "p-1",
                          "records" : [ ],
                          "attributes" : { },
                          "source_records" : [ ],
                          "events" : [ ]
                        }
                        """);
    }

    @Test
    void saysWhoseExportFailed() {
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int from, int count) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> PersonExport.write(profile(List.of()), List.of(), List.of(), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the export of profile `p-1` cannot be written")
                .hasRootCauseMessage("disk full");
    }
}
