package dev.cdm.matching.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PhoneNumber;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.SealedText;
import dev.cdm.matching.person.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardColumnsTest {

    private static SourceRecord record() {
        Provenance provenance =
                Provenance.builder("crm", Instant.parse("2026-01-01T00:00:00Z")).build();
        return SourceRecord.builder(new RecordId("crm", "1"), provenance)
                .value(
                        StandardSchema.NAME,
                        PersonName.builder().given("Anna").family("Walford").build())
                .value(StandardSchema.BIRTH_DATE, new DateValue(LocalDate.of(1971, 3, 14)))
                .value(StandardSchema.GENDER, new CodeValue("female"))
                .value(
                        StandardSchema.ADDRESS,
                        PostalAddress.builder()
                                .street("7 Kel Road")
                                .city("Newtown")
                                .postcode("10007")
                                .region("Kent")
                                .country("GB")
                                .build())
                .value(StandardSchema.PHONE, new PhoneNumber("+441632960001", ""))
                .value(StandardSchema.PHONE, new PhoneNumber("+441632960002", ""))
                .value(StandardSchema.EMAIL, new EmailAddress("anna", "example.org"))
                .value(StandardSchema.NATIONAL_ID, new SealedText("k1", "a1b2", "AAAA"))
                .build();
    }

    @Test
    void theColumnsOfAModelAreFilledByWhatTheyMean() {
        Map<String, Role> roles = new LinkedHashMap<>();
        Arrays.stream(Role.values()).forEach(role -> roles.put(role.label(), role));
        roles.put("phone 2", Role.PHONE);
        Map<String, String> columns = new StandardColumns(roles).apply(record());
        assertThat(columns)
                .containsEntry("given-name", "Anna")
                .containsEntry("family-name", "Walford")
                .containsEntry("birth-date", "1971-03-14")
                .containsEntry("birth-year", "1971")
                .containsEntry("sex", "female")
                .containsEntry("street", "7 Kel Road")
                .containsEntry("city", "Newtown")
                .containsEntry("postcode", "10007")
                .containsEntry("region", "Kent")
                .containsEntry("country", "GB")
                .containsEntry("address", "7 Kel Road Newtown Kent 10007")
                .containsEntry("phone", "+441632960001")
                .containsEntry("phone 2", "+441632960002")
                .containsEntry("email", "anna@example.org")
                .containsEntry("national-id", "a1b2")
                .doesNotContainKeys("full-name", "text", "organisation", "given-name-kana");
    }

    @Test
    void wholeNamesFillAColumnOfTheirOwn() {
        assertThat(new StandardColumns(Map.of("name", Role.FULL_NAME)).apply(record()))
                .isEqualTo(Map.of("name", "Anna Walford"));
    }
}
