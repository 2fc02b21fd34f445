package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.RowOrder;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The parts that keys are made of, one number per record; 0 where the value is missing. */
final class KeyParts {

    private static final int YEAR = 10_000;
    private static final int PART = 100;
    private static final int RANK_BITS = 21;
    private static final int RANK_MASK = (1 << RANK_BITS) - 1;
    private static final int PLACE_MASK = 0x3FFF;
    private static final int DIGIT = 4;
    private static final int DIGIT_MASK = 15;

    private final PersonTable people;
    private final NameParts names;
    final int[][] emails;
    final int[][] phones;
    private final int[] givens;
    private final int[] families;
    private final int[] births;
    private final int[] streets;
    private final int[] postcodes;
    private final int[] cities;

    KeyParts(PersonTable people, Entities entities) {
        this.people = people;
        names = new NameParts(people.names);
        givens = filled(people.given, Column.MISSING, entities);
        families = filled(people.family, Column.MISSING, entities);
        births = filled(people.birth, 0, entities);
        streets = filled(people.street, Column.MISSING, entities);
        postcodes = filled(people.postcode, Column.MISSING, entities);
        cities = filled(people.city, Column.MISSING, entities);
        emails = Arrays.stream(people.email)
                .map(codes -> filled(codes, Column.MISSING, entities))
                .toArray(int[][]::new);
        phones = Arrays.stream(people.phone)
                .map(codes -> filled(codes, Column.MISSING, entities))
                .toArray(int[][]::new);
    }

    /** Blanks take the first value, in the order of the records, that the entity has. */
    private static int[] filled(int[] codes, int blank, Entities entities) {
        int[] filled = codes.clone();
        int[] first = new int[codes.length];
        Arrays.fill(first, blank);
        for (int row = codes.length - 1; row >= 0; row--) {
            first[entities.of(row)] = codes[row] == blank ? first[entities.of(row)] : codes[row];
        }
        for (int row = 0; row < codes.length; row++) {
            filled[row] = codes[row] == blank ? first[entities.of(row)] : codes[row];
        }
        return filled;
    }

    int given(int row) {
        return givens[row] < 0 ? 0 : names.sound(givens[row]);
    }

    int family(int row) {
        return families[row] < 0 ? 0 : names.sound(families[row]);
    }

    int givenWritten(int row) {
        return givens[row] < 0 ? 0 : people.names.writtenOf(givens[row]) + 1;
    }

    int familyWritten(int row) {
        return families[row] < 0 ? 0 : people.names.writtenOf(families[row]) + 1;
    }

    int bothNames(int row) {
        int given = given(row);
        int family = family(row);
        return given == 0 || family == 0 ? 0 : given + family + given * family * 31;
    }

    int givenFirst(int row) {
        return givens[row] < 0 ? 0 : names.first(givens[row], 1);
    }

    int familyFirst(int row) {
        return families[row] < 0 ? 0 : names.first(families[row], 1);
    }

    int givenThree(int row) {
        return givens[row] < 0 ? 0 : names.first(givens[row], 3);
    }

    int familyThree(int row) {
        return families[row] < 0 ? 0 : names.first(families[row], 3);
    }

    int familyFive(int row) {
        return families[row] < 0 ? 0 : names.first(families[row], 5);
    }

    int givenSound(int row) {
        return givens[row] < 0 ? 0 : names.soundex(givens[row]);
    }

    int familySound(int row) {
        return families[row] < 0 ? 0 : names.soundex(families[row]);
    }

    int birth(int row) {
        return births[row] % YEAR == 0 ? 0 : births[row];
    }

    int year(int row) {
        return births[row] / YEAR;
    }

    int month(int row) {
        return births[row] / PART % PART;
    }

    int day(int row) {
        return births[row] % PART;
    }

    int dayAndMonth(int row) {
        return Math.min(month(row), day(row)) * PART + Math.max(month(row), day(row));
    }

    int street(int row) {
        return streets[row] + 1;
    }

    int postcode(int row) {
        return postcodes[row] + 1;
    }

    int city(int row) {
        return cities[row] + 1;
    }

    int familyRank(int row) {
        return families[row] < 0 ? 0 : names.rank(families[row]) + 1;
    }

    int familyEndRank(int row) {
        return families[row] < 0 ? 0 : names.endRank(families[row]) + 1;
    }

    int givenRank(int row) {
        return givens[row] < 0 ? 0 : names.rank(givens[row]) + 1;
    }

    int birthRank(int row) {
        return year(row) * 400 + month(row) * 32 + day(row);
    }

    /** {@return sort keys over three ranks, the first one first} */
    long[] composite(IntUnaryOperator first, IntUnaryOperator second, IntUnaryOperator third) {
        long[] keys = new long[people.rows()];
        for (int row = 0; row < keys.length; row++) {
            long both = (long) first.applyAsInt(row) << RANK_BITS | (second.applyAsInt(row) & RANK_MASK);
            keys[row] = both << RANK_BITS | (third.applyAsInt(row) & RANK_MASK);
        }
        return keys;
    }

    long[] users(int[] codes, boolean backwards) {
        Texts users = people.emails.users;
        long[] prefixes = new long[users.size()];
        for (int user = 0; user < prefixes.length; user++) {
            prefixes[user] = users.prefix(user, backwards);
        }
        long[] keys = new long[codes.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = codes[row] < 0 ? 0 : prefixes[people.emails.user(codes[row])];
        }
        return keys;
    }

    long[] digits(int[] codes, boolean backwards) {
        long[] keys = new long[codes.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = codes[row] < 0 ? 0 : turned(people.phones.value(codes[row]), backwards);
        }
        return keys;
    }

    long[] streets() {
        Texts names = people.streets.names;
        long[] keys = new long[streets.length];
        for (int row = 0; row < keys.length; row++) {
            int name = streets[row] < 0 ? Texts.NONE : people.streets.name(streets[row]);
            keys[row] = name < 0 ? 0 : names.prefix(name, false) ^ ((postcodes[row] + 1) & PLACE_MASK);
        }
        return keys;
    }

    int[] tieOrder() {
        return RowOrder.by(composite(this::familyRank, this::givenRank, this::birthRank));
    }

    private static long turned(long value, boolean backwards) {
        long turned = 0;
        for (long rest = value; backwards && rest > 0; rest >>>= DIGIT) {
            turned = turned << DIGIT | (rest & DIGIT_MASK);
        }
        return backwards ? turned : value;
    }
}
