package dev.cdm.examples.benchmarks;

import dev.cdm.core.model.CollectionMethod;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
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
import dev.cdm.core.value.TextValue;
import dev.cdm.core.value.TimestampValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/**
 * Heap that records take: name, e-mail, phone, address, birth date, gender, industry and sign-up time, all different,
 * with two identifiers and the raw text of the phone.
 *
 * <p>Run after a build with {@code java -Xmx1500m -cp 'cdm-examples/quickstart/target/lib/*:cdm-examples/benchmarks/target/classes'
 * dev.cdm.examples.benchmarks.RecordMemory 1000000}. Prints the used heap in MB and bytes per record; a larger number
 * of records than fits ends with an {@link OutOfMemoryError}.
 */
public final class RecordMemory {

    private static final Instant RECEIVED = Instant.parse("2024-05-01T12:00:00Z");

    private RecordMemory() {}

    /**
     * Runs it.
     *
     * @param args the number of records
     */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        long before = usedHeap();
        SourceRecord[] records = new SourceRecord[count];
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            records[i] = record(i, random);
        }
        long used = usedHeap() - before;
        System.out.printf("%,d records: %,d MB, %,d bytes each%n", records.length, used >> 20, used / count);
    }

    private static SourceRecord record(int number, Random random) {
        String family = word(random);
        String given = word(random);
        EmailAddress email = new EmailAddress(given + "." + family + number, "mail.example");
        PhoneNumber phone = new PhoneNumber("+8190" + (10_000_000 + number), "");
        Provenance provenance = Provenance.builder("crm", RECEIVED.plusNanos(number))
                .observedAt(RECEIVED.minusSeconds(number))
                .method(CollectionMethod.FILE_IMPORT)
                .build();
        return SourceRecord.builder(new RecordId("crm", "c-" + number), provenance)
                .value(
                        StandardSchema.NAME,
                        PersonName.builder().family(family).given(given).build())
                .value(StandardSchema.EMAIL, email)
                .value(StandardSchema.PHONE, phone, provenance, "090-" + (10_000_000 + number))
                .value(StandardSchema.ADDRESS, address(random))
                .value(StandardSchema.BIRTH_DATE, new DateValue(LocalDate.ofEpochDay(random.nextInt(18_000))))
                .value(StandardSchema.GENDER, new CodeValue("female"))
                .value(StandardSchema.INDUSTRY, new TextValue(word(random)))
                .value(StandardSchema.SIGNED_UP_AT, new TimestampValue(RECEIVED.minusSeconds(random.nextInt())))
                .identifier(new Identifier(IdentifierType.EMAIL, email.canonicalText()))
                .identifier(new Identifier(IdentifierType.PHONE, phone.canonicalText()))
                .build();
    }

    private static PostalAddress address(Random random) {
        return PostalAddress.builder()
                .street(random.nextInt(999) + " " + word(random) + " street")
                .city(word(random))
                .region("CA")
                .postcode(String.valueOf(10_000 + random.nextInt(90_000)))
                .country("US")
                .build();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 5 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static long usedHeap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
