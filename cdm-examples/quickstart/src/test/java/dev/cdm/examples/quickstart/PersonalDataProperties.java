package dev.cdm.examples.quickstart;

import static dev.cdm.core.schema.StandardSchema.EMAIL;
import static dev.cdm.core.schema.StandardSchema.NAME;
import static dev.cdm.core.schema.StandardSchema.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.Consents;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.Customers;
import dev.cdm.core.ingest.IntakeReport;
import dev.cdm.core.ingest.Quarantine;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.EventType;
import dev.cdm.core.timeline.StandardEvents;
import dev.cdm.core.timeline.TimelineQuery;
import dev.cdm.core.validate.IntakePolicy;
import dev.cdm.core.validate.Outcome;
import dev.cdm.core.validate.Validator;
import dev.cdm.core.value.TextValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Personal data never shows where objects are printed: in logs, in messages, in a debugger's line. */
class PersonalDataProperties {

    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();
    private static final RecordId FIRST = CRM.record("1");
    private static final RecordId SECOND = CRM.record("2");
    private static final RecordId BAD = CRM.record("3");
    private static final Purpose OFFERS =
            Purpose.builder("offers", "Offers").attributes(NAME, PHONE, EMAIL).build();
    private static final EventType SEARCH = StandardEvents.PAGE_VIEWED;

    @Property(tries = 40)
    void nothingThatTheFrontDoorsGiveShowsAValueWhenItIsPrinted(
            @ForAll("secrets") String family, @ForAll("secrets") String mailbox, @ForAll("secrets") String note) {
        List<Object> given = new ArrayList<>();
        try (Storage storage = MemoryStorage.create()) {
            Customers customers = Customers.over(storage)
                    .sources(CRM)
                    .validator(Validator.standard()
                            .with(IntakePolicy.standard().on("email.malformed", Outcome.QUARANTINE)))
                    .build();
            Consents consents = Consents.over(customers).purposes(OFFERS).build();
            walk(customers, consents, family, mailbox, note, given);
        }
        for (Object object : given) {
            String shown = object.toString().toLowerCase(Locale.ROOT);
            assertThat(shown).doesNotContain(family).doesNotContain(mailbox).doesNotContain(note);
        }
    }

    private static void walk(
            Customers customers, Consents consents, String family, String mailbox, String note, List<Object> given) {
        String mail = mailbox + "@example.com";
        Map<String, String> fields = Map.of("last name", family, "email", mail, "phone", "+1 202 555 0142");
        RawRecord raw = RawRecord.of(FIRST, fields);
        IntakeReport report = customers.receive(
                raw, RawRecord.of(SECOND, fields), RawRecord.of(BAD, Map.of("email", mailbox, "unknown field", note)));
        given.addAll(List.of(raw, report, report.results()));
        given.add(customers
                .read(work -> Quarantine.in(work).of("crm", Cursor.START, 9))
                .items());
        Event search = Event.builder(FIRST, SEARCH, NOON, NOON)
                .property("query", new TextValue(note))
                .build();
        given.add(search);
        given.add(customers.append(List.of(search)));
        Profile profile = customers.profile(FIRST).orElseThrow();
        given.addAll(List.of(profile, profile.lineages(), profile.lineage(NAME).ranked(), profile.problems()));
        given.add(customers.explain(profile.id()));
        given.add(customers.timeline(profile.id(), TimelineQuery.all()).items());
        ConsentEvent grant =
                consents.record(ConsentEvent.given(FIRST, OFFERS.id()).contactPoint(mail));
        given.addAll(List.of(grant, consents.decide(profile.id(), OFFERS.id())));
        given.addAll(List.of(consents.view(profile.id(), OFFERS.id()), consents.events(profile.id())));
        given.add(customers.separate(SECOND, "steward", ""));
        given.add(customers.steward("steward", "").compare(FIRST, SECOND));
        given.add(customers.steward("steward", "").compare(FIRST, SECOND).changes());
        given.add(customers.erase(profile.id(), "dpo", ""));
        given.addAll(List.of(customers, consents));
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings().withChars("qwxzjkv").ofMinLength(9).ofMaxLength(14);
    }
}
