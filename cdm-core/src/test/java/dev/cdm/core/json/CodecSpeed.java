package dev.cdm.core.json;

import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.model.AssertionKind;
import dev.cdm.core.model.CollectionMethod;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.profile.ProfileAssembler;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PhoneNumber;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.TextValue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Prints how many records of eight values are encoded, decoded and assembled in a second of one thread's CPU time. */
final class CodecSpeed {

    private static final int RECORDS = 20_000;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 8;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private CodecSpeed() {}

    public static void main(String[] arguments) {
        JsonCodecs codecs = JsonCodecs.of();
        List<SourceRecord> records = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(record(i));
            bodies.add(codecs.encode(IdentityKinds.RECORDS, records.get(i)));
        }
        ProfileAssembler assembler =
                ProfileAssembler.builder(StandardSchema.schema()).build();
        ProfileId id = new ProfileId("p-1");
        for (int round = 0; round < ROUNDS; round++) {
            measure("encode", i -> codecs.encode(IdentityKinds.RECORDS, records.get(i)));
            measure("decode", i -> codecs.decode(IdentityKinds.RECORDS, 1, bodies.get(i)));
            measure(
                    "decode with observation id",
                    i -> codecs.decode(IdentityKinds.RECORDS, 1, bodies.get(i)).observationId());
            measure("parse tokens only", i -> tokens(bodies.get(i)));
            measure("build and hash", i -> record(i).observationId());
            measure("assemble three records", i -> assembler.assemble(id, records.subList(i / 4 * 3, i / 4 * 3 + 3)));
        }
        System.out.println(bodies.get(0).length() + " characters: " + bodies.get(0));
    }

    private static int tokens(String body) {
        try (var in = Tokens.FACTORY.createParser(body)) {
            int length = 0;
            while (in.nextToken() != null) {
                length += in.getText().length();
            }
            return length;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void measure(String name, IntFunction<Object> work) {
        long start = CPU.getCurrentThreadCpuTime();
        int sum = 0;
        for (int i = 0; i < RECORDS; i++) {
            sum += System.identityHashCode(work.apply(i)) & 1;
        }
        double seconds = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-28s %,12.0f/s %s%n", name, RECORDS / seconds, sum < 0 ? "!" : "");
    }

    private static SourceRecord record(int i) {
        RecordId recordId = new RecordId("crm", "c-" + i);
        Provenance provenance = Provenance.builder("crm", NOON)
                .observedAt(NOON.minusSeconds(i))
                .method(CollectionMethod.FILE_IMPORT)
                .assertion(AssertionKind.DECLARED)
                .build();
        AttributeValue number = new TextValue("L-" + i);
        return SourceRecord.builder(recordId, provenance)
                .value(
                        StandardSchema.NAME,
                        PersonName.builder()
                                .family("Miller" + i % 100)
                                .given("Ann")
                                .build(),
                        provenance,
                        "MILLER, Ann")
                .value(StandardSchema.EMAIL, new EmailAddress("ann." + i, "example.com"))
                .value(StandardSchema.PHONE, new PhoneNumber("+4930" + (1_000_000 + i), ""), provenance, "030 1")
                .value(
                        StandardSchema.ADDRESS,
                        PostalAddress.builder()
                                .street("Long Street " + i)
                                .city("Ulm")
                                .postcode("89073")
                                .country("DE")
                                .build())
                .value(StandardSchema.BIRTH_DATE, new DateValue(LocalDate.of(1980, 1, 1 + i % 28)))
                .value(StandardSchema.GENDER, new CodeValue("female"))
                .value(StandardSchema.LOYALTY_NUMBER, (TextValue) number)
                .value(StandardSchema.COUNTRY, new CodeValue("DE"))
                .identifier(new Identifier(IdentifierType.EMAIL, "ann." + i + "@example.com"))
                .identifier(new Identifier(IdentifierType.LOYALTY_NUMBER, "L-" + i))
                .build();
    }
}
