package dev.cdm.core.profile;

import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceRecordBuilder;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.TextValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Invented people in three systems of rising trust. */
final class People {

    static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).trust(80).build();
    static final SourceSystem SHOP = SourceSystem.builder("shop", SourceKind.SHOP)
            .trust(60)
            .clockTolerance(Duration.ofMinutes(5))
            .build();
    static final SourceSystem LETTER =
            SourceSystem.builder("letter", SourceKind.NEWSLETTER).trust(40).build();
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private People() {}

    static ProfileAssembler.Builder assembler() {
        return ProfileAssembler.builder(StandardSchema.schema()).sources(List.of(CRM, SHOP, LETTER));
    }

    static Provenance.Builder source(SourceSystem system) {
        return Provenance.builder(system.id(), NOON);
    }

    static SourceRecordBuilder record(SourceSystem system, String key) {
        return SourceRecord.builder(system.record(key), source(system).build());
    }

    static SourceRecordBuilder record(SourceSystem system, UnaryOperator<Provenance.Builder> provenance) {
        return SourceRecord.builder(
                system.record("1"), provenance.apply(source(system)).build());
    }

    static SourceRecord called(SourceSystem system, String family, UnaryOperator<Provenance.Builder> provenance) {
        return record(system, provenance)
                .value(StandardSchema.NAME, name(family))
                .build();
    }

    static PersonName name(String family) {
        return PersonName.builder().family(family).given("Ann").build();
    }

    static EmailAddress email(String local) {
        return new EmailAddress(local, "example.com");
    }

    static TextValue text(String text) {
        return new TextValue(text);
    }

    static RecordId id(SourceSystem system) {
        return system.record("1");
    }
}
