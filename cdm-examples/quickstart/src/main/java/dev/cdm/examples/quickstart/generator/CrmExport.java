package dev.cdm.examples.quickstart.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The CRM: English headers as Salesforce has them, one row a contact, times with an offset. */
final class CrmExport {

    private static final String HEADER =
            "Id,LastName,FirstName,LastNameKana,FirstNameKana,Salutation,Email,Phone,MobilePhone,"
                    + "Birthdate,Title,AccountName,LineOfBusiness,MailingStreet,MailingCity,MailingState,MailingPostalCode,"
                    + "MailingCountry,LoyaltyNo,CreatedDate,LastModifiedDate,IsDeleted";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("2019-01-07T00:00:00Z");
    private static final Instant MIDDLE = Instant.parse("2023-06-30T00:00:00Z");
    private static final Instant LAST = Instant.parse("2025-05-31T00:00:00Z");
    private static final List<String> TITLES =
            List.of("Buyer", "Head of Sales", "Engineer", "Manager", "Accountant", "");
    private static final List<String> ACCOUNTS =
            List.of("Example Trading", "Example Foods", "Sample & Sons, Ltd.", "Model \"Works\" Inc.", "");
    private static final List<String> INDUSTRIES = List.of("Retail", "Food", "Manufacturing", "Logistics", "");

    private final Dice dice;
    private final Notation notation;
    private final Lines lines = new Lines("\n");

    CrmExport(long seed) {
        this.dice = new Dice(seed);
        this.notation = new Notation(dice);
    }

    byte[] write(List<Entry> entries) {
        lines.add(HEADER);
        for (int i = 0; i < entries.size(); i++) {
            String[] row = row(entries.get(i));
            spoil(i, row);
            lines.add(Cells.csv(',', row));
            insertAfter(i, row);
        }
        return lines.bytes();
    }

    private String[] row(Entry entry) {
        Person person = entry.person();
        boolean told = Population.isTold(person);
        String family = entry.again()
                ? variant(person.family().written())
                : person.family().written();
        Name given = person.given();
        String mobile = dice.chance(0.8) || entry.again() || told
                ? notation.phone(person.phone(), person.place().country())
                : "";
        boolean hasEmail = mobile.isEmpty() || told || dice.chance(0.85);
        boolean moved = dice.chance(0.08);
        Instant created = dice.second(FIRST, MIDDLE);
        return new String[] {
            entry.key(),
            family,
            entry.again() ? given.shortForm() : given.written(),
            person.family().katakana(),
            given.katakana(),
            person.japanese() ? "" : person.woman() ? "Ms." : "Mr.",
            hasEmail ? notation.email(told || dice.chance(0.85) ? person.email() : person.otherEmail()) : "",
            dice.chance(0.15) ? notation.phone(person.landline(), person.place().country()) : "",
            mobile,
            dice.chance(0.7) ? birthdate(person.born()) : "",
            dice.one(TITLES),
            dice.one(ACCOUNTS),
            dice.one(INDUSTRIES),
            moved ? person.place().quarter() + " 1-1-1" : street(person),
            person.place().city(),
            person.place().region(),
            person.place().postcode(),
            country(person),
            dice.chance(0.4) ? notation.loyalty(person.loyalty()) : "",
            TIME.format(created),
            TIME.format(dice.second(created, LAST)),
            dice.chance(0.005) ? "true" : "false"
        };
    }

    private static String variant(String family) {
        return family.replace("斎", "齋").replace("高", "髙").replace("辺", "邊").toUpperCase(Locale.ROOT);
    }

    private String birthdate(LocalDate born) {
        return born.toString();
    }

    private static String street(Person person) {
        return person.japanese()
                ? person.place().quarter() + person.house()
                : person.house() + " " + person.place().quarter();
    }

    private String country(Person person) {
        return switch (person.place().country()) {
            case "JP" -> dice.one(List.of("Japan", "JP"));
            case "GB" -> dice.one(List.of("United Kingdom", "GB"));
            default -> dice.one(List.of("United States", "US"));
        };
    }

    /** Faults inside a row that can be read. */
    private static void spoil(int index, String[] row) {
        switch (index) {
            case 120 -> row[6] = "kein-at-zeichen.example.com";
            case 240 -> row[9] = "1990-02-30";
            case 333 -> row[8] = "12-34";
            case 404 -> row[17] = "Atlantis";
            default -> {}
        }
    }

    /** Rows that cannot be read. */
    private void insertAfter(int index, String[] row) {
        switch (index) {
            case 150 -> lines.add(Cells.csv(',', row).replaceFirst("^[^,]*", ""));
            case 275 -> lines.add("003A90000001,Doe,Jane,,jane.doe@example.com");
            case 350 -> lines.add("003A90000002,\"Doe,John,,,,john.doe@example.com,,,,,,,,,,,,,,,");
            case 460 -> lines.add(Cells.csv(',', row).replace("@", "@new."));
            default -> {}
        }
    }
}
