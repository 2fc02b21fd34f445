package dev.cdm.examples.quickstart.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invents people, half of them Japanese. Every fortieth shares family name, home and landline with the one before. */
final class People {

    private static final List<String> DOMAINS =
            List.of("example.com", "example.org", "example.net", "mail.example", "post.example");
    private static final LocalDate OLDEST = LocalDate.of(1938, 1, 1);
    private static final LocalDate YOUNGEST = LocalDate.of(2005, 12, 31);
    private static final int HOUSEHOLD = 40;
    private static final List<Integer> MOBILE_AREAS =
            List.of(202, 205, 212, 214, 216, 224, 228, 239, 248, 251, 253, 256, 260);
    private static final List<Integer> LANDLINE_AREAS =
            List.of(303, 305, 307, 312, 313, 314, 316, 318, 320, 321, 325, 330, 334);

    private final Dice dice;
    private final List<Person> people = new ArrayList<>();

    private People(long seed) {
        this.dice = new Dice(seed);
    }

    static List<Person> invent(long seed, int count) {
        People inventor = new People(seed);
        for (int number = 1; number <= count; number++) {
            inventor.people.add(inventor.person(number));
        }
        return List.copyOf(inventor.people);
    }

    private Person person(int number) {
        boolean household = number % HOUSEHOLD == 0;
        Person relative = household ? people.get(number - 2) : null;
        boolean japanese = relative == null ? number % 2 == 1 : relative.japanese();
        Names names = japanese ? Names.JAPANESE : Names.ENGLISH;
        boolean woman = relative == null ? dice.chance(0.5) : !relative.woman();
        Name family = relative == null ? dice.early(names.families()) : relative.family();
        Name given = dice.one(woman ? names.women() : names.men());
        Place place = relative == null ? place(number, japanese) : relative.place();
        return new Person(
                number,
                family,
                given,
                woman,
                dice.day(OLDEST, YOUNGEST),
                email(number, given.latin() + "." + family.latin()),
                email(number, given.latin().charAt(0) + family.latin()),
                mobile(place, number),
                relative == null ? landline(place, number) : relative.landline(),
                place,
                relative == null ? house(japanese) : relative.house(),
                dice.chance(0.6) ? String.format(Locale.ROOT, "GL-%07d", 1_000_000 + number * 37) : "");
    }

    private String email(int number, String local) {
        String plain = local.toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
        return plain + number + "@" + dice.one(DOMAINS);
    }

    private String mobile(Place place, int number) {
        return switch (place.country()) {
            case "JP" -> "81" + dice.one(List.of("70", "80", "90")) + (20_000_000 + number * 7919);
            case "GB" -> String.format(Locale.ROOT, "441134960%03d", number % 1000);
            default -> american(MOBILE_AREAS, number);
        };
    }

    private static String landline(Place place, int number) {
        return switch (place.country()) {
            case "JP" -> "813" + (30_000_000 + number * 6007);
            case "GB" -> String.format(Locale.ROOT, "441174960%03d", number % 1000);
            default -> american(LANDLINE_AREAS, number);
        };
    }

    /** Every hundred people get the next area code, so that no two share a number by chance. */
    private static String american(List<Integer> areas, int number) {
        return String.format(Locale.ROOT, "1%d5550%03d", areas.get(number / 100 % areas.size()), 100 + number % 100);
    }

    /** Britain has set aside a thousand numbers of a town for fiction, so only the first thousand people may live there. */
    private Place place(int number, boolean japanese) {
        if (japanese) {
            return dice.one(Place.JAPANESE);
        }
        Place place = dice.one(Place.ENGLISH);
        return number < 1_000 ? place : Place.ENGLISH.get(number % 5);
    }

    private String house(boolean japanese) {
        return japanese
                ? dice.between(1, 8) + "-" + dice.between(1, 30) + "-" + dice.between(1, 20)
                : String.valueOf(dice.between(1, 990));
    }
}
